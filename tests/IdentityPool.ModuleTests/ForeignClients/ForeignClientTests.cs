using System.Text.Json.Nodes;
using Xunit;

namespace IdentityPools.ModuleTests.ForeignClients;

/// <summary>Clients that others wrote take the sandbox for AWS.</summary>
public sealed class ForeignClientTests
{
    private static readonly Tool? Python = Tool.Find("python3");
    private static readonly Tool? Aws = Tool.Find("aws");

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "ForeignClients");

    [Fact]
    public async Task Boto3_calls_every_operation_of_the_JSON_services()
    {
        Assert.SkipWhen(Python is null, "python3 is not on the PATH.");
        var cancellation = TestContext.Current.CancellationToken;
        Assert.SkipWhen((await Python.RunAsync(["-c", "import boto3"], cancellation)).ExitCode != 0, "python3 has no boto3.");
        await using var server = await SandboxServerProcess.StartAsync(cancellation);
        var (exitCode, output, errors) = await Python.RunAsync([Path.Combine(Folder, "cognito_operations.py"), server.Endpoint], cancellation);
        Assert.True(exitCode == 0, output + errors);
        Assert.Contains("23 of 23 cognito-identity, 17 of 17 cognito-idp", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_AWS_CLI_makes_reads_and_refuses_a_pool()
    {
        Assert.SkipWhen(Aws is null, "aws is not on the PATH.");
        await using var server = await SandboxServerProcess.StartAsync(TestContext.Current.CancellationToken);
        var pool = await CallAsync(server, "cognito-identity", "create-identity-pool", "--identity-pool-name", "shop", "--no-allow-unauthenticated-identities");
        var id = (string)pool["IdentityPoolId"]!;
        var list = await CallAsync(server, "cognito-identity", "list-identity-pools", "--max-results", "60");
        Assert.Equal(id, (string)list["IdentityPools"]![0]!["IdentityPoolId"]!);
        var userPool = await CallAsync(server, "cognito-idp", "create-user-pool", "--pool-name", "people");
        Assert.StartsWith("us-east-1_", (string)userPool["UserPool"]!["Id"]!, StringComparison.Ordinal);
        Assert.Equal("123456789012", (string?)(await CallAsync(server, "sts", "get-caller-identity"))["Account"]);
        await CallAsync(server, "cognito-identity", "delete-identity-pool", "--identity-pool-id", id);
        var (exitCode, _, errors) = await RunAsync(server, "cognito-identity", "describe-identity-pool", "--identity-pool-id", id);
        Assert.NotEqual(0, exitCode);
        Assert.Contains(
            $"(ResourceNotFoundException) when calling the DescribeIdentityPool operation: IdentityPool '{id}' not found.",
            errors,
            StringComparison.Ordinal
        );
    }

    private static async Task<JsonObject> CallAsync(SandboxServerProcess server, params IEnumerable<string> arguments)
    {
        var (exitCode, output, errors) = await RunAsync(server, arguments);
        Assert.True(exitCode == 0, errors);
        return output.Length == 0 ? [] : (JsonObject)JsonNode.Parse(output)!;
    }

    private static Task<(int ExitCode, string Output, string Errors)> RunAsync(SandboxServerProcess server, params IEnumerable<string> arguments) =>
        Aws!.RunAsync(["--endpoint-url", server.Endpoint, "--output", "json", .. arguments], TestContext.Current.CancellationToken);
}
