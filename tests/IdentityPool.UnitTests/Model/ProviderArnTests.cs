using IdentityPools.Model;
using Xunit;

namespace IdentityPools.UnitTests.Model;

/// <summary>ARNs of roles, providers and policies.</summary>
public sealed class ProviderArnTests
{
    [Theory]
    [InlineData("arn:aws:iam::123456789012:role/Reader")]
    [InlineData("arn:aws-cn:iam::123456789012:role/app/team/Reader")]
    [InlineData("arn:aws-us-gov:iam::123456789012:role/Reader")]
    public void A_role_is_known_by_its_ARN(string arn) => Assert.Equal(arn, IdentityPoolRole.Existing(arn).TypedArn!.Literal);

    [Theory]
    [InlineData("Reader", "InvalidRole")]
    [InlineData("", "InvalidRole")]
    [InlineData("arn:aws:iam::123456789012", "InvalidArn")]
    [InlineData("arn:aws:iam::123456789012:role/", "InvalidRole")]
    [InlineData("arn:aws:iam::123456789012:user/Reader", "InvalidRole")]
    [InlineData("arn:aws:sts::123456789012:assumed-role/Reader/x", "InvalidRole")]
    public void What_is_no_role_is_refused(string arn, string errorId) => Refused.With(errorId, () => IdentityPoolRole.Existing(arn));

    [Theory]
    [InlineData("login.example.com", "InvalidOpenIdConnectProvider")]
    [InlineData("https://login.example.com", "InvalidOpenIdConnectProvider")]
    [InlineData(Pools.SamlArn, "InvalidOpenIdConnectProvider")]
    [InlineData("arn:aws:iam::123456789012:oidc-provider/", "InvalidOpenIdConnectProvider")]
    [InlineData("arn:aws:iam::123456789012:oidc-provider//", "InvalidOpenIdConnectProvider")]
    public void What_is_no_OpenID_Connect_provider_is_refused(string arn, string errorId) => Refused.With(errorId, () => OpenIdConnectProvider.Existing(arn));

    /// <summary>To the letter: with the slash at the end, with its path, with capitals.</summary>
    [Theory]
    [InlineData("tenant.auth0.example/")]
    [InlineData("login.example.com/realms/Shop/")]
    [InlineData("Login.Example.com/realms/Shop")]
    public void An_OpenID_Connect_provider_is_known_by_its_issuer(string issuer) =>
        Assert.Equal(issuer, IssuerName.Of(OpenIdConnectProvider.Existing("arn:aws:iam::123456789012:oidc-provider/" + issuer)));

    [Theory]
    [InlineData("arn:aws:iam::123456789012:role/Reader/")]
    [InlineData("arn:aws:iam::123456789012:role//")]
    public void A_role_has_a_name_after_its_path(string arn) => Refused.With("InvalidRole", () => IdentityPoolRole.Existing(arn));

    [Theory]
    [InlineData("Office", "InvalidSamlProvider")]
    [InlineData(Pools.OpenIdConnectArn, "InvalidSamlProvider")]
    public void What_is_no_SAML_provider_is_refused(string arn, string errorId) => Refused.With(errorId, () => SamlProvider.Existing(arn));

    [Theory]
    [InlineData("http://login.example.com")]
    [InlineData("login.example.com")]
    [InlineData("https://")]
    [InlineData("https://login.example.com/?tenant=1")]
    public void An_issuer_that_AWS_would_not_take_is_refused(string url) => Refused.With("InvalidOpenIdConnectUrl", () => OpenIdConnectProvider.Define(url));

    [Theory]
    [InlineData("ReadOnlyAccess")]
    [InlineData(Pools.RoleArn)]
    public void What_is_no_managed_policy_is_refused(string arn) => Refused.With("InvalidManagedPolicy", () => Pools.Role("Reader").WithManagedPolicies([arn]));

    [Theory]
    [InlineData("shop")]
    [InlineData("/shop")]
    [InlineData("shop/")]
    public void A_role_path_begins_and_ends_with_a_slash(string path) =>
        Refused.With("InvalidRolePath", () => IdentityPoolRole.Managed("Reader", RoleAudience.Authenticated, new() { Path = path }));
}
