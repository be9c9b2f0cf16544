using Amazon.CognitoIdentity;
using Amazon.IdentityManagement;
using Amazon.Runtime;
using IdentityPools.Aws;
using IdentityPools.Ports;
using IdentityPools.UnitTests.Clients;
using IdentityPools.UnitTests.Live;
using Xunit;

namespace IdentityPools.UnitTests.Wire;

/// <summary>Answers that say all is well and lack what was asked for, or are about something else.</summary>
public sealed class AnswerCheckTests
{
    private const string Id = "eu-west-1:11111111-2222-3333-4444-555555555555";
    private const string Other = "eu-west-1:99999999-2222-3333-4444-555555555555";
    private const string Good = $$"""{"IdentityPoolId":"{{Id}}","IdentityPoolName":"shop","AllowUnauthenticatedIdentities":false""";

    private const string Roles = $$"""{"IdentityPoolId":"{{Id}}","RoleMappings":""";

    private readonly Account observer = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("{}", nameof(Messages.InvalidAnswer), "IdentityPools")]
    [InlineData("""{"IdentityPools":null}""", nameof(Messages.InvalidAnswer), "IdentityPools")]
    [InlineData("""{"IdentityPools":[{}]}""", nameof(Messages.InvalidAnswer), "IdentityPoolId")]
    [InlineData("""{"IdentityPools":[{"IdentityPoolId":"../../x","IdentityPoolName":"shop"}]}""", nameof(Messages.InvalidAnswer), "IdentityPoolId")]
    [InlineData($$"""{"IdentityPools":[{"IdentityPoolId":"{{Id}}"}]}""", nameof(Messages.InvalidAnswer), "IdentityPoolName")]
    [InlineData("""{"IdentityPools":[null]}""", nameof(Messages.AnswerUnreadable), "cut off")]
    [InlineData("""{"IdentityPools":{}}""", nameof(Messages.AnswerUnreadable), "cut off")]
    [InlineData("""{"IdentityPools":[""", nameof(Messages.AnswerUnreadable), "cut off")]
    [InlineData("", nameof(Messages.AnswerUnreadable), "empty")]
    [InlineData("<html><body>Log in</body></html>", nameof(Messages.AnswerUnreadable), "HTML")]
    public async Task A_list_must_say_what_there_is(string body, string errorId, string reason)
    {
        var fault = await Assert.ThrowsAsync<ServiceException>(() => ListAsync(new CannedWire(new CannedAnswer(body))));

        Assert.Equal((errorId, ServiceErrorKind.Connection), (fault.ErrorId, fault.Kind));
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
        Assert.Contains("cognito-identity:ListIdentityPools", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", nameof(Messages.InvalidAnswer), "IdentityPoolId")]
    [InlineData(
        $$"""{"IdentityPoolId":"{{Other}}","IdentityPoolName":"shop","AllowUnauthenticatedIdentities":false}""",
        nameof(Messages.AnswerOfAnother),
        Other
    )]
    [InlineData($$"""{"IdentityPoolId":"{{Id}}","AllowUnauthenticatedIdentities":false}""", nameof(Messages.InvalidAnswer), "IdentityPoolName")]
    [InlineData($$"""{"IdentityPoolId":"{{Id}}","IdentityPoolName":"shop"}""", nameof(Messages.InvalidAnswer), "AllowUnauthenticatedIdentities")]
    [InlineData(Good + ""","CognitoIdentityProviders":[{"ClientId":"a"}]}""", nameof(Messages.InvalidAnswer), "ProviderName")]
    [InlineData(Good + ""","CognitoIdentityProviders":[{"ProviderName":"a"}]}""", nameof(Messages.InvalidAnswer), "ClientId")]
    [InlineData(Good + ""","IdentityPoolTags":{"team":null}}""", nameof(Messages.AnswerUnreadable), "cut off")]
    public async Task A_pool_must_be_the_one_that_was_asked_for(string body, string errorId, string reason)
    {
        var clients = Clients(new CannedWire(new CannedAnswer(body)));

        var fault = await Assert.ThrowsAsync<ServiceException>(() => new PoolReader(clients, new(new(1), observer), Cancellation).DescribeAsync(Id));

        Assert.Equal(errorId, fault.ErrorId);
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pool_that_is_gone_is_so_for_whichever_call_is_the_first_to_see_it()
    {
        var gone = CannedAnswer.JsonError("ResourceNotFoundException");
        var reader = new PoolReader(Clients(new CannedWire(gone, gone)), new(new(1), observer), Cancellation);

        Task[] calls = [reader.DescribeAsync(Id), reader.RolesAsync(Id)];

        foreach (var call in calls)
        {
            var fault = await Assert.ThrowsAsync<ServiceException>(() => call);
            Assert.Equal((nameof(Messages.IdentityPoolNotFound), ServiceErrorKind.NotFound), (fault.ErrorId, fault.Kind));
        }
    }

    [Theory]
    [InlineData("{}", nameof(Messages.InvalidAnswer), "IdentityPoolId")]
    [InlineData($$"""{"IdentityPoolId":"{{Other}}"}""", nameof(Messages.AnswerOfAnother), Other)]
    [InlineData(Roles + """{"a":{}}}""", nameof(Messages.InvalidAnswer), "Type")]
    [InlineData(Roles + """{"a":{"Type":"Rules","RulesConfiguration":{"Rules":[{"Claim":"a"}]}}}}""", nameof(Messages.InvalidAnswer), "MatchType")]
    public async Task Roles_must_be_those_of_the_pool(string body, string errorId, string reason)
    {
        var clients = Clients(new CannedWire(new CannedAnswer(body)));

        var fault = await Assert.ThrowsAsync<ServiceException>(() => new PoolReader(clients, new(new(1), observer), Cancellation).RolesAsync(Id));

        Assert.Equal(errorId, fault.ErrorId);
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<GetRoleResponse/>", "Role")]
    [InlineData("<GetRoleResponse><GetRoleResult><Role/></GetRoleResult></GetRoleResponse>", "RoleName")]
    [InlineData("<GetRoleResponse><GetRoleResult><Role><RoleName>User</RoleName></Role></GetRoleResult></GetRoleResponse>", "Arn")]
    [InlineData(
        "<GetRoleResponse><GetRoleResult><Role><RoleName>User</RoleName><Arn>arn:aws:iam::123456789012:role/User</Arn></Role></GetRoleResult></GetRoleResponse>",
        "AssumeRolePolicyDocument"
    )]
    public async Task A_role_must_be_whole(string body, string member)
    {
        var clients = Clients(new CannedWire(CannedAnswer.Xml(body)));

        var fault = await Assert.ThrowsAsync<ServiceException>(() => new RoleReader(clients, new(new(1), observer), Cancellation).TrustAsync("User"));

        Assert.Equal(nameof(Messages.InvalidAnswer), fault.ErrorId);
        Assert.Contains(member, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""<!DOCTYPE a [<!ENTITY b "cccc">]><GetRoleResponse>&b;</GetRoleResponse>""")]
    [InlineData("""<!DOCTYPE a SYSTEM "file:///etc/passwd"><GetRoleResponse/>""")]
    [InlineData("<GetRoleResponse><GetRoleResult><Role><RoleName>Us")]
    [InlineData("<GetUserResponse/>")]
    [InlineData("""<?xml version="1.0" encoding="no-such"?><GetRoleResponse/>""")]
    [InlineData("")]
    public async Task What_is_no_answer_of_IAM_is_not_read(string body)
    {
        var clients = Clients(new CannedWire(CannedAnswer.Xml(body)));

        var fault = await Assert.ThrowsAsync<ServiceException>(() => new RoleReader(clients, new(new(1), observer), Cancellation).TrustAsync("User"));

        Assert.Equal(nameof(Messages.AnswerUnreadable), fault.ErrorId);
    }

    [Fact]
    public async Task Trees_without_end_are_not_built()
    {
        foreach (
            var body in (string[])
                [
                    string.Concat(Enumerable.Repeat("<a>", 300_000)),
                    $"<GetRoleResponse>{string.Concat(Enumerable.Repeat("<a/>", 600_000))}</GetRoleResponse>",
                    $"<GetRoleResponse {string.Join(' ', Enumerable.Range(0, 600_000).Select(number => $"a{number}=''"))}/>",
                ]
        )
        {
            var clients = Clients(new CannedWire(CannedAnswer.Xml(body)));

            var fault = await Assert.ThrowsAsync<ServiceException>(() => new RoleReader(clients, new(new(1), observer), Cancellation).TrustAsync("User"));

            Assert.Equal(nameof(Messages.AnswerUnreadable), fault.ErrorId);
        }
    }

    [Theory]
    [InlineData("123", "Account")]
    [InlineData("12345678901x", "Account")]
    [InlineData("", "Account")]
    public async Task A_caller_has_an_account(string account, string member)
    {
        var body = $"<GetCallerIdentityResponse><GetCallerIdentityResult><Account>{account}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>";
        var service = new AwsIdentityPoolService(Clients(new CannedWire(CannedAnswer.Xml(body))), null);

        var fault = await Assert.ThrowsAsync<ServiceException>(() => service.GetAccountAsync(observer, Cancellation));

        Assert.Equal(nameof(Messages.InvalidAnswer), fault.ErrorId);
        Assert.Contains(member, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData("<html><body>Log in</body></html>")]
    [InlineData("<GetCallerIdentityResponse><GetCallerIdentityResult>")]
    [InlineData(
        "<GetCallerIdentityResponse><GetCallerIdentityResult><Account>123456789012</Account><Arn>arn:aws:iam::123456789012:user/a&#x9;b</Arn>"
            + "</GetCallerIdentityResult></GetCallerIdentityResponse>"
    )]
    [InlineData("<GetCallerIdentityResponse><GetCallerIdentityResult><Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>")]
    public async Task What_is_no_answer_of_STS_is_not_believed(string body)
    {
        var service = new AwsIdentityPoolService(Clients(new CannedWire(CannedAnswer.Xml(body))), null);

        var fault = await Assert.ThrowsAsync<ServiceException>(() => service.GetAccountAsync(observer, Cancellation));

        Assert.Contains(fault.ErrorId, (string[])[nameof(Messages.AnswerUnreadable), nameof(Messages.InvalidAnswer)]);
    }

    [Theory]
    [InlineData("SecretKey")]
    [InlineData("SessionToken")]
    [InlineData("AccessKeyId")]
    public async Task A_secret_of_any_length_is_not_believed(string member)
    {
        var values = new Dictionary<string, object>
        {
            ["AccessKeyId"] = "ASIA",
            ["SecretKey"] = "hush",
            ["SessionToken"] = "token",
            ["Expiration"] = 4102444800,
            [member] = new string('s', 70_000),
        };
        var body = System.Text.Json.JsonSerializer.Serialize(new { IdentityId = "eu-west-1:ann", Credentials = values });
        var wire = new CannedWire(new CannedAnswer("""{"IdentityId":"eu-west-1:ann"}"""), new CannedAnswer(body));
        var service = new AwsIdentityPoolService(Clients(wire), null);

        var fault = await Assert.ThrowsAsync<ServiceException>(() => service.GetCredentialAsync(new() { PoolId = Id }, observer, Cancellation));

        Assert.Equal(nameof(Messages.InvalidAnswer), fault.ErrorId);
        Assert.Contains(member, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("ssss", fault.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AccessKeyId", "ASIA\n::stop-commands::t")]
    [InlineData("SecretKey", "hu\u001bsh")]
    [InlineData("SessionToken", "to ken")]
    [InlineData("Expiration", 1577836800)]
    public async Task Credentials_that_cannot_be_those_of_a_client_are_not_believed(string member, object value)
    {
        var values = new Dictionary<string, object>
        {
            ["AccessKeyId"] = "ASIA",
            ["SecretKey"] = "hush",
            ["SessionToken"] = "token",
            ["Expiration"] = 4102444800,
            [member] = value,
        };
        var body = System.Text.Json.JsonSerializer.Serialize(new { IdentityId = "eu-west-1:ann", Credentials = values });
        var wire = new CannedWire(new CannedAnswer("""{"IdentityId":"eu-west-1:ann"}"""), new CannedAnswer(body));
        var service = new AwsIdentityPoolService(Clients(wire), null);

        var fault = await Assert.ThrowsAsync<ServiceException>(() => service.GetCredentialAsync(new() { PoolId = Id }, observer, Cancellation));

        Assert.Equal(nameof(Messages.InvalidAnswer), fault.ErrorId);
        Assert.Contains(member, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain($"{value}", fault.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-25, false)]
    [InlineData(-23, true)]
    [InlineData(1, true)]
    public async Task Credentials_of_yesterday_are_those_of_another_answer_or_of_another_clock(int hours, bool isBelieved)
    {
        var end = DateTimeOffset.UtcNow.AddHours(hours);
        var body =
            """{"IdentityId":"eu-west-1:ann","Credentials":{"AccessKeyId":"ASIA","SecretKey":"hush","SessionToken":"token","Expiration":"""
            + $"{end.ToUnixTimeSeconds()}}}}}";
        var wire = new CannedWire(new CannedAnswer("""{"IdentityId":"eu-west-1:ann"}"""), new CannedAnswer(body));
        var getting = new AwsIdentityPoolService(Clients(wire), null).GetCredentialAsync(new() { PoolId = Id }, observer, Cancellation);

        if (isBelieved)
        {
            Assert.Equal(end.ToUnixTimeSeconds(), (await getting).Expiration.ToUnixTimeSeconds());
            return;
        }

        var fault = await Assert.ThrowsAsync<ServiceException>(() => getting);
        Assert.Equal(nameof(Messages.InvalidAnswer), fault.ErrorId);
        Assert.Contains($"{end.UtcDateTime:u}", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Set the clock", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ListIdentityPools", "{}", nameof(Messages.InvalidAnswer))]
    [InlineData("CreateIdentityPool", "{}", nameof(Messages.InvalidAnswer))]
    [InlineData(
        "CreateIdentityPool",
        $$"""{"IdentityPoolId":"{{Id}}","IdentityPoolName":"other","AllowUnauthenticatedIdentities":false}""",
        nameof(Messages.AnswerOfAnother)
    )]
    [InlineData(
        "CreateIdentityPool",
        $$"""{"IdentityPoolId":"{{Id}}","IdentityPoolName":"shop","AllowUnauthenticatedIdentities":true}""",
        nameof(Messages.AnswerOfAnother)
    )]
    public async Task A_publication_that_is_lied_to_makes_no_second_pool(string operation, string body, string errorId)
    {
        var wire = new LyingWire(observer.Sandbox, (name, _) => name == operation ? body : null, isLost: true);
        var service = new AwsIdentityPoolService(Clients(wire), null);

        var fault = await Assert.ThrowsAsync<ServiceException>(() => observer.PublishAsync(Pools.Empty, service: service));

        Assert.Equal(errorId, fault.ErrorId);
        Assert.InRange(wire.Asked.Count(name => name == "CreateIdentityPool"), 0, 1);
    }

    [Fact]
    public async Task A_pool_that_was_made_and_answered_wrongly_is_found()
    {
        var wire = new LyingWire(observer.Sandbox, (name, _) => name == "CreateIdentityPool" ? "{}" : null, isLost: false);

        var pool = await observer.PublishAsync(Pools.Empty, service: new AwsIdentityPoolService(Clients(wire), null));

        Assert.Equal(1, wire.Asked.Count(name => name == "CreateIdentityPool"));
        Assert.Equal(
            pool.Id,
            Assert.Single((await observer.Service.ListAsync(observer, Cancellation).ToListAsync(Cancellation)).SelectMany(page => page.Pools)).Id
        );
    }

    [Fact]
    public async Task An_update_must_be_answered_with_what_was_asked()
    {
        var id = (await observer.PublishAsync(Pools.Empty)).Id!;
        var wire = new LyingWire(
            observer.Sandbox,
            (name, answer) =>
                name == "UpdateIdentityPool"
                    ? answer.Replace("\"AllowUnauthenticatedIdentities\":true", "\"AllowUnauthenticatedIdentities\":false", StringComparison.Ordinal)
                    : null,
            isLost: false
        );
        var guests = IdentityPool.Create(new() { Name = "empty", AllowUnauthenticatedIdentities = true });

        var fault = await Assert.ThrowsAsync<ServiceException>(() =>
            observer.PublishAsync(guests, new() { Id = id }, new AwsIdentityPoolService(Clients(wire), null))
        );

        Assert.Equal(nameof(Messages.AnswerOfAnother), fault.ErrorId);
        Assert.Contains("AllowUnauthenticatedIdentities", fault.Message, StringComparison.Ordinal);
    }

    private static AwsClients Clients(HttpClientFactory wire) =>
        new("eu-west-1", new BasicAWSCredentials("AKIDEXAMPLE", "secret"), null, wire, clock: new SwiftClock());

    private async Task ListAsync(CannedWire wire)
    {
        await foreach (var page in new AwsIdentityPoolService(Clients(wire), null).ListAsync(observer, Cancellation))
        {
            Assert.NotNull(page);
        }
    }
}
