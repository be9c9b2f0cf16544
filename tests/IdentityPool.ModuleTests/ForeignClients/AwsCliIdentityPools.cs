using Xunit;

namespace IdentityPools.ModuleTests.ForeignClients;

/// <summary>What the AWS CLI does with identity pools.</summary>
internal sealed class AwsCliIdentityPools(AwsCli cli)
{
    private const string Service = "cognito-identity";
    private const string Provider = "accounts.google.com";

    public async Task RunAsync()
    {
        string[] members = ["--allow-unauthenticated-identities", "--supported-login-providers", $"{Provider}=app"];
        var made = await cli.CallAsync(Service, "create-identity-pool", ["--identity-pool-name", "shop", .. members]);
        var id = (string)made["IdentityPoolId"]!;
        string[] of = ["--identity-pool-id", id];
        await cli.CallAsync(Service, "update-identity-pool", [.. of, "--identity-pool-name", "renamed", .. members]);
        Assert.Equal("renamed", (string?)(await cli.CallAsync(Service, "describe-identity-pool", of))["IdentityPoolName"]);
        Assert.Equal(id, (string?)(await cli.CallAsync(Service, "list-identity-pools", "--max-results", "60"))["IdentityPools"]![0]!["IdentityPoolId"]);
        await TagsAsync(id);
        await PrincipalTagsAsync(of);
        await CredentialsAsync(of, id);
        await cli.CallAsync(Service, "delete-identity-pool", of);
    }

    private async Task TagsAsync(string id)
    {
        string[] of = ["--resource-arn", $"arn:aws:cognito-identity:us-east-1:123456789012:identitypool/{id}"];
        await cli.CallAsync(Service, "tag-resource", [.. of, "--tags", "a=1,b=2"]);
        await cli.CallAsync(Service, "untag-resource", [.. of, "--tag-keys", "b"]);
        Assert.Equal("""{"a":"1"}""", (await cli.CallAsync(Service, "list-tags-for-resource", of))["Tags"]!.ToJsonString());
    }

    private async Task PrincipalTagsAsync(string[] of)
    {
        string[] named = [.. of, "--identity-provider-name", Provider];
        await cli.CallAsync(Service, "set-principal-tag-attribute-map", [.. named, "--no-use-defaults", "--principal-tags", "mail=email"]);
        var map = await cli.CallAsync(Service, "get-principal-tag-attribute-map", named);
        Assert.Equal("""{"mail":"email"}""", map["PrincipalTags"]!.ToJsonString());
    }

    private async Task CredentialsAsync(string[] of, string id)
    {
        var role = await cli.CallAsync("iam", "create-role", "--role-name", "Guests", "--assume-role-policy-document", AwsCliIam.Trust(id));
        var arn = (string)role["Role"]!["Arn"]!;
        await cli.CallAsync(Service, "set-identity-pool-roles", [.. of, "--roles", $"unauthenticated={arn}"]);
        Assert.Equal(arn, (string?)(await cli.CallAsync(Service, "get-identity-pool-roles", of))["Roles"]!["unauthenticated"]);
        var identity = (string)(await cli.CallAsync(Service, "get-id", of))["IdentityId"]!;
        var answer = await cli.CallAsync(Service, "get-credentials-for-identity", "--identity-id", identity);
        Assert.Equal(identity, (string?)answer["IdentityId"]);
        Assert.StartsWith("ASIA", (string?)answer["Credentials"]!["AccessKeyId"], StringComparison.Ordinal);
        string[] ofIdentity = ["--identity-id", identity];
        Assert.Equal(identity, (string?)(await cli.CallAsync(Service, "describe-identity", ofIdentity))["IdentityId"]);
        Assert.Equal(identity, (string?)(await cli.CallAsync(Service, "get-open-id-token", ofIdentity))["IdentityId"]);
    }
}
