namespace IdentityPools.Template;

/// <summary>
/// An account has one OpenID Connect provider for an issuer. Definitions that ask for different audiences of it ask for one provider that has them all.
/// </summary>
internal static class ProviderAudiences
{
    private const string Properties = nameof(Properties);
    private const string ClientIdList = nameof(ClientIdList);

    /// <summary>Whether two resources are for one provider or user pool: they are equal, or differ in audiences only.</summary>
    public static bool AreOne(TemplateMapping one, TemplateMapping other) => one.Equals(other) || Union(one, other) is not null;

    /// <summary>The provider with the audiences of both, or null if the resources differ in anything else.</summary>
    public static TemplateMapping? Union(TemplateMapping one, TemplateMapping other)
    {
        if (TypeOf(one) != ResourceTypes.OpenIdConnectProvider || !With(one, []).Equals(With(other, [])))
        {
            return null;
        }

        return With(one, [.. Audiences(one).Concat(Audiences(other)).Distinct()]);
    }

    private static ValueList<TemplateNode> Audiences(TemplateMapping provider) =>
        provider[Properties] is TemplateMapping properties && properties[ClientIdList] is TemplateSequence list ? list.Items : [];

    private static TemplateMapping With(TemplateMapping provider, IReadOnlyList<TemplateNode> audiences) =>
        provider[Properties] is TemplateMapping properties
            ? provider.With(Properties, properties.With(ClientIdList, audiences.Count == 0 ? null : new TemplateSequence(audiences)))
            : provider;

    private static string? TypeOf(TemplateMapping resource) => (resource["Type"] as TemplateScalar)?.Text;
}
