using IdentityPools.Model;
using IdentityPools.Simulation;
using Xunit;

namespace IdentityPools.UnitTests.Simulation;

/// <summary>What a user reads below AWS's own words when a login gets no credentials.</summary>
public sealed class LoginRefusalExplanationTests
{
    private const string Admin = "arn:aws:iam::123456789012:role/Admin";
    private const string Staff = "arn:aws:iam::123456789012:role/Staff";
    private const string Issuer = $$""" "iss":"https://{{Pools.ProviderName}}" """;
    private const string Google = """{"iss":"accounts.google.com","aud":"google-app"}""";
    private const string NotVerified = "The signature of the token was not verified.";
    private const string NotReproduced =
        "According to the known settings of the pool, AWS should allow this. Check what is not simulated: the token itself, and recent changes that have not taken effect yet.";

    [Fact]
    public void A_guest_of_a_pool_that_takes_none_is_refused_here_too()
    {
        var explanation = Explain();
        Assert.StartsWith(
            "Simulated with the same input: Denied: Unauthenticated access is not supported for this identity pool (Guest).",
            explanation.Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(NotReproduced, explanation.Text, StringComparison.Ordinal);
        Assert.True(explanation.IsSufficient);
        Assert.Equal(ServiceMessages.GuestsNotAllowed, Assert.Single(explanation.Decisions).Message);
    }

    /// <summary>Where no rule decided, each says why it did not.</summary>
    [Fact]
    public void A_login_that_the_mapping_denies_is_explained_by_its_rules()
    {
        var explanation = Explain((Pools.ProviderName, $$"""{{{Issuer}},"aud":"web","custom:job":"clerk"}"""));
        Assert.Equal(
            [
                "Simulated with the same input: Denied: The ambiguous role mapping rules denied this request (AmbiguousRoleResolution).",
                "1. custom:job is 'clerk': does not match Equals 'admin'.",
                "2. The token has no claim email, so the rule is not evaluated.",
                NotVerified,
            ],
            Lines(explanation)
        );
        Assert.True(explanation.IsSufficient);
        Assert.Single(explanation.Decisions);
    }

    [Theory]
    [InlineData(Pools.ProviderName, $$"""{{{Issuer}},"aud":"web","email":"ann"}""", $"{Staff} (Rule 2).", "2. email is 'ann': matches StartsWith 'ann'.")]
    [InlineData(
        Pools.ProviderName,
        $$"""{{{Issuer}},"aud":"phone"}""",
        "Authenticated (NoMapping).",
        "user pool eu-west-1_Ab1Cd2Ef3, client phone has no role mapping, so the authenticated role applies."
    )]
    [InlineData("accounts.google.com", Google, "Authenticated (NoMapping).", "Google has no role mapping, so the authenticated role applies.")]
    [InlineData("graph.facebook.com", """{"sub":"a"}""", "Authenticated (NoMapping).", "Facebook has no role mapping, so the authenticated role applies.")]
    public void A_login_that_should_get_a_role_says_what_to_look_at(string provider, string claims, string decision, string decisive)
    {
        var explanation = Explain((provider, claims));
        Assert.Equal(["Simulated with the same input: " + decision, decisive, NotVerified, NotReproduced], Lines(explanation));
        Assert.False(explanation.IsSufficient);
        Assert.Single(explanation.Decisions);
    }

    /// <summary>Of these the definition does not say all.</summary>
    [Theory]
    [InlineData(
        "login.example.com",
        """{"iss":"https://login.example.com","aud":"any"}""",
        $"OpenID Connect provider {Pools.OpenIdConnectArn} has no role mapping, so the authenticated role applies.",
        $"The audiences of {Pools.OpenIdConnectArn} are not part of the pool. AWS accepts the token only if one of them is any."
    )]
    [InlineData(
        "cognito-identity.amazonaws.com",
        """{"iss":"https://cognito-identity.amazonaws.com","aud":"eu-west-1:a","amr":["authenticated","login.shop"]}""",
        "login.shop has no role mapping, so the authenticated role applies.",
        "The ID of the identity pool is known only after deployment. It is assumed to be eu-west-1:a."
    )]
    public void A_login_of_which_not_all_is_known_says_so(string provider, string claims, string decisive, string note) =>
        Assert.Equal(
            ["Simulated with the same input: Authenticated (NoMapping).", decisive, note, NotVerified, NotReproduced],
            Lines(Explain((provider, claims)))
        );

    /// <summary>The classic flow looks at no role, so that none is told.</summary>
    [Fact]
    public void A_login_of_the_classic_flow_is_explained_without_roles()
    {
        Assert.Equal([NotReproduced], Lines(Explain(isClassic: true, (Pools.ProviderName, $$"""{{{Issuer}},"aud":"web"}"""))));
        Assert.StartsWith(
            "Simulated with the same input: Denied: Unauthenticated access is not supported",
            Explain(isClassic: true).Text,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("www.amazon.com", "opaque", "Identity pool 'shop' has no provider Amazon.")]
    [InlineData("login.other.example", Google, "Identity pool 'shop' has no provider login.other.example.")]
    [InlineData(
        "login.example.com/",
        Google,
        "The pool has no provider 'login.example.com/', but it has 'login.example.com'. AWS compares names of providers exactly, including case and a slash at the end. Specify 'login.example.com' in -Login."
    )]
    [InlineData(
        "cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Other0000",
        $$"""{{{Issuer}},"aud":"web"}""",
        "Identity pool 'shop' has no provider user pool eu-west-1_Other0000."
    )]
    [InlineData("graph.facebook.com", "opaque", "A token of Facebook cannot be read here. Specify its claims with Resolve-IdentityPoolRole -Claim.")]
    [InlineData(
        "accounts.google.com",
        $$"""{{{Issuer}},"aud":"web"}""",
        "The token was specified for 'accounts.google.com' but was issued by user pool eu-west-1_Ab1Cd2Ef3, client web. Specify it for the provider that issued it."
    )]
    [InlineData(
        Pools.ProviderName,
        Google,
        $"The token was specified for '{Pools.ProviderName}' but was issued by Google. Specify it for the provider that issued it."
    )]
    [InlineData(
        "login.shop",
        """{"sub":"a"}""",
        "'login.shop' is the developer provider of the pool. Its backend gets a token from GetOpenIdTokenForDeveloperIdentity; specify that token as the login of 'cognito-identity.amazonaws.com'."
    )]
    public void A_login_that_cannot_be_simulated_says_why(string provider, string token, string reason)
    {
        var explanation = Explain((provider, token));
        Assert.StartsWith("The request cannot be simulated: " + reason, Assert.Single(Lines(explanation)), StringComparison.Ordinal);
        Assert.False(explanation.IsSufficient);
        Assert.Empty(explanation.Decisions);
    }

    [Fact]
    public void Of_several_logins_each_is_explained_by_its_name()
    {
        var explanation = Explain((Pools.ProviderName, $$"""{{{Issuer}},"aud":"web"}"""), ("graph.facebook.com", "opaque"));
        Assert.Equal(
            [
                $"Simulated with the same login of {Pools.ProviderName}: Denied: The ambiguous role mapping rules denied this request (AmbiguousRoleResolution).",
                "1. The token has no claim custom:job, so the rule is not evaluated.",
                "2. The token has no claim email, so the rule is not evaluated.",
                NotVerified,
                "The login of graph.facebook.com cannot be simulated: A token of Facebook cannot be read here. Specify its claims with Resolve-IdentityPoolRole -Claim.",
                "AWS does not document which role mapping applies when there are several logins.",
            ],
            Lines(explanation)
        );
        // One of them might have been what AWS refused.
        Assert.False(explanation.IsSufficient);
        Assert.Single(explanation.Decisions);
    }

    [Theory]
    [InlineData("1", "1970-01-01 00:00:01Z")]
    [InlineData("-1e20", "-100000000000000000000")]
    public void A_login_that_is_over_needs_no_other_reason(string expiration, string end)
    {
        var expired = (Pools.ProviderName, $$"""{{{Issuer}},"aud":"web","email":"ann","exp":{{expiration}}}""");
        var explanation = Explain(expired);
        Assert.Equal($"The token expired at {end}. Sign in again, and use the new token.", explanation.Text);
        Assert.True(explanation.IsSufficient);
        Assert.Empty(explanation.Decisions);

        var several = Explain(expired, ("graph.facebook.com", """{"sub":"a"}"""));
        Assert.Contains($"The token of {Pools.ProviderName} expired at {end}. ", several.Text, StringComparison.Ordinal);
        Assert.False(several.IsSufficient);
        Assert.Single(several.Decisions);
    }

    private static IdentityPool Pool =>
        Pools
            .Empty.WithUserPool(Pools.Client("web"))
            .WithUserPool(Pools.Client("phone"))
            .WithLoginProvider(LoginProvider.Create(LoginProviderName.Google, "google-app"))
            .WithLoginProvider(LoginProvider.Create(LoginProviderName.Facebook, "102030405060708"))
            .WithOpenIdConnectProvider(OpenIdConnectProvider.Existing(Pools.OpenIdConnectArn))
            .WithDeveloperProvider("login.shop")
            .WithRoleMapping(
                Pools.Rules(
                    ProviderReference.OfUrl(Pools.ProviderName + ":web"),
                    RoleMappingRule.Create("custom:job", ClaimMatchType.Equals, "admin", Admin),
                    RoleMappingRule.Create("email", ClaimMatchType.StartsWith, "ann", Staff)
                )
            );

    /// <summary>The explanation of logins with the given claims, or with a text that is no token.</summary>
    private static LoginRefusalExplanation Explain(params (string Provider, string Token)[] logins) => Explain(isClassic: false, logins);

    private static LoginRefusalExplanation Explain(bool isClassic, params (string Provider, string Token)[] logins) =>
        new(
            new(Pool),
            Tokens.Clock,
            ValueMap<ProviderSecret>.Create(
                logins.Select(login =>
                    KeyValuePair.Create(login.Provider, ProviderSecret.From(login.Token.StartsWith('{') ? Tokens.Of(login.Token) : login.Token))
                )
            ),
            customRole: null,
            isClassic
        );

    private static string[] Lines(LoginRefusalExplanation explanation) => explanation.Text.Split(Environment.NewLine);
}
