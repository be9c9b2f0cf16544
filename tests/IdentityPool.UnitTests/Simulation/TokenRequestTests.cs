using System.Text;
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

    private static readonly DateTimeOffset Now = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

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

    [Fact]
    public void A_claim_that_stands_twice_is_no_token() => Refused(Token("""{"iss":"a","iss":"b"}"""), "TokenNotJson");

    [Fact]
    public void A_megabyte_is_refused_before_it_is_read()
    {
        var fault = Refused(Token($$"""{"iss":"{{new string('a', 1_000_000)}}"}"""), "TokenTooLarge");
        Assert.Contains("50000", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"sub":"a"}""", "TokenClaimMissing")]
    [InlineData("""{"iss":7}""", "TokenClaimMissing")]
    [InlineData($$"""{"iss":"{{Issuer}}","token_use":"access","client_id":"1example23456789"}""", "TokenOfAccess")]
    [InlineData($$"""{"iss":"{{Issuer}}","aud":"another"}""", "TokenOfOtherProvider")]
    [InlineData($$"""{"iss":"{{Issuer}}X","aud":"1example23456789"}""", "TokenOfOtherProvider")]
    [InlineData("""{"iss":"https://accounts.google.com","aud":"x"}""", "TokenOfOtherProvider")]
    public void A_token_that_the_pool_would_refuse_is_explained(string claims, string errorId) => Refused(Token(claims), errorId);

    [Fact]
    public void Issuer_and_audience_tell_user_pool_and_client()
    {
        var decision = new RoleDecision(Read($$"""{"iss":"{{Issuer}}","aud":"2example23456789","email":"a"}"""));
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
            .WithLoginProvider(LoginProvider.Create(LoginProviderName.Google, "web"))
            .WithOpenIdConnectProvider(OpenIdConnectProvider.Existing("arn:aws:iam::123456789012:oidc-provider/login.example.com/tenant"));
        Assert.Equal("Google", Read("""{"iss":"https://accounts.google.com","aud":"web"}""", pool).Provider!.ToString());
        Assert.Equal("Google", Read("""{"iss":"accounts.google.com","aud":["x","web"]}""", pool).Provider!.ToString());
        Assert.IsType<OpenIdConnectProviderReference>(Read("""{"iss":"https://login.example.com/tenant","aud":"any"}""", pool).Provider);
    }

    [Fact]
    public void A_provider_that_a_template_creates_is_assumed_when_it_is_the_only_one()
    {
        var pool = IdentityPool.Create(new()).WithUserPool(new(UserPool.Define("shop"), UserPoolClient.Define(new()), serverSideTokenCheck: true));
        var request = Read($$"""{"iss":"{{Issuer}}","aud":"x"}""", pool);
        Assert.Contains(request.Remarks, note => note.Id == nameof(Messages.NoteTokenProviderAssumed));
        var second = pool.WithUserPool(new(UserPool.Define("staff"), UserPoolClient.Define(new()), serverSideTokenCheck: true));
        Refused(Token($$"""{"iss":"{{Issuer}}","aud":"x"}"""), "TokenProviderAmbiguous", second);
    }

    private static IdentityPool Pool =>
        IdentityPool
            .Create(new())
            .WithUserPool(new(UserPool.Existing("eu-west-1_Ab1Cd2Ef3"), UserPoolClient.Existing("1example23456789"), serverSideTokenCheck: true))
            .WithUserPool(new(UserPool.Existing("eu-west-1_Ab1Cd2Ef3"), UserPoolClient.Existing("2example23456789"), serverSideTokenCheck: true));

    private static RoleRequest Read(string claims, IdentityPool? pool = null) => Request(pool).Create(Token(claims), provider: null);

    private static TokenRequest Request(IdentityPool? pool) => new(new(pool ?? Pool), new FixedClock());

    private static DefinitionException Refused(string token, string errorId, IdentityPool? pool = null)
    {
        var fault = Assert.Throws<DefinitionException>(() => Request(pool).Create(token, provider: null));
        Assert.Equal(errorId, fault.ErrorId);
        Assert.DoesNotContain(Secret, fault.ToString(), StringComparison.Ordinal);
        Assert.Equal("Token", fault.Target);
        return fault;
    }

    private static string Token(string claims) =>
        $"e30.{Convert.ToBase64String(Encoding.UTF8.GetBytes(claims)).TrimEnd('=').Replace('+', '-').Replace('/', '_')}.c2ln";

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
