using IdentityPools.HelpPages.Engine;
using IdentityPools.ModuleTests.ForeignClients;
using IdentityPools.ModuleTests.Hosting;
using Xunit;

namespace IdentityPools.ModuleTests.Live;

/// <summary>A machine on which nobody has set AWS up.</summary>
public sealed class NoAccountTests
{
    private const string Missing = "eu-west-1:12345678-1234-1234-1234-123456789012";

    [Theory]
    [InlineData("Connect", "Connect-IdentityPool")]
    [InlineData("Get", "Get-IdentityPool")]
    [InlineData("Publish", "New-IdentityPool shop | Publish-IdentityPool")]
    [InlineData("Compare", "New-IdentityPool shop | Compare-IdentityPool")]
    public Task A_region_is_needed(string verb, string command) => Refused(command, verb, "RegionRequired|InvalidArgument|", "-Region");

    [Theory]
    [InlineData("Get", "Get-IdentityPool -Region eu-west-1")]
    [InlineData("Get", $"Get-IdentityPool -Id {Missing}")]
    [InlineData("Publish", "New-IdentityPool shop | Publish-IdentityPool -Region eu-west-1")]
    [InlineData("Compare", "New-IdentityPool shop | Compare-IdentityPool -Region eu-west-1")]
    [InlineData("Remove", $"Remove-IdentityPool -Id {Missing} -Force")]
    public Task Credentials_are_needed(string verb, string command) => Refused(command, verb, "CredentialsMissing|AuthenticationError|", "-ProfileName");

    [Theory]
    [InlineData("Connect", "Connect-IdentityPool -Region eu-west-1 -ProfileName nobody")]
    [InlineData("Get", "Get-IdentityPool -Region eu-west-1 -ProfileName nobody")]
    public Task A_profile_has_to_exist(string verb, string command) => Refused(command, verb, "ProfileNotFound|ObjectNotFound|nobody|", "shop");

    [Fact]
    public Task A_profile_has_to_give_credentials() =>
        Refused("Get-IdentityPool -ProfileName bare", "Get", "ProfileIncomplete|AuthenticationError|bare|", "no credentials");

    [Theory]
    [InlineData("Connect", "Connect-IdentityPool -ProfileName login", "login")]
    [InlineData("Get", "Get-IdentityPool -ProfileName login", "login")]
    [InlineData("Get", "$env:AWS_PROFILE = 'login'; Get-IdentityPool", "login")]
    [InlineData("Get", "Get-IdentityPool -ProfileName behind-login", "behind-login")]
    public Task A_profile_of_aws_login_is_named_with_what_to_run(string verb, string command, string profile) =>
        Refused(
            command,
            verb,
            $"ProfileOfAwsLogin|AuthenticationError|{profile}|",
            "credential_process = aws configure export-credentials --profile login --format process"
        );

    [Fact]
    public Task A_program_of_a_profile_that_fails_is_named() =>
        Refused(
            "Get-IdentityPool -ProfileName failing -EndpointUrl http://127.0.0.1:1",
            "Get",
            "CredentialProcessFailed|AuthenticationError|failing|",
            "The credential_process of the profile 'failing'"
        );

    [Theory]
    [InlineData("aws-login-profile", "[ProfileOfAwsLogin,", "aws configure export-credentials --profile login")]
    [InlineData("credential-process-fails", "[SandboxConnection,", "Omit -ProfileName")]
    public async Task A_situation_of_a_user_says_what_to_run(string situation, string errorId, string remedy)
    {
        var home = Directory.CreateTempSubdirectory("identitypool-home-").FullName;
        try
        {
            var script = Path.Combine(ModuleRunspace.Root, "tests", "field", "situations", $"{situation}.ps1");
            var run = await RunAsync($"Set-Variable HOME '{home}' -Force; $env:AWS_CONFIG_FILE = '{home}/.aws/config'; & '{script}'");

            Assert.Contains(errorId, run.Output, StringComparison.Ordinal);
            Assert.Contains(remedy, run.Output, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }

    [Fact]
    public async Task A_sandbox_needs_nothing()
    {
        var run = await RunAsync("Connect-IdentityPool -Sandbox; New-IdentityPool shop | Publish-IdentityPool; (Get-IdentityPool).Name");

        Assert.StartsWith("shop\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_of_a_pool_needs_nothing()
    {
        await using var server = await SandboxServerProcess.StartAsync(TestContext.Current.CancellationToken);
        var run = await RunAsync(
            $$"""
            $owner = @{ Credential = [pscredential]::new('AKIAIOSFODNN7EXAMPLE', (ConvertTo-SecureString secret -AsPlainText -Force)) }
            $pool = New-IdentityPool shop -AllowUnauthenticatedIdentities | Publish-IdentityPool -PassThru -Region us-east-1 -EndpointUrl {{server.Endpoint}} @owner
            (Get-IdentityPoolCredential $pool.Id -EndpointUrl {{server.Endpoint}}).AccessKeyId
            """
        );

        Assert.StartsWith("ASIA", run.Output, StringComparison.Ordinal);
    }

    private static async Task Refused(string command, string verb, string expected, string remedy)
    {
        var run = await RunAsync(command);

        var (errorId, rest) = (expected[..expected.IndexOf('|', StringComparison.Ordinal)], expected[expected.IndexOf('|', StringComparison.Ordinal)..]);
        Assert.StartsWith($"{errorId},IdentityPools.Commands.{verb}IdentityPoolCommand{rest}", run.Output, StringComparison.Ordinal);
        Assert.Contains(remedy, run.Output, StringComparison.Ordinal);
    }

    private static Task<EngineProcess> RunAsync(string command) =>
        EngineProcess.RunAsync(Path.Combine(ModuleRunspace.Root, "tests", "IdentityPool.ModuleTests", "Live", "NoAccount.ps1"), command);
}
