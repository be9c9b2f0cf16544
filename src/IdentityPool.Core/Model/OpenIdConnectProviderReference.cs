namespace IdentityPools.Model;

/// <summary>An OpenID Connect provider of IAM.</summary>
internal sealed record OpenIdConnectProviderReference(OpenIdConnectProvider Provider) : ProviderReference
{
    public override TemplateValue? Url => Provider.Arn;

    public override string LogicalPart => Provider.LogicalPart;

    protected override string Describe() => $"OpenID Connect provider {Provider}";
}
