using IdentityPools.Model;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools;

/// <summary>A SAML provider of IAM: one that exists and is named by its ARN, or one that is created with the identity pool.</summary>
public sealed record SamlProvider : IDefinition
{
    private SamlProvider() { }

    /// <summary>Whether the provider is created with the identity pool.</summary>
    public bool IsManaged => TypedArn is null;

    /// <summary>The ARN of a provider that exists, or a function that gives it.</summary>
    public object? Arn => TypedArn?.Plain;

    internal TemplateValue? TypedArn { get; private init; }

    /// <summary>The name of a provider that is created; left out, CloudFormation makes one up.</summary>
    public object? Name => TypedName?.Plain;

    internal TemplateValue? TypedName { get; private init; }

    /// <summary>The metadata document of the provider's owner, 1,000 to 10,000,000 characters of XML.</summary>
    public object? MetadataDocument => TypedMetadataDocument?.Plain;

    internal TemplateValue? TypedMetadataDocument { get; private init; }

    /// <summary>The tags of a provider that is created.</summary>
    public ValueMap<object> Tags => TypedTags.Plain();

    internal ValueMap<TemplateValue> TypedTags { get; private init; } = ValueMap<TemplateValue>.Empty;

    /// <summary>The logical id in a template that the provider was imported from.</summary>
    internal string? LogicalId { get; private init; }

    internal string LogicalPart =>
        TypedArn is not null ? LogicalName.From(TypedArn)
        : TypedName is not null ? LogicalName.From(TypedName)
        : "";

    internal string ResourceId => LogicalId ?? LogicalPart + "SamlProvider";

    /// <summary>A provider that exists.</summary>
    /// <param name="arn">Its ARN, or a function that gives it.</param>
    /// <returns>The provider.</returns>
    /// <exception cref="DefinitionException">The ARN is not one of a SAML provider.</exception>
    public static SamlProvider Existing(TemplateValue arn)
    {
        ArgumentNullException.ThrowIfNull(arn);
        return new() { TypedArn = IdentityPools.Model.Arn.Check(arn, "iam", "saml-provider/", nameof(Messages.InvalidSamlProvider)) };
    }

    internal static SamlProvider Define(TemplateValue? name, TemplateValue metadataDocument, ValueMap<TemplateValue>? tags = null, string? logicalId = null)
    {
        if (name is not null)
        {
            Limits.SamlProviderName.Check(name);
        }

        var provider = new SamlProvider
        {
            TypedName = name,
            TypedMetadataDocument = Limits.SamlMetadata.Check(metadataDocument),
            TypedTags = tags ?? ValueMap<TemplateValue>.Empty,
        };
        return logicalId == provider.ResourceId ? provider : provider with { LogicalId = logicalId };
    }

    /// <summary>The ARN, or the name of the provider that is created.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => (TypedArn ?? TypedName)?.ToString() ?? ResourceId;

    /// <summary>Text as a provider that exists, so that scripts can compare with an ARN.</summary>
    /// <param name="arn">The ARN.</param>
    public static implicit operator SamlProvider(string arn) => Existing(arn);

    /// <summary>Text as a provider that exists.</summary>
    /// <param name="arn">The ARN.</param>
    /// <returns>The provider.</returns>
    public static SamlProvider FromString(string arn) => Existing(arn);
}
