using Amazon.Runtime;
using IdentityPools.Aws;
using IdentityPools.Model;
using IdentityPools.Ports;
using IdentityPools.UnitTests.Clients;
using IdentityPools.UnitTests.Sandbox;
using Xunit;

namespace IdentityPools.UnitTests.Live;

/// <summary>Credentials as a client of a pool gets them: without any of its own, and with nothing said about its tokens.</summary>
public sealed class CredentialTests
{
    private const string Pool = "eu-west-1:11111111-2222-3333-4444-555555555555";
    private const string Identity = """{"IdentityId":"eu-west-1:ann"}""";
    private const string Given =
        """{"IdentityId":"eu-west-1:ann","Credentials":{"AccessKeyId":"ASIA","SecretKey":"hush","SessionToken":"session","Expiration":4102444800}}""";

    private const string Assumed =
        "<AssumeRoleWithWebIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><AssumeRoleWithWebIdentityResult><Credentials>"
        + "<AccessKeyId>ASIA</AccessKeyId><SecretAccessKey>hush</SecretAccessKey><SessionToken>session</SessionToken><Expiration>2100-01-01T00:00:00Z</Expiration>"
        + "</Credentials></AssumeRoleWithWebIdentityResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></AssumeRoleWithWebIdentityResponse>";

    private readonly Account observer = new();

