using IdentityPools.Model;
using IdentityPools.Simulation;
using IdentityPools.Validation;
using Xunit;

namespace IdentityPools.UnitTests.Simulation;

/// <summary>Tokens as input: what they say of provider and client, and texts that are none.</summary>
public sealed class TokenRequestTests
{
    private const string Issuer = "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab1Cd2Ef3";
    private const string Secret = "do-not-show";

    [Theory]
    [InlineData("a.b", "TokenParts")]
    [InlineData(Secret, "TokenParts")]
    [InlineData("", "TokenParts")]
    [InlineData("a.b.c.d", "TokenParts")]
    [InlineData("a.$$$$.c", "TokenNotBase64")]
    [InlineData("a.a.c", "TokenNotBase64")]
    [InlineData("a.ZG8tbm90LXNob3c.c", "TokenNotJson")]
    [InlineData("a.W10.c", "TokenWithoutClaims")]
    [InlineData("a.e30.c", "TokenWithoutClaims")]
    [InlineData("a..c", "TokenNotJson")]
    public void A_text_that_is_no_token_is_refused_and_never_repeated(string token, string errorId) => Refused(token, errorId);

    [Theory]
    [InlineData("""{"iss":"a","iss":"b"}""")]
    [InlineData("""{"iss":"a","sub":"half \ud800 of a character"}""")]
    public void What_no_claims_can_be_read_from_is_no_token(string claims) => Refused(Tokens.Of(claims), "TokenNotJson");

    [Fact]
    public void A_token_of_50000_characters_is_read_and_a_longer_one_is_not()
    {
        var token = Tokens.Of($$"""{"iss":"{{Issuer}}","aud":"1example23456789"}""").PadRight(50_000, 'a');
        Assert.Equal("1example23456789", Request(null).Create(token, provider: null).Claims["aud"]!.Text);
        Refused(token + "a", "TokenTooLarge");
    }

