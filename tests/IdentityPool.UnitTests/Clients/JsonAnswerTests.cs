using Amazon.CognitoIdentity;
using Amazon.CognitoIdentity.Model;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using Xunit;

namespace IdentityPools.UnitTests.Clients;

public sealed class JsonAnswerTests
{
    [Fact]
    public async Task Every_kind_of_value_is_read()
    {
        using var client = TestClients.Identity(
            Answering(
                """
                {"IdentityPoolId":"id","Roles":{"authenticated":"arn"},"RoleMappings":{"p":{"Type":"Rules","AmbiguousRoleResolution":"Deny",
                "RulesConfiguration":{"Rules":[{"Claim":"c","MatchType":"NotEqual","Value":"v","RoleARN":"r"}]}}},"Unknown":{"a":[1]}}
                """
            )
        );

        var answer = await client.GetIdentityPoolRolesAsync(new() { IdentityPoolId = "id" }, TestContext.Current.CancellationToken);

        Assert.Equal("arn", answer.Roles!["authenticated"]);
        var mapping = answer.RoleMappings!["p"];
        Assert.Same(Amazon.CognitoIdentity.RoleMappingType.Rules, mapping.Type);
        Assert.Equal(Amazon.CognitoIdentity.AmbiguousRoleResolutionType.Deny, mapping.AmbiguousRoleResolution);
        Assert.Equal(Amazon.CognitoIdentity.MappingRuleMatchType.NotEqual, Assert.Single(mapping.RulesConfiguration!.Rules!).MatchType);
        Assert.Equal("id-in-header", answer.ResponseMetadata.RequestId);
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.HttpStatusCode);
    }

    [Fact]
    public async Task A_value_that_an_enumeration_does_not_know_is_kept()
    {
        using var client = TestClients.Identity(Answering("""{"RoleMappings":{"p":{"Type":"Fancy"}}}"""));

        var answer = await client.GetIdentityPoolRolesAsync(new(), TestContext.Current.CancellationToken);

        Assert.Equal("Fancy", answer.RoleMappings!["p"].Type!.Value);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"IdentityPoolId":null,"IdentityPoolTags":null,"AllowClassicFlow":null}""")]
    public async Task What_is_absent_is_null(string body)
    {
        using var client = TestClients.Identity(Answering(body));

        var answer = await client.DescribeIdentityPoolAsync(new(), TestContext.Current.CancellationToken);

        Assert.Null(answer.IdentityPoolId);
        Assert.Null(answer.IdentityPoolTags);
        Assert.Null(answer.AllowClassicFlow);
        Assert.Null(answer.CognitoIdentityProviders);
    }

    [Theory]
    [InlineData("1480000000", "2016-11-24T15:06:40.0000000Z")]
    [InlineData("1480000000.125", "2016-11-24T15:06:40.1250000Z")]
    [InlineData("1.480000000125E9", "2016-11-24T15:06:40.1250000Z")]
    [InlineData("\"2016-11-24T16:06:40+01:00\"", "2016-11-24T15:06:40.0000000Z")]
    public async Task Times_are_read_as_UTC(string written, string expected)
    {
        using var client = TestClients.UserPools(Answering($$$"""{"UserPool":{"CreationDate":{{{written}}},"EstimatedNumberOfUsers":7}}"""));

        var answer = await client.DescribeUserPoolAsync(new(), TestContext.Current.CancellationToken);

        Assert.Equal(expected, answer.UserPool!.CreationDate!.Value.ToString("O"));
        Assert.Equal(7, answer.UserPool.EstimatedNumberOfUsers);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    public async Task An_answer_without_members_may_be_empty(string body)
    {
        using var client = TestClients.Identity(Answering(body));

        var answer = await client.DeleteIdentityPoolAsync(new() { IdentityPoolId = "id" }, TestContext.Current.CancellationToken);

        Assert.Equal("id-in-header", answer.ResponseMetadata.RequestId);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("<html><body>Sign in to the network</body></html>", "HTML page")]
    [InlineData("<!DOCTYPE html><html></html>", "HTML page")]
    [InlineData("""{"IdentityPoolId":"eu-we""", "cut off")]
    [InlineData("""{"IdentityPoolId":"\ud800"}""", "cut off")]
    [InlineData("[]", "not from the service: []")]
    [InlineData("upstream connect error", "not from the service: upstream")]
    [InlineData("""{"IdentityPoolId":5}""", "cut off")]
    [InlineData("""{"AllowClassicFlow":"yes"}""", "cut off")]
    [InlineData("""{"CognitoIdentityProviders":{}}""", "cut off")]
    public async Task An_answer_that_cannot_be_read_is_the_exception_of_the_service(string body, string reason)
    {
        var wire = Answering(body);
        using var client = TestClients.Identity(wire, config => config.MaxErrorRetry = 2);

        var fault = await Assert.ThrowsAsync<AmazonCognitoIdentityException>(() =>
            client.DescribeIdentityPoolAsync(new(), TestContext.Current.CancellationToken)
        );

        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
        Assert.Equal("id-in-header", fault.RequestId);
        Assert.Single(wire.Sent);
    }

    [Fact]
    public async Task Half_an_answer_with_credentials_is_not_shown()
    {
        using var client = TestClients.Identity(Answering("""{"Credentials":{"SecretKey":"wJalr", "SessionTok"""));

        var fault = await Assert.ThrowsAsync<AmazonCognitoIdentityException>(() =>
            client.GetCredentialsForIdentityAsync(new(), TestContext.Current.CancellationToken)
        );

        Assert.DoesNotContain("wJalr", fault.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("9e99")]
    [InlineData("1e20")]
    [InlineData("\"yesterday\"")]
    public async Task A_time_that_does_not_exist_is_the_exception_of_the_service(string written)
    {
        using var client = TestClients.UserPools(Answering($$$"""{"UserPool":{"CreationDate":{{{written}}}}}"""));

        await Assert.ThrowsAsync<AmazonCognitoIdentityProviderException>(() => client.DescribeUserPoolAsync(new(), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_number_beyond_the_member_is_the_exception_of_the_service()
    {
        using var client = TestClients.UserPools(Answering("""{"UserPool":{"EstimatedNumberOfUsers":99999999999}}"""));

        await Assert.ThrowsAsync<AmazonCognitoIdentityProviderException>(() => client.DescribeUserPoolAsync(new(), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("""{"IdentityPoolId":"eu-we""", "cut off")]
    [InlineData("""{"IdentityPoolId":"id"}""", "cut off")]
    [InlineData("", "is empty")]
    public async Task An_answer_that_breaks_off_is_not_asked_for_again(string body, string reason)
    {
        var wire = new CannedWire(new CannedAnswer(body) { BreaksOff = true });
        using var client = TestClients.Identity(wire, config => config.MaxErrorRetry = 2);

        var fault = await Assert.ThrowsAsync<AmazonCognitoIdentityException>(() =>
            client.CreateIdentityPoolAsync(new(), TestContext.Current.CancellationToken)
        );

        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
        Assert.Single(wire.Sent);
    }

    private static CannedWire Answering(string body) => new(new CannedAnswer(body));
}
