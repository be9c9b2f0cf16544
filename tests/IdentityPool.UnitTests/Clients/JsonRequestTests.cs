using System.Text.Json.Nodes;
using Amazon.CognitoIdentity;
using Amazon.CognitoIdentity.Model;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using Xunit;

namespace IdentityPools.UnitTests.Clients;

public sealed class JsonRequestTests
{
    private readonly CannedWire wire = new(new CannedAnswer("{}"));

    [Fact]
    public async Task A_request_is_a_POST_with_the_operation_in_a_header()
    {
        using var client = TestClients.Identity(wire);

        await client.DescribeIdentityPoolAsync(new() { IdentityPoolId = "eu-west-1:1" }, TestContext.Current.CancellationToken);

        Assert.Equal(HttpMethod.Post, wire.Only.Method);
        Assert.Equal("https://cognito-identity.eu-west-1.amazonaws.com/", wire.Only.Address.ToString());
        Assert.Equal("AWSCognitoIdentityService.DescribeIdentityPool", wire.Only.Header("X-Amz-Target"));
        Assert.Equal("application/x-amz-json-1.1", wire.Only.Header("Content-Type"));
        Assert.Equal("""{"IdentityPoolId":"eu-west-1:1"}""", wire.Only.Body);
    }

    [Fact]
    public async Task User_pools_have_a_target_of_their_own()
    {
        using var client = TestClients.UserPools(wire);

        await client.ListUserPoolsAsync(new() { MaxResults = 60 }, TestContext.Current.CancellationToken);

        Assert.Equal("AWSCognitoIdentityProviderService.ListUserPools", wire.Only.Header("X-Amz-Target"));
        Assert.Equal("""{"MaxResults":60}""", wire.Only.Body);
    }

    [Fact]
    public async Task Every_kind_of_value_is_written()
    {
        using var client = TestClients.Identity(wire);

        await client.SetIdentityPoolRolesAsync(
            new()
            {
                IdentityPoolId = "id",
                Roles = new() { ["authenticated"] = "arn" },
                RoleMappings = new()
                {
                    ["accounts.google.com"] = new()
                    {
                        Type = Amazon.CognitoIdentity.RoleMappingType.Rules,
                        AmbiguousRoleResolution = Amazon.CognitoIdentity.AmbiguousRoleResolutionType.Deny,
                        RulesConfiguration = new()
                        {
                            Rules =
                            [
                                new()
                                {
                                    Claim = "c",
                                    MatchType = Amazon.CognitoIdentity.MappingRuleMatchType.StartsWith,
                                    Value = "ä\"",
                                    RoleARN = "r",
                                },
                            ],
                        },
                    },
                },
            },
            TestContext.Current.CancellationToken
        );

        Assert.True(
            JsonNode.DeepEquals(
                JsonNode.Parse(
                    """
                    {"IdentityPoolId":"id","Roles":{"authenticated":"arn"},"RoleMappings":{"accounts.google.com":{"Type":"Rules",
                    "AmbiguousRoleResolution":"Deny","RulesConfiguration":{"Rules":[{"Claim":"c","MatchType":"StartsWith","Value":"ä\"","RoleARN":"r"}]}}}}
                    """
                ),
                JsonNode.Parse(wire.Only.Body)
            ),
            wire.Only.Body
        );
    }

    [Fact]
    public async Task What_is_empty_is_written_and_what_is_absent_is_not()
    {
        using var client = TestClients.Identity(wire);

        await client.UpdateIdentityPoolAsync(
            new()
            {
                IdentityPoolId = "id",
                AllowUnauthenticatedIdentities = false,
                SupportedLoginProviders = [],
                SamlProviderARNs = [],
            },
            TestContext.Current.CancellationToken
        );

        Assert.Equal("""{"IdentityPoolId":"id","AllowUnauthenticatedIdentities":false,"SupportedLoginProviders":{},"SamlProviderARNs":[]}""", wire.Only.Body);
    }

    [Fact]
    public async Task Lists_of_enumerations_are_lists_of_text()
    {
        using var client = TestClients.UserPools(wire);

        await client.UpdateUserPoolClientAsync(
            new()
            {
                UserPoolId = "p",
                ClientId = "c",
                AllowedOAuthFlows = [OAuthFlowType.Client_credentials],
                TokenValidityUnits = new() { RefreshToken = TimeUnitsType.Days },
            },
            TestContext.Current.CancellationToken
        );

        Assert.Equal(
            """{"UserPoolId":"p","ClientId":"c","TokenValidityUnits":{"RefreshToken":"days"},"AllowedOAuthFlows":["client_credentials"]}""",
            wire.Only.Body
        );
    }

    [Fact]
    public async Task A_request_without_members_is_an_empty_object()
    {
        using var client = TestClients.Identity(wire);

        await client.GetIdAsync(new(), TestContext.Current.CancellationToken);

        Assert.Equal("{}", wire.Only.Body);
    }

    [Fact]
    public async Task Asking_for_an_identity_is_not_signed_and_asking_for_a_pool_is()
    {
        using var client = TestClients.Identity(wire);

        await client.GetIdAsync(new() { IdentityPoolId = "id" }, TestContext.Current.CancellationToken);
        await client.GetCredentialsForIdentityAsync(new() { IdentityId = "id" }, TestContext.Current.CancellationToken);
        await client.DescribeIdentityPoolAsync(new() { IdentityPoolId = "id" }, TestContext.Current.CancellationToken);

        Assert.Null(wire.Sent[0].Header("Authorization"));
        Assert.Null(wire.Sent[1].Header("Authorization"));
        Assert.Contains("/eu-west-1/cognito-identity/aws4_request", wire.Sent[2].Header("Authorization"), StringComparison.Ordinal);
    }
}
