using System.Text;
using IdentityPools.Model;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools;

/// <summary>Attributes for access control: which claims of one provider become session tags.</summary>
/// <remarks>https://docs.aws.amazon.com/cognito/latest/developerguide/attributes-for-access-control.html</remarks>
public sealed record PrincipalTagMapping
{
    private PrincipalTagMapping(ProviderReference provider) => Provider = provider;

    /// <summary>The provider as AWS names it, without a client id; null while it depends on deployment.</summary>
    public object? ProviderName => TypedProviderName?.Plain;

    internal TemplateValue? TypedProviderName => Provider.Name;

    /// <summary>Whether AWS's default tags are used: <c>username</c> from <c>sub</c> and <c>client</c> from <c>aud</c>.</summary>
    public bool UseDefaults { get; private init; }

    /// <summary>Session tag to claim.</summary>
    public ValueMap<object> Tags => TypedTags.Plain();

    internal ValueMap<TemplateValue> TypedTags { get; private init; } = ValueMap<TemplateValue>.Empty;

    internal ProviderReference Provider { get; private init; }

    /// <summary>Whether sessions get tags at all.</summary>
    internal bool IsOn => UseDefaults || TypedTags.Count > 0;

    internal static PrincipalTagMapping Defaults(ProviderReference provider) => new(provider.WithoutClient) { UseDefaults = true };

    internal static PrincipalTagMapping Create(ProviderReference provider, ValueMap<TemplateValue> tags)
    {
        if (tags.Count > Limits.PrincipalTags)
        {
            throw DefinitionErrors.Create(nameof(Messages.TooManyPrincipalTags), provider.ToString(), provider, tags.Count, Limits.PrincipalTags);
        }

        foreach (var (tag, claim) in tags)
        {
            Limits.PrincipalTagKey.Check(tag);
            Limits.PrincipalTagClaim.Check(claim);
        }

        var bytes = tags.Sum(tag => Encoding.UTF8.GetByteCount(tag.Key) + Encoding.UTF8.GetByteCount(tag.Value.Literal ?? ""));
        return bytes <= Limits.PrincipalTagBytes
            ? new(provider.WithoutClient) { TypedTags = tags }
            : throw DefinitionErrors.Create(nameof(Messages.PrincipalTagsTooLong), provider.ToString(), provider, bytes, Limits.PrincipalTagBytes);
    }

    /// <summary>The tags without some of them; null when none is left.</summary>
    /// <exception cref="DefinitionException">A tag is not there.</exception>
    internal PrincipalTagMapping? Without(IReadOnlyCollection<string> names)
    {
        if (names.FirstOrDefault(name => !TypedTags.ContainsKey(name)) is { } missing)
        {
            throw DefinitionErrors.Create(
                nameof(Messages.PrincipalTagNotFound),
                Provider.ToString(),
                Provider,
                missing,
                UseDefaults ? Messages.DefaultPrincipalTags : string.Join(", ", TypedTags.Keys)
            );
        }

        var left = ValueMap<TemplateValue>.Create(TypedTags.Where(tag => !names.Contains(tag.Key)));
        return left.Count == 0 ? null : this with { TypedTags = left };
    }

    internal PrincipalTagMapping WithProvider(ProviderReference provider) => this with { Provider = provider.WithoutClient };

    /// <summary>The tags on one line.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Provider}: {(UseDefaults ? "default tags" : TypedTags)}";
}
