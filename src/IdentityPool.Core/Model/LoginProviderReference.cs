namespace IdentityPools.Model;

/// <summary>A public login provider.</summary>
internal sealed record LoginProviderReference(LoginProviderName Login) : ProviderReference
{
    public override TemplateValue Url => LoginProvider.UrlOf(Login);

    public override string LogicalPart => Login.ToString();

    protected override string Describe() => Login.ToString();
}