    [Fact]
    public void A_megabyte_is_refused_before_it_is_read()
    {
        var fault = Refused(Tokens.Of($$"""{"iss":"{{new string('a', 1_000_000)}}"}"""), "TokenTooLarge");
        Assert.Contains("50000", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"sub":"a"}""", "TokenClaimMissing")]
    [InlineData("""{"iss":7}""", "TokenClaimMissing")]
    [InlineData($$"""{"iss":"{{Issuer}}","token_use":"access","client_id":"1example23456789"}""", "TokenOfAccess")]
    [InlineData($$"""{"iss":"{{Issuer}}","token_use":"access"}""", "TokenOfAccess")]
    [InlineData($$"""{"iss":"{{Issuer}}","client_id":"1example23456789"}""", "TokenOfAccess")]
    [InlineData($$"""{"iss":"{{Issuer}}"}""", "TokenClaimMissing")]
    [InlineData($$"""{"iss":"{{Issuer}}","aud":""}""", "TokenClaimMissing")]
    [InlineData($$"""{"iss":"{{Issuer}}","aud":[]}""", "TokenClaimMissing")]
    [InlineData($$"""{"iss":"{{Issuer}}","aud":["another"]}""", "TokenOfOtherProvider")]
    [InlineData("""{"iss":"cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab1Cd2Ef3","aud":"1example23456789"}""", "TokenOfOtherProvider")]
    [InlineData("""{"iss":"https://issuer-cognito-idp.us-east-1.amazonaws.com/us-east-1_Ab1Cd2Ef3","aud":"1example23456789"}""", "TokenOfOtherProvider")]
    [InlineData($$"""{"iss":"{{Issuer}}","aud":"another"}""", "TokenOfOtherProvider")]
    [InlineData($$"""{"iss":"{{Issuer}}X","aud":"1example23456789"}""", "TokenOfOtherProvider")]
    [InlineData("""{"iss":"https://accounts.google.com","aud":"x"}""", "TokenOfOtherProvider")]
    public void A_token_that_the_pool_would_refuse_is_explained(string claims, string errorId) => Refused(Tokens.Of(claims), errorId);

    [Theory]
    [InlineData(false, "Its providers are: none.")]
    [InlineData(true, "Its providers are: Google.")]
    public void A_token_of_another_provider_is_told_those_of_the_pool(bool hasGoogle, string said)
    {
        var pool = IdentityPool.Create(new());
        var fault = Refused(Tokens.Of("""{"iss":"a","aud":"b"}"""), "TokenOfOtherProvider", hasGoogle ? pool.WithLoginProvider(Google) : pool);
        Assert.EndsWith(said, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Issuer_and_audience_tell_user_pool_and_client()
    {
        var decision = new RoleDecision(Read($$"""{"iss":"{{Issuer}}","aud":"2example23456789","token_use":"id","email":"a"}"""));
        Assert.Equal("user pool eu-west-1_Ab1Cd2Ef3, client 2example23456789", decision.Provider);
        Assert.Equal([nameof(Messages.NoteTokenNotVerified)], decision.Notes.Select(note => note.Id));
    }

    [Theory]
    [InlineData(1893455999, true)]
    [InlineData(1893456000, true)]
    [InlineData(1893456001, false)]
    public void An_expired_token_is_flagged(long expiration, bool isExpired)
    {
        var decision = new RoleDecision(Read($$"""{"iss":"{{Issuer}}","aud":"1example23456789","exp":{{expiration}}}"""));
        Assert.Equal(isExpired, decision.Notes.Any(note => note.Id == nameof(Messages.NoteTokenExpired)));
        Assert.Equal(RoleDecisionOutcome.Role, decision.Outcome);
    }

    [Theory]
    [InlineData("1", "The token expired at 1970-01-01 00:00:01Z, ")]
    [InlineData("1893456000", "The token expired at 2030-01-01 00:00:00Z, ")]
    [InlineData("-62135596799", "The token expired at 0001-01-01 00:00:01Z, ")]
    [InlineData("-62135596800", "The token expired at -62135596800, ")]
    [InlineData("-1e20", "The token expired at -100000000000000000000, ")]
    public void The_end_of_a_token_is_told_as_a_date_where_it_is_one(string expiration, string said)
    {
        var request = Read($$"""{"iss":"{{Issuer}}","aud":"1example23456789","exp":{{expiration}}}""");
        Assert.StartsWith(said, request.Remarks.Single(note => note.Id == nameof(Messages.NoteTokenExpired)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-1e20")]
    [InlineData("\"soon\"")]
    [InlineData("null")]
    [InlineData("99999999999999999999")]
    public void An_odd_expiration_does_not_stop_the_answer(string expiration) =>
        Assert.Equal(RoleDecisionOutcome.Role, new RoleDecision(Read($$"""{"iss":"{{Issuer}}","aud":"1example23456789","exp":{{expiration}}}""")).Outcome);

    [Fact]
    public void Google_and_open_id_connect_are_told_by_their_issuers()
    {
        var pool = IdentityPool
            .Create(new())
            .WithLoginProvider(Google)
            .WithOpenIdConnectProvider(OpenIdConnectProvider.Existing("arn:aws:iam::123456789012:oidc-provider/login.example.com/tenant"));
        Assert.Equal("Google", Read("""{"iss":"https://accounts.google.com","aud":"web"}""", pool).Provider!.ToString());
        Assert.Equal("Google", Read("""{"iss":"accounts.google.com","aud":["x","web"]}""", pool).Provider!.ToString());
        Assert.IsType<OpenIdConnectProviderReference>(Read("""{"iss":"https://login.example.com/tenant","aud":"any"}""", pool).Provider);
    }

    [Theory]
    [InlineData("https://login.example.com", "web", null)]
    [InlineData("https://login.example.com", "phone", null)]
    [InlineData("https://login.example.com", "other", "TokenOfOtherProvider")]
    [InlineData("https://login.other.example", "web", "TokenOfOtherProvider")]
    public void An_open_id_connect_provider_that_is_created_is_told_by_url_and_client(string issuer, string audience, string? errorId)
    {
        var pool = IdentityPool.Create(new()).WithOpenIdConnectProvider(OpenIdConnectProvider.Define("https://login.example.com", ["web", "phone"]));
        var claims = $$"""{"iss":"{{issuer}}","aud":"{{audience}}"}""";
        if (errorId is null)
        {
            Assert.IsType<OpenIdConnectProviderReference>(Read(claims, pool).Provider);
        }
        else
        {
            Refused(Tokens.Of(claims), errorId, pool);
        }
    }

    /// <summary>AWS compares issuers to the letter, and so the near miss is told from the stranger.</summary>
    [Theory]
    [InlineData("https://tenant.auth0.example/", "https://tenant.auth0.example/", null)]
    [InlineData("https://tenant.auth0.example/", "https://tenant.auth0.example", "TokenOfAlikeIssuer")]
    [InlineData("https://tenant.auth0.example", "https://tenant.auth0.example/", "TokenOfAlikeIssuer")]
    [InlineData("https://login.example.com/realms/Shop", "https://login.example.com/realms/Shop", null)]
    [InlineData("https://login.example.com/realms/Shop", "https://login.example.com/realms/shop", "TokenOfAlikeIssuer")]
    [InlineData("https://login.example.com/realms/Shop", "https://LOGIN.example.com/realms/Shop", "TokenOfAlikeIssuer")]
    [InlineData("https://login.example.com/realms/Shop", "https://login.example.com/realms", "TokenOfOtherProvider")]
    [InlineData("https://login.example.com", "login.example.com", "TokenOfOtherProvider")]
    public void Issuers_are_one_when_every_letter_is(string provider, string issuer, string? errorId)
    {
        foreach (
            var known in new[]
            {
                OpenIdConnectProvider.Define(provider, ["web"]),
                OpenIdConnectProvider.Existing("arn:aws:iam::123456789012:oidc-provider/" + IssuerName.OfUrl(provider)),
            }
        )
        {
            var pool = IdentityPool.Create(new()).WithOpenIdConnectProvider(known);
            var claims = $$"""{"iss":"{{issuer}}","aud":"web"}""";
            if (errorId is null)
            {
                Assert.IsType<OpenIdConnectProviderReference>(Read(claims, pool).Provider);
            }
            else
            {
                Refused(Tokens.Of(claims), errorId, pool);
            }
        }
    }

    [Fact]
    public void The_audiences_of_a_provider_that_exists_are_not_known()
    {
        var pool = IdentityPool.Create(new()).WithOpenIdConnectProvider(OpenIdConnectProvider.Existing(Pools.OpenIdConnectArn));
        Assert.Contains(Read("""{"iss":"https://login.example.com","aud":"any"}""", pool).Remarks, note => note.Id == nameof(Messages.NoteAudienceNotKnown));
        var defined = IdentityPool.Create(new()).WithOpenIdConnectProvider(OpenIdConnectProvider.Define("https://login.example.com", ["any"]));
        Assert.DoesNotContain(
            Read("""{"iss":"https://login.example.com","aud":"any"}""", defined).Remarks,
            note => note.Id == nameof(Messages.NoteAudienceNotKnown)
        );
    }

    /// <summary>Both hosts are one user pool; what identity pools do with the newer one no document says.</summary>
    [Fact]
    public void The_updated_issuer_is_the_same_user_pool_and_both_readings_are_told()
    {
        var updated = Issuer.Replace("https://", "https://issuer-", StringComparison.Ordinal);
        var decision = new RoleDecision(Read($$"""{"iss":"{{updated}}","aud":"2example23456789"}"""));
        Assert.Equal(("user pool eu-west-1_Ab1Cd2Ef3, client 2example23456789", "Authenticated"), (decision.Provider, decision.Role));
        var note = Assert.Single(decision.Notes, note => note.IsUndocumented);
        Assert.Equal(nameof(Messages.NoteUpdatedIssuer), note.Id);
        Assert.Equal(["Authenticated (NoMapping).", "Denied: the pool does not accept the token."], note.Readings);
        Assert.DoesNotContain("\"", note.ToString(), StringComparison.Ordinal);
    }

    /// <summary>For several clients of Google AWS documents an OpenID Connect provider alone.</summary>
    [Theory]
    [InlineData(true, "web", RoleDecisionOutcome.Role, null)]
    [InlineData(true, "phone", RoleDecisionOutcome.Denied, "NoteSecondClient")]
    [InlineData(false, "web", RoleDecisionOutcome.Role, null)]
    [InlineData(false, "phone", RoleDecisionOutcome.Role, null)]
    public void A_second_client_of_Google_needs_one_provider_for_both(bool hasLogin, string audience, RoleDecisionOutcome outcome, string? noteId)
    {
        var pool = IdentityPool
            .Create(new())
            .WithOpenIdConnectProvider(OpenIdConnectProvider.Define("https://accounts.google.com", hasLogin ? ["phone"] : ["web", "phone"]));
        pool = hasLogin ? pool.WithLoginProvider(Google) : pool;
        var decision = new RoleDecision(Read($$"""{"iss":"https://accounts.google.com","aud":"{{audience}}"}""", pool));
        Assert.Equal((outcome, noteId is null ? null : ServiceMessages.NotSupportedProvider), (decision.Outcome, decision.Message));
        Assert.Equal(noteId, decision.Notes.FirstOrDefault(note => note.IsUndocumented)?.Id);
        if (noteId is not null)
        {
            Assert.Equal(RoleDecisionStep.Token, decision.Step);
            Assert.Equal("Authenticated (NoMapping).", decision.Notes.Single(note => note.Id == noteId).Readings[1]);
            Assert.Equal((false, true), (decision.Trace.Single().IsMatch, decision.Trace.Single().IsDecisive));
        }
    }

    /// <summary>RFC 7519 allows a list of audiences, and AWS says nothing of it.</summary>
    [Theory]
    [InlineData("""["1example23456789"]""")]
    [InlineData("""["other","1example23456789"]""")]
    public void Several_audiences_are_taken_for_refused_and_both_readings_are_told(string audiences)
    {
        var decision = new RoleDecision(Read($$"""{"iss":"{{Issuer}}","aud":{{audiences}}}"""));
        Assert.Equal(
            (RoleDecisionOutcome.Denied, RoleDecisionStep.Token, ServiceMessages.NotSupportedProvider),
            (decision.Outcome, decision.Step, decision.Message)
        );
        var note = Assert.Single(decision.Notes, note => note.IsUndocumented);
        Assert.Equal((nameof(Messages.NoteSeveralAudiences), "Authenticated (NoMapping)."), (note.Id, note.Readings[1]));
    }

    /// <summary>The pool's own token is for whom a developer's backend vouches.</summary>
    [Theory]
    [InlineData("cognito-identity.amazonaws.com", "eu-west-1:11111111-2222-3333-4444-555555555555", """["authenticated","login.shop"]""", null)]
    [InlineData("cognito-identity.amazonaws.com", "eu-west-1:11111111-2222-3333-4444-555555555555", "[]", null)]
    [InlineData("cognito-identity.amazonaws.com", "eu-west-1:99999999-2222-3333-4444-555555555555", """["authenticated","login.shop"]""", "TokenOfAnotherPool")]
    [InlineData("cognito-identity.amazonaws.com", "eu-west-1:11111111-2222-3333-4444-555555555555", """["unauthenticated"]""", "TokenOfClassicFlow")]
    [InlineData(
        "cognito-identity.amazonaws.com",
        "eu-west-1:11111111-2222-3333-4444-555555555555",
        """["authenticated","graph.facebook.com"]""",
        "TokenOfClassicFlow"
    )]
    [InlineData("cognito-identity-us-gov.amazonaws.com", "eu-west-1:11111111-2222-3333-4444-555555555555", """["login.shop"]""", "TokenOfOtherProvider")]
    public void The_pools_own_token_is_of_the_developer_provider(string issuer, string audience, string methods, string? errorId)
    {
        const string Id = "eu-west-1:11111111-2222-3333-4444-555555555555";
        var pool = Pools
            .Empty.WithDeveloperProvider("login.shop")
            .Existing(Id, $"arn:aws:cognito-identity:eu-west-1:123456789012:identitypool/{Id}", ValueMap<string>.Empty);
        var claims = $$"""{"iss":"https://{{issuer}}","aud":"{{audience}}","sub":"eu-west-1:a","amr":{{methods}}}""";
        if (errorId is null)
        {
            Assert.Equal("login.shop", new RoleDecision(Read(claims, pool)).Provider);
            Assert.Equal("login.shop", Request(pool).Create(Tokens.Of(claims), new ProviderUrlReference("login.shop")).Provider!.ToString());
        }
        else
        {
            Refused(Tokens.Of(claims), errorId, pool);
        }
    }

    [Fact]
    public void A_definition_knows_no_id_and_says_so()
    {
        var pool = IdentityPool.Create(new()).WithDeveloperProvider("login.shop");
        var token = """{"iss":"https://cognito-identity.cn-north-1.amazonaws.com.cn","aud":"cn-north-1:a","amr":["authenticated","login.shop"]}""";
        Assert.Contains(Read(token, pool).Remarks, note => note.Id == nameof(Messages.NoteTokenPoolAssumed));
    }

    /// <summary>Where the tokens of a provider do not tell who issued them, the one that is named is believed.</summary>
    [Theory]
    [InlineData(Pools.ProviderName + ":1example23456789", $$"""{"iss":"{{Issuer}}","aud":"1example23456789"}""", null)]
    [InlineData(Pools.ProviderName + ":1example23456789", $$"""{"iss":"{{Issuer}}","aud":"2example23456789"}""", "TokenOfNamedProvider")]
    [InlineData("accounts.google.com", """{"iss":"https://accounts.google.com","aud":"web"}""", null)]
    [InlineData("accounts.google.com", $$"""{"iss":"{{Issuer}}","aud":"2example23456789"}""", "TokenOfNamedProvider")]
    [InlineData(Pools.OpenIdConnectArn, """{"iss":"https://login.example.com","aud":"any"}""", null)]
    [InlineData(Pools.OpenIdConnectArn, """{"iss":"https://accounts.google.com","aud":"web"}""", "TokenOfNamedProvider")]
    [InlineData("graph.facebook.com", """{"iss":"https://www.facebook.com","aud":"102030405060708"}""", null)]
    public void A_provider_that_is_named_has_to_be_the_issuer(string url, string claims, string? errorId)
    {
        var pool = Pool.WithLoginProvider(Google)
            .WithLoginProvider(LoginProvider.Create(LoginProviderName.Facebook, "102030405060708"))
            .WithOpenIdConnectProvider(OpenIdConnectProvider.Existing(Pools.OpenIdConnectArn));
        var provider = ProviderReference.OfUrl(url);
        if (errorId is null)
        {
            var request = Request(pool).Create(Tokens.Of(claims), provider);
            Assert.Equal(pool.Bound(provider), request.Provider);
            Assert.NotNull(request.Claims["aud"]);
        }
        else
        {
            UnitTests.Refused.With(errorId, () => Request(pool).Create(Tokens.Of(claims), provider));
        }
    }

    /// <summary>Of a user pool that exists a template may create one client and name another.</summary>
    [Theory]
    [InlineData("web", "web", false)]
    [InlineData("other", "app", true)]
    public void A_client_whose_id_is_known_goes_before_one_that_a_template_creates(string audience, string client, bool isAssumed)
    {
        var pool = IdentityPool
            .Create(new())
            .WithUserPool(new(Pools.UserPool, UserPoolClient.Define(new() { Name = "app" }), serverSideTokenCheck: true))
            .WithUserPool(Pools.Client("web"));
        var request = Read($$"""{"iss":"{{Issuer}}","aud":"{{audience}}"}""", pool);
        Assert.Equal($"user pool {Pools.UserPoolId}, client {client}", request.Provider!.ToString());
        Assert.Equal(isAssumed, request.Remarks.Any(note => note.Id == nameof(Messages.NoteTokenProviderAssumed)));
    }

    [Fact]
    public void A_provider_that_a_template_creates_is_assumed_when_it_is_the_only_one()
    {
        var pool = IdentityPool.Create(new()).WithUserPool(new(UserPool.Define("shop"), UserPoolClient.Define(new()), serverSideTokenCheck: true));
        var request = Read($$"""{"iss":"{{Issuer}}","aud":"x"}""", pool);
        Assert.Contains(request.Remarks, note => note.Id == nameof(Messages.NoteTokenProviderAssumed));
        var second = pool.WithUserPool(new(UserPool.Define("staff"), UserPoolClient.Define(new()), serverSideTokenCheck: true));
        Refused(Tokens.Of($$"""{"iss":"{{Issuer}}","aud":"x"}"""), "TokenProviderAmbiguous", second);
    }

    private static LoginProvider Google => LoginProvider.Create(LoginProviderName.Google, "web");

    private static IdentityPool Pool =>
        IdentityPool
            .Create(new())
            .WithUserPool(new(UserPool.Existing("eu-west-1_Ab1Cd2Ef3"), UserPoolClient.Existing("1example23456789"), serverSideTokenCheck: true))
            .WithUserPool(new(UserPool.Existing("eu-west-1_Ab1Cd2Ef3"), UserPoolClient.Existing("2example23456789"), serverSideTokenCheck: true));

    private static RoleRequest Read(string claims, IdentityPool? pool = null) => Request(pool).Create(Tokens.Of(claims), provider: null);

    private static TokenRequest Request(IdentityPool? pool) => new(new(pool ?? Pool), Tokens.Clock);

    private static DefinitionException Refused(string token, string errorId, IdentityPool? pool = null)
    {
        var fault = Assert.Throws<DefinitionException>(() => Request(pool).Create(token, provider: null));
        Assert.Equal(errorId, fault.ErrorId);
        Assert.DoesNotContain(Secret, fault.ToString(), StringComparison.Ordinal);
        Assert.Equal("Token", fault.Target);
        return fault;
    }
}
