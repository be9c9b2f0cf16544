using Xunit;

namespace IdentityPools.ModuleTests.ForeignClients;

/// <summary>What the AWS CLI does with user pools, their clients and their groups.</summary>
internal sealed class AwsCliUserPools(AwsCli cli)
{
    private const string Service = "cognito-idp";

    public async Task RunAsync()
    {
        var pool = (await cli.CallAsync(Service, "create-user-pool", "--pool-name", "people", "--user-pool-tags", "a=1"))["UserPool"]!;
        var id = (string)pool["Id"]!;
        Assert.StartsWith("us-east-1_", id, StringComparison.Ordinal);
        await TagsAsync((string)pool["Arn"]!);
        string[] of = ["--user-pool-id", id];
        await ClientsAsync(of);
        await GroupsAsync(of);
        Assert.Equal("people", (string?)(await cli.CallAsync(Service, "describe-user-pool", of))["UserPool"]!["Name"]);
        Assert.Equal(id, (string?)(await cli.CallAsync(Service, "list-user-pools", "--max-results", "60"))["UserPools"]![0]!["Id"]);
        await cli.CallAsync(Service, "delete-user-pool", of);
    }

    private async Task TagsAsync(string arn)
    {
        string[] of = ["--resource-arn", arn];
        await cli.CallAsync(Service, "tag-resource", [.. of, "--tags", "b=2"]);
        await cli.CallAsync(Service, "untag-resource", [.. of, "--tag-keys", "a"]);
        Assert.Equal("""{"b":"2"}""", (await cli.CallAsync(Service, "list-tags-for-resource", of))["Tags"]!.ToJsonString());
    }

    private async Task ClientsAsync(string[] of)
    {
        var made = await cli.CallAsync(Service, "create-user-pool-client", [.. of, "--client-name", "web", "--generate-secret"]);
        var client = made["UserPoolClient"]!;
        string[] named = [.. of, "--client-id", (string)client["ClientId"]!];
        await cli.CallAsync(Service, "update-user-pool-client", [.. named, "--client-name", "app"]);
        var described = (await cli.CallAsync(Service, "describe-user-pool-client", named))["UserPoolClient"]!;
        Assert.Equal("app", (string?)described["ClientName"]);
        Assert.Equal((string?)client["ClientSecret"], (string?)described["ClientSecret"]);
        Assert.Single((await cli.CallAsync(Service, "list-user-pool-clients", of))["UserPoolClients"]!.AsArray());
        await cli.CallAsync(Service, "delete-user-pool-client", named);
    }

    private async Task GroupsAsync(string[] of)
    {
        string[] named = [.. of, "--group-name", "admins"];
        var made = (await cli.CallAsync(Service, "create-group", [.. named, "--precedence", "1"]))["Group"]!;
        Assert.Equal(1, (int?)made["Precedence"]);
        await cli.CallAsync(Service, "update-group", [.. named, "--description", "May all", "--precedence", "2"]);
        var group = (await cli.CallAsync(Service, "get-group", named))["Group"]!;
        Assert.Equal("May all", (string?)group["Description"]);
        Assert.Equal(2, (int?)group["Precedence"]);
        Assert.Equal("admins", (string?)(await cli.CallAsync(Service, "list-groups", of))["Groups"]![0]!["GroupName"]);
        await cli.CallAsync(Service, "delete-group", named);
    }
}
