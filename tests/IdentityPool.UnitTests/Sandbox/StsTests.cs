using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace IdentityPools.UnitTests.Sandbox;

public sealed class StsTests : IDisposable
{
    private const string RoleArn = "arn:aws:iam::123456789012:role/auth";
    private const string Pool = "us-east-1:00000000-0000-0000-0000-000000000000";
    private const string Denied = "Not authorized to perform sts:AssumeRoleWithWebIdentity";
    private const string NoToken = "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)";

    private readonly QueryClient sts;
    private readonly QueryClient iam;

    public StsTests() => (sts, iam) = QueryClient.StsAndIam();

    public void Dispose()
    {
        sts.Dispose();
        iam.Dispose();
    }

    private static string Token(
        string audience = Pool,
        string method = "authenticated",
        string issuer = "https://cognito-identity.amazonaws.com",
        int seconds = 600,
        string subject = "us-east-1:identity"
    )
    {
        var claims = new JsonObject
        {
            ["sub"] = subject,
            ["aud"] = audience,
            ["amr"] = new JsonArray(method, "graph.facebook.com"),
            ["iss"] = issuer,
            ["exp"] = DateTimeOffset.UtcNow.AddSeconds(seconds).ToUnixTimeSeconds(),
        };
        return Encoded(claims.ToJsonString());
    }

    private static string Encoded(string claims) =>
        $"e30.{Convert.ToBase64String(Encoding.UTF8.GetBytes(claims)).TrimEnd('=').Replace('+', '-').Replace('/', '_')}.x";

    private async Task CreateRoleAsync(string trust = IamPolicyTexts.PoolTrust) =>
        (await iam.CallAsync("CreateRole", ("RoleName", "auth"), ("AssumeRolePolicyDocument", trust))).Ok();

    private Task<QueryAnswer> AssumeAsync(string token, params (string, string)[] more)
    {
        sts.SignAs(null);
        return sts.CallAsync("AssumeRoleWithWebIdentity", [("RoleArn", RoleArn), ("RoleSessionName", "session"), ("WebIdentityToken", token), .. more]);
    }

    [Fact]
    public async Task The_caller_is_the_user_of_the_account()
    {
        var identity = (await sts.CallAsync("GetCallerIdentity")).Ok();
        Assert.Equal("https://sts.amazonaws.com/doc/2011-06-15/", identity.Xml.Name.NamespaceName);
        Assert.Equal("123456789012", identity.Value("GetCallerIdentityResult", "Account"));
        Assert.Equal("arn:aws:iam::123456789012:user/sandbox", identity.Value("GetCallerIdentityResult", "Arn"));
        Assert.NotEmpty(identity.Value("GetCallerIdentityResult", "UserId")!);
    }

    [Fact]
    public async Task A_token_that_the_role_trusts_gives_credentials_of_the_role()
    {
        await CreateRoleAsync();
        var session = (await AssumeAsync(Token())).Ok();
        Assert.Equal("arn:aws:sts::123456789012:assumed-role/auth/session", session.Value("AssumeRoleWithWebIdentityResult", "AssumedRoleUser", "Arn"));
        Assert.Equal("us-east-1:identity", session.Value("AssumeRoleWithWebIdentityResult", "SubjectFromWebIdentityToken"));
        Assert.Equal(Pool, session.Value("AssumeRoleWithWebIdentityResult", "Audience"));
        Assert.EndsWith("Z", session.Value("AssumeRoleWithWebIdentityResult", "Credentials", "Expiration"), StringComparison.Ordinal);

        sts.SignAs(session.Value("AssumeRoleWithWebIdentityResult", "Credentials", "AccessKeyId"));
        var identity = (await sts.CallAsync("GetCallerIdentity")).Ok();
        Assert.Equal("arn:aws:sts::123456789012:assumed-role/auth/session", identity.Value("GetCallerIdentityResult", "Arn"));
    }

    [Fact]
    public async Task The_trust_decides_by_pool_and_login()
    {
        (await AssumeAsync(Token())).Refused(403, "AccessDenied", Denied);
        await CreateRoleAsync();
        (await AssumeAsync(Token(audience: "us-east-1:other"))).Refused(403, "AccessDenied", Denied);
        (await AssumeAsync(Token(method: "unauthenticated"))).Refused(403, "AccessDenied", Denied);
    }

