namespace IdentityPools.Model;

/// <summary>A SAML provider of IAM.</summary>
internal sealed record SamlProviderReference(SamlProvider Provider) : ProviderReference
{
    public override TemplateValue? Url => Provider.Arn;

    public override string LogicalPart => Provider.LogicalPart.Length > 0 ? Provider.LogicalPart : Provider.ResourceId;

    protected override string Describe() => $"SAML provider {Provider}";
}
