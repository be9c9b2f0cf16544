using IdentityPools.Model;
using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>
/// The names by which mappings and principal tags mean the OpenID Connect and SAML providers of IAM: their ARNs, however these are written. An account has one
/// provider of an issuer, and one of a name, so that what follows the kind in the ARN tells it.
/// </summary>
internal sealed class ProviderNames
{
    private const string OpenIdConnect = "oidc-provider/";
    private const string Saml = "saml-provider/";

    private readonly Dictionary<TemplateSequence, ProviderReference> byArn = [];
    private readonly ILookup<string, (ProviderReference Reference, bool HasLiteralArn)> byEnd;

    /// <param name="pool">The pool with its providers.</param>
    public ProviderNames(IdentityPool pool)
    {
        var all = pool
            .OpenIdConnectProviders.Select(known =>
                (Reference: (ProviderReference)new OpenIdConnectProviderReference(known), Arn: known.TypedArn, End: EndOf(known))
            )
            .Concat(
                pool.SamlProviders.Select(known => (Reference: (ProviderReference)new SamlProviderReference(known), Arn: known.TypedArn, End: EndOf(known)))
            )
            .ToList();
        foreach (var known in all.Where(known => known.Arn is not null))
        {
            byArn.TryAdd(Uniform(TextParts.Split(known.Arn!.Node)), known.Reference);
        }

        byEnd = all.Where(known => known.End is not null)
            .ToLookup(known => known.End!, known => (known.Reference, known.Arn is { IsLiteral: true }), StringComparer.Ordinal);
    }

    /// <summary>The provider of the pool that a name means; null where it is none, or more than one may be meant.</summary>
    public ProviderReference? Find(TemplateNode name)
    {
        var parts = TextParts.Split(name);
        var isLiteral = parts is [TemplateScalar];
        return byArn.TryGetValue(Uniform(parts), out var same) ? same
            : EndOf(parts) is { } end && byEnd[end].Where(known => !(isLiteral && known.HasLiteralArn)).ToList() is [var only] ? only.Reference
            : null;
    }

    /// <summary>Whether a name that is not known yet is the ARN of such a provider.</summary>
    public static bool IsOfIam(TemplateNode name) => Has(name, OpenIdConnect) || Has(name, Saml);

    public static bool IsSaml(TemplateNode name) => Has(name, Saml);

    private static bool Has(TemplateNode name, string kind) =>
        TextParts.Split(name).Exists(part => part is TemplateScalar { Text: var text } && text.Contains(kind, StringComparison.Ordinal));

    private static TemplateSequence Uniform(List<TemplateNode> parts) => new(parts.Select(Intrinsic.Uniform));

    private static string? EndOf(OpenIdConnectProvider provider) =>
        provider.TypedArn is { } arn ? EndOf(TextParts.Split(arn.Node))
        : provider.TypedUrl?.Literal is { } url ? OpenIdConnect + (url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? url[8..] : url)
        : null;

    private static string? EndOf(SamlProvider provider) =>
        provider.TypedArn is { } arn ? EndOf(TextParts.Split(arn.Node))
        : provider.TypedName?.Literal is { } name ? Saml + name
        : null;

    /// <summary>Kind and name of an ARN that ends in plain text; null for what does not.</summary>
    private static string? EndOf(List<TemplateNode> parts) =>
        parts[^1] is not TemplateScalar { Text: var text } ? null
        : text.IndexOf(OpenIdConnect, StringComparison.Ordinal) is >= 0 and var issuer ? text[issuer..]
        : text.IndexOf(Saml, StringComparison.Ordinal) is >= 0 and var name ? text[name..]
        : null;
}
