using Xunit;

namespace IdentityPools.ModuleTests.ForeignClients;

/// <summary>The AWS CLI takes the sandbox for AWS.</summary>
public sealed class AwsCliTests
{
    private const int AtOnce = 4;

    private static readonly Tool? Aws = Tool.Find("aws");

    [Fact]
    public async Task It_calls_every_operation_that_the_module_calls()
    {
        Assert.SkipWhen(Aws is null, "aws is not on the PATH.");
        var cancellation = TestContext.Current.CancellationToken;
        await using var server = await SandboxServerProcess.StartAsync(cancellation);
        var cli = new AwsCli(Aws, server.Endpoint);
        Func<Task>[] stories =
        [
            new AwsCliIdentityPools(cli).RunAsync,
            new AwsCliIam(cli).RolesAsync,
            new AwsCliUserPools(cli).RunAsync,
            new AwsCliIam(cli).OpenIdConnectProvidersAsync,
            new AwsCliIam(cli).RolePoliciesAsync,
            new AwsCliIam(cli).SamlProvidersAsync,
        ];
        await Parallel.ForEachAsync(
            stories,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (story, _) => await story()
        );
        // The CLI writes GetOpenIDConnectProvider as get-open-id-connect-provider: without dashes and cases they are the same.
        var called = cli.Called.Select(command => command.Replace("-", "", StringComparison.Ordinal)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Assert.True(ModuleOperations.All.Count > 60);
        Assert.Equal([], ModuleOperations.All.Where(operation => !called.Contains(operation.Replace("-", "", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task It_reads_what_it_made_and_why_it_is_refused()
    {
        Assert.SkipWhen(Aws is null, "aws is not on the PATH.");
        await using var server = await SandboxServerProcess.StartAsync(TestContext.Current.CancellationToken);
        var cli = new AwsCli(Aws, server.Endpoint);
        Assert.Equal("123456789012", (string?)(await cli.CallAsync("sts", "get-caller-identity"))["Account"]);
        var pool = await cli.CallAsync("cognito-identity", "create-identity-pool", "--identity-pool-name", "shop", "--no-allow-unauthenticated-identities");
        var id = (string)pool["IdentityPoolId"]!;
        await cli.CallAsync("cognito-identity", "delete-identity-pool", "--identity-pool-id", id);
        Assert.Contains(
            $"(ResourceNotFoundException) when calling the DescribeIdentityPool operation: IdentityPool '{id}' not found.",
            await cli.RefusedAsync("cognito-identity", "describe-identity-pool", "--identity-pool-id", id),
            StringComparison.Ordinal
        );
    }
}
