using System.Net;
using IdentityPools.Model;
using Xunit;

namespace IdentityPools.UnitTests.Model;

/// <summary>Providers and tokens of a login, as people write them.</summary>
public sealed class LoginsTests
{
    private const string Token = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbm4ifQ.signature";

    [Theory]
    [InlineData("Google", "accounts.google.com")]
    [InlineData("amazon", "www.amazon.com")]
    [InlineData("FACEBOOK", "graph.facebook.com")]
    [InlineData("Apple", "appleid.apple.com")]
    [InlineData("Twitter", "api.twitter.com")]
    [InlineData("graph.facebook.com", "graph.facebook.com")]
    [InlineData("cognito-identity.amazonaws.com", "cognito-identity.amazonaws.com")]
    [InlineData("cognito-identity.cn-north-1.amazonaws.com.cn", "cognito-identity.cn-north-1.amazonaws.com.cn")]
    [InlineData(Pools.ProviderName, Pools.ProviderName)]
    [InlineData(Pools.ProviderName + ":client", Pools.ProviderName)]
    [InlineData(Pools.UserPoolId, Pools.ProviderName)]
    [InlineData(Pools.UserPoolId + ":client", Pools.ProviderName)]
    [InlineData("arn:aws:cognito-idp:eu-west-1:123456789012:userpool/" + Pools.UserPoolId, Pools.ProviderName)]
    [InlineData("us-gov-west-1_Ab1Cd2Ef3", "cognito-idp.us-gov-west-1.amazonaws.com/us-gov-west-1_Ab1Cd2Ef3")]
    [InlineData("login.example.com", "login.example.com")]
    [InlineData("login.example.com/a:b_c", "login.example.com/a:b_c")]
    [InlineData(Pools.OpenIdConnectArn, "login.example.com")]
    [InlineData(Pools.OpenIdConnectArn + "/shop", "login.example.com/shop")]
    [InlineData(Pools.OpenIdConnectArn + "/", "login.example.com/")]
    [InlineData("login.example.com/", "login.example.com/")]
    [InlineData("Login.Example.com/Realms", "Login.Example.com/Realms")]
    [InlineData("issuer-" + Pools.ProviderName, Pools.ProviderName)]
    [InlineData("issuer-" + Pools.ProviderName + ":client", Pools.ProviderName)]
    [InlineData(Pools.SamlArn, Pools.SamlArn)]
    public void A_provider_has_one_name(string text, string key) => Assert.Equal(key, LoginKey.From(text));

    [Theory]
    [InlineData("", nameof(Messages.EmptyLoginProvider))]
    [InlineData(" ", nameof(Messages.EmptyLoginProvider))]
    [InlineData("0", nameof(Messages.UnknownLoginProvider))]
    [InlineData("Goggle", nameof(Messages.UnknownLoginProvider))]
    [InlineData("login..example", nameof(Messages.UnknownLoginProvider))]
    [InlineData("HTTPS://login.example.com", nameof(Messages.LoginProviderIsUrl))]
    [InlineData("cognito-idp.eu-west-1.amazonaws.com", nameof(Messages.InvalidUserPool))]
    [InlineData("cognito-idp.eu-west-1.amazonaws.com/us-east-1_Ab1Cd2Ef3", nameof(Messages.UserPoolRegionMismatch))]
    [InlineData(Pools.RoleArn, nameof(Messages.InvalidSamlProvider))]
    [InlineData("arn:aws", nameof(Messages.InvalidArn))]
    public void Another_text_names_none(string text, string errorId) => Refused.With(errorId, () => LoginKey.From(text));

    [Theory]
    [InlineData(Token)]
    [InlineData("oauthToken;oauthTokenSecret")]
    [InlineData("ya29.QmFzZTY0QmFzZTY0QmFzZTY0QmFzZTY0QmFzZTY0QmFzZTY0QmFzZTY0QmFzZTY0QmFzZTY0")]
    [InlineData("Atza|QmFzZTY0QmFzZTY0QmFzZTY0QmFzZTY0QmFzZTY0QmFzZTY0QmFzZTY0QmFzZTY0QmFzZTY0")]
    public void A_token_in_the_place_of_a_provider_is_not_shown(string token)
    {
        var fault = Refused.With(nameof(Messages.LoginProviderIsToken), () => LoginKey.From(token));

        Assert.DoesNotContain(token, $"{fault} {fault.Target}", StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_too_long_is_not_sent() =>
        Refused.With(nameof(Messages.LoginProviderIsToken), () => LoginKey.From("login.example.com/" + new string('x', 120)));

    [Fact]
    public void Tokens_are_text_or_secure_and_are_not_shown()
    {
        var logins = Of(("Google", Token), (Pools.UserPoolId, new NetworkCredential("", Token).SecurePassword));

        Assert.Equal(["accounts.google.com", Pools.ProviderName], logins.Keys);
        Assert.All(logins.Values, token => Assert.Equal(Token, token.Reveal()));
        var request = new Ports.CredentialRequest { PoolId = "pool", Logins = logins };
        Assert.DoesNotContain(Token, request.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_may_have_as_many_characters_as_AWS_takes()
    {
        Of(("Google", new string('x', 50_000)));
        var fault = Refused.With(nameof(Messages.LoginTokenTooLarge), () => Of(("Google", new string('x', 50_001))));

        Assert.DoesNotContain("xxx", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_providers_log_in_at_once()
    {
        Of([.. Hosts(10)]);
        Refused.With(nameof(Messages.TooManyLogins), () => Of([.. Hosts(11)]));
    }

    [Fact]
    public void Two_spellings_are_one_provider() =>
        Assert.Equal("accounts.google.com", Refused.With(nameof(Messages.DuplicateLogin), () => Of(("google", "a"), ("accounts.google.com", "b"))).Target);

    private static IEnumerable<(string, object?)> Hosts(int count) => Enumerable.Range(0, count).Select(number => ($"p{number}.example.com", (object?)"token"));

    private static ValueMap<ProviderSecret> Of(params (string Key, object? Value)[] entries) =>
        Logins.From(entries.Select(entry => KeyValuePair.Create(entry.Key, entry.Value)));
}
