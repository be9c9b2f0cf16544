using System.Text.Json;
using IdentityPools.HelpPages.Engine;
using Xunit;

namespace IdentityPools.ModuleTests.ForeignClients;

/// <summary>boto3 takes the sandbox for AWS, and another emulator says the same as the sandbox.</summary>
public sealed class ForeignClientTests
{
    /// <summary>Whose faults the script that compares lists.</summary>
    private const string KnownMoto = "5.2.";

    private static readonly Tool? Python = Tool.Find("python3");
    private static readonly Tool? Moto = Tool.Find("moto_server");

    /// <summary>What the script asks of IAM that has to be refused, in its order.</summary>
    private static readonly string[] RefusedByIam =
    [
        "create_role EntityAlreadyExists",
        "get_role NoSuchEntity",
        "update_assume_role_policy MalformedPolicyDocument",
        "get_role_policy NoSuchEntity",
        "delete_role DeleteConflict",
        "attach_role_policy NoSuchEntity",
        "get_policy NoSuchEntity",
        "delete_role NoSuchEntity",
        "create_open_id_connect_provider EntityAlreadyExists",
        "get_open_id_connect_provider NoSuchEntity",
    ];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "ForeignClients");

    [Fact]
    public async Task Boto3_calls_every_operation_of_the_JSON_services()
    {
        await NeedModuleAsync("boto3");
        await using var server = await SandboxServerProcess.StartAsync(TestContext.Current.CancellationToken);
        var (output, _) = await RunAsync("cognito_operations.py", server.Endpoint);
        Assert.Contains("23 of 23 cognito-identity, 17 of 17 cognito-idp", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Boto3_calls_every_operation_of_IAM()
    {
        await NeedModuleAsync("boto3");
        await using var server = await SandboxServerProcess.StartAsync(TestContext.Current.CancellationToken);
        var (output, errors) = await RunAsync("iam_operations.py", server.Endpoint);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(RefusedByIam, lines.Where(line => line.TryGetProperty("code", out _)).Select(line => $"{Text(line, "operation")} {Text(line, "code")}"));
        Assert.DoesNotContain(lines, line => line.TryGetProperty("missing", out _));
        Assert.Equal($"{OperationsOf("iam")} operations called", errors.Trim());
    }

    [Fact]
    public async Task Boto3_calls_every_operation_of_STS()
    {
        await NeedModuleAsync("boto3");
        await using var server = await SandboxServerProcess.StartAsync(TestContext.Current.CancellationToken);
        var (output, _) = await RunAsync("sts_operations.py", server.Endpoint);
        Assert.Equal($"{OperationsOf("sts")} operations called", output.Trim());
    }

    [Fact]
    public async Task Moto_answers_as_the_sandbox_does()
    {
        Assert.SkipWhen(Moto is null, "moto_server is not on the PATH.");
        await NeedModuleAsync("boto3");
        var version = await NeedModuleAsync("moto");
        Assert.SkipUnless(version.StartsWith(KnownMoto, StringComparison.Ordinal), $"moto is {version}; what is known is known of {KnownMoto}x.");
        var cancellation = TestContext.Current.CancellationToken;
        await using var moto = await MotoServerProcess.StartAsync(Moto, cancellation);
        await using var server = await SandboxServerProcess.StartAsync(cancellation);
        var (output, _) = await RunAsync("compare_with_moto.py", server.Endpoint, moto.Endpoint);
        Assert.Contains("74 compared, 0 different, 51 known differences, 5 operations that moto does not have", output, StringComparison.Ordinal);
    }

    /// <summary>Skips the test where Python or one of its modules is not there.</summary>
    /// <returns>The version of the module.</returns>
    private static async Task<string> NeedModuleAsync(string module)
    {
        Assert.SkipWhen(Python is null, "python3 is not on the PATH.");
        var (exitCode, output, _) = await Python.RunAsync(["-c", $"import {module}; print({module}.__version__)"], TestContext.Current.CancellationToken);
        Assert.SkipWhen(exitCode != 0, $"python3 has no {module}.");
        return output.Trim();
    }

    private static async Task<(string Output, string Errors)> RunAsync(string script, params IEnumerable<string> endpoints)
    {
        var (exitCode, output, errors) = await Python!.RunAsync([Path.Combine(Folder, script), .. endpoints], TestContext.Current.CancellationToken);
        Assert.True(exitCode == 0, output + errors);
        return (output, errors);
    }

    /// <summary>The number of operations in the sandbox's model of a service.</summary>
    private static int OperationsOf(string service)
    {
        var path = Path.Combine(ModuleRunspace.Root, "src", "AwsServiceModels", service + ".json");
        using var model = JsonDocument.Parse(File.ReadAllText(path));
        return model.RootElement.GetProperty("operations").EnumerateObject().Count();
    }

    private static string Text(JsonElement line, string name) => line.GetProperty(name).GetString()!;
}
