using IdentityPools.Model;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools;

/// <summary>An OpenID Connect provider of IAM: one that exists and is named by its ARN, or one that is created with the identity pool.</summary>
public sealed record OpenIdConnectProvider : IDefinition
{
    private OpenIdConnectProvider() { }

    /// <summary>Whether the provider is created with the identity pool.</summary>
    public bool IsManaged => TypedArn is null;

    /// <summary>The ARN of a provider that exists, or a function that gives it.</summary>
    public object? Arn => TypedArn?.Plain;

    internal TemplateValue? TypedArn { get; private init; }

    /// <summary>The issuer of a provider that is created, <c>https://...</c>.</summary>
    public object? Url => TypedUrl?.Plain;

    internal TemplateValue? TypedUrl { get; private init; }

    /// <summary>The audiences that the provider accepts.</summary>
    public ValueList<object> ClientIds => TypedClientIds.Plain();

    internal ValueList<TemplateValue> TypedClientIds { get; private init; } = [];

    /// <summary>The SHA-1 thumbprints of the issuer's certificates; AWS finds them itself for most issuers.</summary>
    public ValueList<object> Thumbprints => TypedThumbprints.Plain();

    internal ValueList<TemplateValue> TypedThumbprints { get; private init; } = [];

    /// <summary>The tags of a provider that is created.</summary>
    public ValueMap<object> Tags => TypedTags.Plain();

    internal ValueMap<TemplateValue> TypedTags { get; private init; } = ValueMap<TemplateValue>.Empty;

    /// <summary>The logical id in a template that the provider was imported from.</summary>
    internal string? LogicalId { get; private init; }

    internal string LogicalPart => LogicalName.From(TypedArn ?? (TypedUrl!.Literal is { } url ? IssuerName.OfUrl(url) : TypedUrl));

    internal string ResourceId => LogicalId ?? LogicalPart + "OidcProvider";

    /// <summary>A provider that exists.</summary>
    /// <param name="arn">Its ARN, or a function that gives it.</param>
    /// <returns>The provider.</returns>
    /// <exception cref="DefinitionException">The ARN is not one of an OpenID Connect provider.</exception>
    public static OpenIdConnectProvider Existing(TemplateValue arn)
    {
        ArgumentNullException.ThrowIfNull(arn);
        return new()
        {
            TypedArn = IdentityPools.Model.Arn.Check(arn, "iam", IssuerName.Resource, nameof(Messages.InvalidOpenIdConnectProvider), mayEndInSlash: true),
        };
    }

    internal static OpenIdConnectProvider Define(
        TemplateValue url,
        ValueList<TemplateValue>? clientIds = null,
        ValueList<TemplateValue>? thumbprints = null,
        ValueMap<TemplateValue>? tags = null,
        string? logicalId = null
    )
    {
        Limits.OpenIdConnectUrl.Check(url);
        if (
            url.Literal is { } text
            && !(text.StartsWith("https://", StringComparison.Ordinal) && Uri.TryCreate(text, UriKind.Absolute, out var parsed) && parsed.Query.Length == 0)
        )
        {
            throw DefinitionErrors.Create(nameof(Messages.InvalidOpenIdConnectUrl), text, text);
        }

        if (thumbprints?.Count > Limits.Thumbprints)
        {
            throw DefinitionErrors.Create(nameof(Messages.TooManyThumbprints), thumbprints, thumbprints.Count, Limits.Thumbprints);
        }

        var provider = new OpenIdConnectProvider
        {
            TypedUrl = url,
            TypedClientIds = (clientIds ?? []).Select(Limits.OpenIdConnectClientId.Check).ToValueList(),
            TypedThumbprints = (thumbprints ?? []).Select(Limits.Thumbprint.Check).ToValueList(),
            TypedTags = tags ?? ValueMap<TemplateValue>.Empty,
        };
        return logicalId == provider.ResourceId ? provider : provider with { LogicalId = logicalId };
    }

    /// <summary>The ARN, or the issuer of the provider that is created.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => (TypedArn ?? TypedUrl)!.ToString();

    /// <summary>Text as a provider that exists, so that scripts can compare with an ARN.</summary>
    /// <param name="arn">The ARN.</param>
    public static implicit operator OpenIdConnectProvider(string arn) => Existing(arn);

    /// <summary>Text as a provider that exists.</summary>
    /// <param name="arn">The ARN.</param>
    /// <returns>The provider.</returns>
    public static OpenIdConnectProvider FromString(string arn) => Existing(arn);
}