    [Theory]
    [InlineData("'ForAnyValue:StringLike':{'cognito-identity.amazonaws.com:amr':'auth*'}", true)]
    [InlineData("'ForAllValues:StringEquals':{'cognito-identity.amazonaws.com:amr':'authenticated'}", false)]
    [InlineData("'ForAllValues:StringEquals':{'cognito-identity.amazonaws.com:amr':['authenticated','graph.facebook.com']}", true)]
    [InlineData("'ForAnyValue:StringNotLike':{'cognito-identity.amazonaws.com:amr':['authenticated','graph.facebook.com']}", false)]
    [InlineData("'StringNotEquals':{'cognito-identity.amazonaws.com:sub':['us-east-1:identity','x']}", false)]
    [InlineData("'StringNotEquals':{'cognito-identity.amazonaws.com:sub':['x','y']}", true)]
    [InlineData("'StringEqualsIgnoreCase':{'cognito-identity.amazonaws.com:sub':'US-EAST-1:Identity'}", true)]
    [InlineData("'StringEquals':{'aws:RequestTag/Team':'x'}", false)]
    [InlineData("'StringEqualsIfExists':{'aws:RequestTag/Team':'x'}", true)]
    [InlineData("'StringNotEquals':{'aws:RequestTag/Team':'x'}", true)]
    [InlineData("'ForAllValues:StringEquals':{'aws:TagKeys':'x'}", true)]
    [InlineData("'ForAnyValue:StringEquals':{'aws:TagKeys':'x'}", false)]
    [InlineData("'Null':{'aws:TagKeys':'true'}", true)]
    [InlineData("'Null':{'cognito-identity.amazonaws.com:aud':true}", false)]
    [InlineData("'NumericLessThan':{'cognito-identity.amazonaws.com:aud':5}", false)]
    public async Task Conditions_are_evaluated(string condition, bool granted)
    {
        const string Grant = "'Effect':'Allow','Principal':{'Federated':'cognito-identity.amazonaws.com'},'Action':'sts:AssumeRoleWithWebIdentity'";
        await CreateRoleAsync(IamPolicyTexts.Policy($"{Grant},'Condition':{{{condition}}}"));
        Assert.Equal(granted ? 200 : 403, (int)(await AssumeAsync(Token())).Status);
    }

    [Fact]
    public async Task A_denial_goes_before_a_grant()
    {
        const string Deny =
            "'Effect':'Deny','Principal':{'Federated':'cognito-identity.amazonaws.com'},'Action':'sts:*','Condition':{'StringLike':{'cognito-identity.amazonaws.com:sub':'*'}}";
        const string Allow =
            "'Effect':'Allow','Principal':{'Federated':'cognito-identity.amazonaws.com'},'Action':'sts:*','Condition':{'StringLike':{'cognito-identity.amazonaws.com:aud':'*'}}";
        await CreateRoleAsync(IamPolicyTexts.Policy($"{Allow}}},{{{Deny}"));
        (await AssumeAsync(Token())).Refused(403, "AccessDenied", Denied);
    }

    [Fact]
    public async Task Tokens_have_to_be_tokens_of_this_account()
    {
        await CreateRoleAsync();
        (await AssumeAsync("nonsense")).Refused(400, "InvalidIdentityToken", NoToken);
        (await AssumeAsync("a.b.c")).Refused(400, "InvalidIdentityToken", NoToken);
        (await AssumeAsync(Encoded("""{"sub":"a","aud":"b","iss":"c","exp":99999999999999}"""))).Refused(400, "InvalidIdentityToken", NoToken);
        (await AssumeAsync(Encoded("""{"sub":"a","sub":"b","aud":"b","iss":"c","exp":1}"""))).Refused(400, "InvalidIdentityToken", NoToken);
        (await AssumeAsync(Token(issuer: "https://login.example.com"))).Refused(
            400,
            "InvalidIdentityToken",
            "No OpenIDConnect provider found in your account for https://login.example.com"
        );
        var expired = await AssumeAsync(Token(seconds: -10));
        Assert.Equal((400, "ExpiredTokenException"), ((int)expired.Status, expired.Code));
        Assert.StartsWith("Token expired: current date/time ", expired.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_is_no_longer_than_the_role_allows()
    {
        await CreateRoleAsync();
        (await AssumeAsync(Token(), ("DurationSeconds", "3601"))).Refused(
            400,
            "ValidationError",
            "The requested DurationSeconds exceeds the MaxSessionDuration set for this role."
        );
        (await AssumeAsync(Token(), ("DurationSeconds", "899"))).Invalid("durationSeconds");
        (await AssumeAsync(Token(), ("Policy", "nonsense"))).Refused(400, "MalformedPolicyDocument", "Syntax errors in policy.");
    }

    [Fact]
    public async Task A_role_that_trusts_the_account_is_assumed_by_its_user()
    {
        await CreateRoleAsync(
            IamPolicyTexts.Policy(
                "'Effect':'Allow','Principal':{'AWS':'123456789012'},'Action':'sts:AssumeRole','Condition':{'StringEquals':{'sts:ExternalId':'secret'}}"
            )
        );
        (await sts.CallAsync("AssumeRole", ("RoleArn", RoleArn), ("RoleSessionName", "me"), ("ExternalId", "secret"))).Ok();
        (await sts.CallAsync("AssumeRole", ("RoleArn", RoleArn), ("RoleSessionName", "me"))).Refused(
            403,
            "AccessDenied",
            $"User: arn:aws:iam::123456789012:user/sandbox is not authorized to perform: sts:AssumeRole on resource: {RoleArn}"
        );
    }
}
