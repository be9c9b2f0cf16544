using System.Text.Json.Nodes;
using IdentityPools.Model;
using IdentityPools.Planning;
using IdentityPools.Policies;
using Xunit;

namespace IdentityPools.UnitTests.Live;

/// <summary>In China and in GovCloud everything that is written and read is named as the partition names it.</summary>
public sealed class OtherPartitionTests
{
    private static readonly string Metadata =
        $"""<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="office">{new string(' ', 1000)}<IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"/></EntityDescriptor>""";

    public static TheoryData<string, string, string> Partitions { get; } =
        new()
        {
            { "eu-west-1", "aws", "cognito-identity.amazonaws.com" },
            { "cn-north-1", "aws-cn", "cognito-identity.cn-north-1.amazonaws.com.cn" },
            { "us-gov-west-1", "aws-us-gov", "cognito-identity-us-gov.amazonaws.com" },
            { "us-gov-east-1", "aws-us-gov", "cognito-identity.us-gov-east-1.amazonaws.com" },
        };

    [Theory]
    [MemberData(nameof(Partitions))]
    public async Task A_pool_with_all_its_parts_is_made_and_read_there(string region, string partition, string principal)
    {
        var account = new Account(region);
        var definition = IdentityPool
            .Create(new() { Name = "shop", AllowUnauthenticatedIdentities = true })
            .WithUserPool(new(UserPool.Define("customers"), UserPoolClient.Generated, serverSideTokenCheck: true))
            .WithOpenIdConnectProvider(OpenIdConnectProvider.Define("https://login.example.com", ["shop"]))
            .WithSamlProvider(SamlProvider.Define("Office", Metadata));

        var published = await account.PublishAsync(definition);

        Assert.Empty((await account.PlanAsync(definition)).Steps);
        Assert.Equal(published, await account.ReadAsync(published.Id!));
        Assert.Equal($"arn:{partition}:iam::123456789012:saml-provider/Office", Assert.Single(published.SamlProviders).TypedArn!.Literal);
        Assert.Equal($"arn:{partition}:iam::123456789012:oidc-provider/login.example.com", Assert.Single(published.OpenIdConnectProviders).TypedArn!.Literal);
        Assert.All(published.Roles, role => Assert.StartsWith($"arn:{partition}:iam::123456789012:role/", role.TypedArn!.Literal, StringComparison.Ordinal));
        Assert.All(published.Roles, role => AssertTrusts(account, role, published.Id!, principal));
        // User pools and providers stay when the pool goes; whoever is asked is told their ARNs.
        var kept = (await account.Service.PlanRemovalAsync(published.Id!, new(), account, TestContext.Current.CancellationToken))
            .Kept.Select(part => part.Arn)
            .ToList();
        Assert.Equal(3, kept.Count);
        Assert.All(kept, arn => Assert.StartsWith($"arn:{partition}:", arn, StringComparison.Ordinal));
        Assert.Contains(kept, arn => arn.StartsWith($"arn:{partition}:cognito-idp:{region}:123456789012:userpool/{region}_", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Partitions))]
    public void An_account_names_all_that_is_its_own_by_its_partition(string region, string partition, string principal)
    {
        var account = new AwsAccount("123456789012", region);
        var pool = region + ":11111111-2222-3333-4444-555555555555";

        Assert.Equal(principal, account.Partition.TrustPrincipal);
        Assert.Equal($"arn:{partition}:cognito-identity:{region}:123456789012:identitypool/{pool}", account.PoolArn(pool));
        Assert.Equal($"arn:{partition}:cognito-idp:{region}:123456789012:userpool/{region}_Ab1Cd2Ef3", account.UserPoolArn(region + "_Ab1Cd2Ef3"));
        Assert.Equal($"arn:{partition}:iam::123456789012:role/app/Reader", account.RoleArn("/app/", "Reader"));
        Assert.Equal($"arn:{partition}:iam::123456789012:oidc-provider/login.example.com", account.OpenIdConnectProviderArn("https://login.example.com"));
        Assert.Equal($"arn:{partition}:iam::123456789012:saml-provider/Office", account.SamlProviderArn("Office"));
    }

    [Theory]
    [MemberData(nameof(Partitions))]
    public void Whom_a_trust_policy_lets_in_is_judged_by_the_keys_of_the_partition(string region, string partition, string principal)
    {
        Assert.Equal(partition, AwsPartition.OfRegion(region).Name);
        var pool = region + ":11111111-2222-3333-4444-555555555555";
        var trust = PolicyReader.Read(
            TrustPolicy.Create(AwsPartition.OfRegion(region), pool, RoleAudience.Authenticated, allowsSessionTags: false).ToString(),
            PolicySyntax.Trust
        );

        Assert.True(PoolTrust.IsGranted(trust, pool, principal, isGuest: false, TrustPolicy.Assume));
        Assert.False(PoolTrust.IsGranted(trust, pool, principal, isGuest: true, TrustPolicy.Assume));
    }

    private static void AssertTrusts(Account account, IdentityPoolRole role, string poolId, string principal)
    {
        var answer = JsonNode.Parse(account.Sandbox.Invoke("GetRole", $$"""{"RoleName":"{{role.TypedArn!.Literal!.Split('/')[^1]}}"}"""))!;
        var text = Uri.UnescapeDataString((string)answer["Role"]!["AssumeRolePolicyDocument"]!);
        var statement = JsonNode.Parse(text)!["Statement"]![0]!;
        var audience = role.For == RoleAudience.Authenticated ? "authenticated" : "unauthenticated";
        Assert.Equal($$"""{"Federated":"{{principal}}"}""", statement["Principal"]!.ToJsonString());
        Assert.Equal(
            $$$"""{"StringEquals":{"{{{principal}}}:aud":"{{{poolId}}}"},"ForAnyValue:StringLike":{"{{{principal}}}:amr":"{{{audience}}}"}}""",
            statement["Condition"]!.ToJsonString()
        );
    }
}