    [Fact]
    public async Task Two_unsigned_calls_bring_them()
    {
        var wire = new CannedWire(new CannedAnswer(Identity), new CannedAnswer(Given));

        var credential = await AskAsync(
            wire,
            new()
            {
                PoolId = Pool,
                AccountId = "123456789012",
                CustomRoleArn = Pools.RoleArn,
                Logins = Login("token"),
            }
        );

        Assert.Equal("ASIA", credential.AccessKeyId);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(4102444800), credential.Expiration);
        Assert.Equal("eu-west-1:ann until 2100-01-01 00:00:00Z", credential.ToString());
        Assert.True(credential.SecretAccessKey.IsReadOnly() && credential.SessionToken.IsReadOnly());
        Assert.All(wire.Sent, sent => Assert.Null(sent.Header("Authorization")));
        Assert.Equal(
            [
                $$$"""{"AccountId":"123456789012","IdentityPoolId":"{{{Pool}}}","Logins":{"accounts.google.com":"token"}}""",
                $$$"""{"CustomRoleArn":"{{{Pools.RoleArn}}}","IdentityId":"eu-west-1:ann","Logins":{"accounts.google.com":"token"}}""",
            ],
            wire.Sent.Select(sent => Sorted(sent.Body))
        );
        Assert.Equal(["cognito-identity:GetId", "cognito-identity:GetCredentialsForIdentity"], observer.Reported.Select(call => call.Operation));
    }

    [Fact]
    public async Task An_identity_that_is_known_is_not_looked_up()
    {
        var wire = new CannedWire(new CannedAnswer(Given));

        await AskAsync(wire, new() { PoolId = Pool, IdentityId = "eu-west-1:ann" });

        Assert.Equal("""{"IdentityId":"eu-west-1:ann"}""", Assert.Single(wire.Sent).Body);
    }

    /// <summary>The pool gives a token, and STS a session of the role that was named; neither call is signed.</summary>
    [Fact]
    public async Task The_classic_flow_takes_two_services()
    {
        var wire = new CannedWire(new CannedAnswer("""{"IdentityId":"eu-west-1:ann","Token":"open-id-token"}"""), CannedAnswer.Xml(Assumed));

        var credential = await AskAsync(
            wire,
            new()
            {
                PoolId = Pool,
                IdentityId = "eu-west-1:ann",
                ClassicRoleArn = Pools.RoleArn,
                Logins = Login("token"),
            }
        );

        Assert.Equal("eu-west-1:ann until 2100-01-01 00:00:00Z", credential.ToString());
        Assert.All(wire.Sent, sent => Assert.Null(sent.Header("Authorization")));
        Assert.Equal("""{"IdentityId":"eu-west-1:ann","Logins":{"accounts.google.com":"token"}}""", Sorted(wire.Sent[0].Body));
        var form = Uri.UnescapeDataString(wire.Sent[1].Body);
        Assert.Contains("Action=AssumeRoleWithWebIdentity", form, StringComparison.Ordinal);
        Assert.Contains($"RoleArn={Pools.RoleArn}", form, StringComparison.Ordinal);
        Assert.Contains("WebIdentityToken=open-id-token", form, StringComparison.Ordinal);
        Assert.Equal(["cognito-identity:GetOpenIdToken", "sts:AssumeRoleWithWebIdentity"], observer.Reported.Select(call => call.Operation));
    }

    [Theory]
    [InlineData("Basic (classic) flow is not enabled, please use enhanced flow.", nameof(Messages.ClassicFlowRefused))]
    [InlineData("Basic (classic) flow is not supported with RoleMappings, please use enhanced flow.", nameof(Messages.ClassicFlowRefused))]
    [InlineData("Something else.", nameof(Messages.RequestRefused))]
    public async Task A_pool_without_the_classic_flow_says_so(string words, string errorId)
    {
        var wire = new CannedWire(CannedAnswer.JsonError("InvalidParameterException", words));

        var fault = await Assert.ThrowsAsync<ServiceException>(() => AskAsync(wire, Classic));

        Assert.Equal(errorId, fault.ErrorId);
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_that_does_not_let_in_is_told_with_its_trust()
    {
        const string Denied =
            "<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>open-id-token is not authorized</Message></Error><RequestId>r</RequestId></ErrorResponse>";
        var wire = new CannedWire(
            new CannedAnswer("""{"IdentityId":"eu-west-1:ann","Token":"open-id-token"}"""),
            CannedAnswer.Xml(Denied, System.Net.HttpStatusCode.Forbidden)
        );

        var fault = await Assert.ThrowsAsync<ServiceException>(() => AskAsync(wire, Classic));

        Assert.Equal((nameof(Messages.ClassicRoleRefused), ServiceErrorKind.Denied, Pools.RoleArn), (fault.ErrorId, fault.Kind, fault.Target));
        Assert.Contains("******** is not authorized", fault.Message, StringComparison.Ordinal);
    }

    private static CredentialRequest Classic =>
        new()
        {
            PoolId = Pool,
            IdentityId = "eu-west-1:ann",
            ClassicRoleArn = Pools.RoleArn,
        };

    [Theory]
    [InlineData("NotAuthorizedException", "LoginRefused", ServiceErrorKind.Denied)]
    [InlineData("InvalidIdentityPoolConfigurationException", "PoolMisconfigured", ServiceErrorKind.Invalid)]
    [InlineData("ExternalServiceException", "LoginProviderFailed", ServiceErrorKind.Service)]
    [InlineData("InvalidParameterException", "RequestRefused", ServiceErrorKind.Invalid)]
    [InlineData("ResourceConflictException", "ResourceConflict", ServiceErrorKind.Conflict)]
    [InlineData("AccessDeniedException", "AccessDenied", ServiceErrorKind.Denied)]
    public async Task A_refusal_keeps_what_AWS_says(string code, string errorId, ServiceErrorKind kind)
    {
        foreach (var wire in new[] { new CannedWire(CannedAnswer.JsonError(code)), new(new CannedAnswer(Identity), CannedAnswer.JsonError(code)) })
        {
            var fault = await Assert.ThrowsAsync<ServiceException>(() => AskAsync(wire, new() { PoolId = Pool }));

            Assert.Equal((errorId, kind, Pool), (fault.ErrorId, fault.Kind, fault.Target));
            Assert.Equal((code, "id-in-header"), (fault.ErrorCode, fault.RequestId));
            Assert.Contains($"why ({code}, request id-in-header)", fault.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_pool_that_is_not_there_is_said_to_be()
    {
        var fault = await Assert.ThrowsAsync<ServiceException>(() =>
            AskAsync(new(CannedAnswer.JsonError("ResourceNotFoundException")), new() { PoolId = Pool })
        );

        Assert.Equal((nameof(Messages.IdentityPoolNotFound), ServiceErrorKind.NotFound), (fault.ErrorId, fault.Kind));
    }

    [Fact]
    public async Task A_refusal_that_repeats_a_token_is_told_without_it()
    {
        var wire = new CannedWire(CannedAnswer.JsonError("NotAuthorizedException", "Invalid login token. hush-hush is expired"));

        var fault = await Assert.ThrowsAsync<ServiceException>(() => AskAsync(wire, new() { PoolId = Pool, Logins = Login("hush-hush") }));

        Assert.Contains("******** is expired", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hush-hush", fault.ToString(), StringComparison.Ordinal);
        Assert.Null(fault.InnerException);
    }

    [Theory]
    [InlineData("{}", Given, nameof(Messages.InvalidAnswer), "IdentityId")]
    [InlineData("{\"IdentityId\":\"eu-west-1:a\\u001b[2J\"}", Given, nameof(Messages.InvalidAnswer), "IdentityId")]
    [InlineData("""{"IdentityId":"eu-west-1:bob"}""", Given, nameof(Messages.AnswerOfAnother), "eu-west-1:ann")]
    [InlineData(Identity, "{}", nameof(Messages.InvalidAnswer), "Credentials")]
    [InlineData(Identity, """{"Credentials":{"AccessKeyId":"ASIA","SecretKey":"hush"}}""", nameof(Messages.InvalidAnswer), "SessionToken")]
    [InlineData(Identity, """{"Credentials":{"AccessKeyId":"ASIA","SecretKey":"hush""", nameof(Messages.AnswerUnreadable), "cut off")]
    public async Task An_answer_in_part_is_none(string first, string second, string errorId, string reason)
    {
        var wire = new CannedWire(new CannedAnswer(first), new CannedAnswer(second));

        var fault = await Assert.ThrowsAsync<ServiceException>(() => AskAsync(wire, new() { PoolId = Pool }));

        Assert.Equal(errorId, fault.ErrorId);
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sandbox_hands_out_the_role_of_a_login()
    {
        var pool = IdentityPool.Create(new() { Name = "shop" }).WithUserPool(Pools.Client("web"));
        var published = await observer.PublishAsync(pool);
        var token = Tokens.Create($$"""{"iss":"https://{{Pools.ProviderName}}","aud":"web","sub":"ann"}""");
        var request = new CredentialRequest { PoolId = published.Id!, Logins = Logins.From([KeyValuePair.Create<string, object?>(Pools.UserPoolId, token)]) };
        observer.Sandbox.ClearCalls();

        var first = await observer.Connect().GetCredentialAsync(request, observer, TestContext.Current.CancellationToken);
        var second = await observer.Connect().GetCredentialAsync(request, observer, TestContext.Current.CancellationToken);

        Assert.Equal(first.IdentityId, second.IdentityId);
        Assert.NotEqual(first.AccessKeyId, second.AccessKeyId);
        Assert.DoesNotContain(observer.Sandbox.Calls, call => call.Operation == "GetCallerIdentity");
    }

    private Task<IdentityPoolCredential> AskAsync(CannedWire wire, CredentialRequest request) =>
        new AwsIdentityPoolService(new("eu-west-1", new NoCredentials(), null, wire), null).GetCredentialAsync(
            request,
            observer,
            TestContext.Current.CancellationToken
        );

    private static ValueMap<ProviderSecret> Login(string token) => Logins.From([KeyValuePair.Create<string, object?>("Google", token)]);

    private static string Sorted(string json) =>
        System.Text.Json.JsonSerializer.Serialize(System.Text.Json.JsonSerializer.Deserialize<SortedDictionary<string, System.Text.Json.JsonElement>>(json));

    /// <summary>A machine where nobody has set AWS up.</summary>
    private sealed class NoCredentials : AWSCredentials
    {
        public override ImmutableCredentials GetCredentials() => throw new AmazonClientException("There are no credentials here.");
    }
}
