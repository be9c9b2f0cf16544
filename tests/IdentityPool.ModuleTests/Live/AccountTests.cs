using IdentityPools.EngineHost;
using IdentityPools.ModuleTests.Hosting;
using Xunit;

namespace IdentityPools.ModuleTests.Live;

/// <summary>Who signs the calls, and for which region, on a machine with several accounts.</summary>
public sealed class AccountTests : IDisposable
{
    private const string Prod = "Connect-IdentityPool -ProfileName prod -Region eu-west-1; ";
    private const string Read = "$shop = Get-IdentityPool -Id $id -ProfileName prod; ";

    /// <summary>What a user of emulators, and an enemy, may have set; values that the SDK cannot read among them.</summary>
    private const string Hostile =
        "AWS_ENDPOINT_URL_STS=http://127.0.0.1:9;AWS_ENDPOINT_URL_IAM=http://127.0.0.1:9;AWS_ENDPOINT_URL_COGNITO_IDENTITY=nonsense;"
        + "AWS_DEFAULTS_MODE=auto;AWS_PROFILE=missing;AWS_REGION=mars;AWS_DEFAULT_REGION=mars;AWS_RETRY_MODE=nonsense;AWS_MAX_ATTEMPTS=-5;"
        + "AWS_USE_FIPS_ENDPOINT=true;AWS_USE_DUALSTACK_ENDPOINT=true;AWS_IGNORE_CONFIGURED_ENDPOINT_URLS=nonsense;AWS_ACCOUNT_ID_ENDPOINT_MODE=required;"
        + "AWS_AUTH_SCHEME_PREFERENCE=noAuth,httpBearerAuth;AWS_BEARER_TOKEN_COGNITO_IDENTITY=token;AWS_SIGV4A_SIGNING_REGION_SET=*;"
        + "AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES=-1;AWS_DISABLE_REQUEST_COMPRESSION=nonsense;AWS_REQUEST_CHECKSUM_CALCULATION=nonsense;"
        + "AWS_RESPONSE_CHECKSUM_VALIDATION=nonsense;AWS_ENABLE_ENDPOINT_DISCOVERY=nonsense;AWS_DISABLE_CLOCK_SKEW_CORRECTION=nonsense;AWS_NEW_RETRIES_2026=true;"
        + "AWS_CSM_ENABLED=true;AWS_SDK_UA_APP_ID=a\nb;AWS_EXECUTION_ENV=a\nb;AWS_ACCESS_KEY_ID=AKIAENVIRONMENT;AWS_SECRET_ACCESS_KEY=x;"
        + "AWS_WEB_IDENTITY_TOKEN_FILE=/missing;AWS_CA_BUNDLE=/missing;http_proxy=http://127.0.0.1:9;https_proxy=http://127.0.0.1:9;HTTPS_PROXY=http://127.0.0.1:9";

    private readonly AccountServer server = new();

    public void Dispose() => server.Dispose();

    [Theory]
    [InlineData(Prod + "Get-IdentityPool -Region us-west-2", "AKIAPROD us-west-2")]
    [InlineData(Prod + "Get-IdentityPool -Credential $credential", "AKIAGIVEN eu-west-1")]
    [InlineData(Prod + "Get-IdentityPool -ProfileName dev", "AKIADEV eu-west-1")]
    [InlineData("Connect-IdentityPool -ProfileName prod; Get-IdentityPool -EndpointUrl $env:AWS_ENDPOINT_URL", "AKIAPROD eu-west-1")]
    [InlineData("Get-IdentityPool -Region eu-west-1", "AKIADEFAULT eu-west-1")]
    [InlineData("Get-IdentityPool -ProfileName dev", "AKIADEV us-west-1")]
    [InlineData("$env:AWS_PROFILE = 'prod'; Get-IdentityPool", "AKIAPROD eu-west-1")]
    public async Task Each_setting_stands_for_itself(string command, string signer)
    {
        await RunAsync(command);

        Assert.Equal([$"{signer} ListIdentityPools"], server.Calls);
    }

    [Fact]
    public async Task Every_command_keeps_the_session_when_it_is_given_a_region()
    {
        await RunAsync(
            Prod
                + "$ErrorActionPreference = 'SilentlyContinue'; $there = $id -replace 'eu-west-1', 'us-west-2'; "
                + "Get-IdentityPool -Id $there -Region us-west-2; New-IdentityPool shop | Publish-IdentityPool -Region us-west-2; "
                + "New-IdentityPool shop | Compare-IdentityPool -Region us-west-2; New-IdentityPool shop | Get-IdentityPoolFinding -Region us-west-2; "
                + "New-IdentityPool shop | Test-IdentityPool -Region us-west-2; Remove-IdentityPool -Id $there -Region us-west-2 -Force"
        );

        // IAM has one region for all.
        Assert.NotEmpty(server.Calls);
        Assert.All(server.Calls, call => Assert.StartsWith("AKIAPROD us-west-2 ", call, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("$shop | Publish-IdentityPool -ProfileName dev", "Publish")]
    [InlineData("$shop | Add-LoginProvider -Facebook 1 | Publish-IdentityPool -Credential $credential", "Publish")]
    [InlineData("$shop | Compare-IdentityPool -ProfileName dev", "Compare")]
    [InlineData("Get-IdentityPool -Arn $shop.Arn -AsReference | Remove-IdentityPool -ProfileName dev -Force", "Remove")]
    [InlineData("New-IdentityPool shop | Compare-IdentityPool -ReferenceObject (Get-IdentityPool -Arn $shop.Arn -AsReference) -ProfileName dev", "Compare")]
    [InlineData("$shop | Remove-IdentityPool -ProfileName dev -Force", "Remove")]
    [InlineData("$shop | Get-IdentityPoolFinding -ProfileName dev", "GetFinding")]
    public async Task What_was_read_in_one_account_is_not_written_in_another(string command, string verb)
    {
        var output = await RunAsync($"{Read}try {{ {command} -ErrorAction Stop }} catch {{ \"$($_.FullyQualifiedErrorId) $_\" }}");

        var name = verb == "GetFinding" ? "GetIdentityPoolFinding" : verb + "IdentityPool";
        Assert.StartsWith($"IdentityPoolOfAnotherAccount,IdentityPools.Commands.{name}Command", output, StringComparison.Ordinal);
        Assert.Contains(AccountServer.Prod, output, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Calls, call => !call.StartsWith("AKIAPROD", StringComparison.Ordinal) && !call.EndsWith("GetCallerIdentity", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_definition_is_published_with_the_profile_that_it_was_read_with()
    {
        await RunAsync($"{Read}Connect-IdentityPool -ProfileName dev; $shop | Add-LoginProvider -Facebook 1 | Publish-IdentityPool -WhatIf");

        Assert.All(server.Calls, call => Assert.StartsWith("AKIAPROD eu-west-1 ", call, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Plans_and_the_verbose_stream_name_region_account_and_profile()
    {
        var output = await RunAsync($"{Read}$shop | Add-LoginProvider -Facebook 1 | Publish-IdentityPool -WhatIf -Verbose 4>&1");

        Assert.Contains($"in eu-west-1 (account {AccountServer.Prod}, profile prod):", output, StringComparison.Ordinal);
        Assert.Contains($"Working in eu-west-1 (account {AccountServer.Prod}, profile prod) as arn:aws:iam::{AccountServer.Prod}:user/ci", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-IdentityPool")]
    [InlineData("Get-IdentityPool -Region us-west-2")]
    [InlineData("Get-IdentityPool -ProfileName dev")]
    [InlineData("Get-IdentityPool -Credential $credential")]
    [InlineData("Get-IdentityPoolCredential $id -ProfileName dev")]
    public async Task Only_an_allowed_account_is_called(string command)
    {
        var output = await RunAsync("Connect-IdentityPool -ProfileName prod -AllowedAccountId 111111111111; " + command);

        Assert.StartsWith("AccountNotAllowed,", output, StringComparison.Ordinal);
        Assert.All(server.Calls, call => Assert.EndsWith(" GetCallerIdentity", call, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Keys_of_the_environment_stay_those_that_the_account_was_proved_for()
    {
        await RunAsync(
            "$env:AWS_ACCESS_KEY_ID = 'AKIAPROD'; $env:AWS_SECRET_ACCESS_KEY = 'x'; "
                + $"Connect-IdentityPool -Region eu-west-1 -AllowedAccountId {AccountServer.Prod}; Get-IdentityPool; $env:AWS_ACCESS_KEY_ID = 'AKIADEV'; Get-IdentityPool"
        );

        Assert.All(server.Calls, call => Assert.StartsWith("AKIAPROD ", call, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_session_of_the_chain_is_told()
    {
        var output = await RunAsync("Get-IdentityPoolSession | ForEach-Object { \"$($_.AccountId) $($_.CallerArn) $($_.Region) $($_.ProfileName) $($_.EndpointUrl) $($_.IsFromChain)\" }");

        Assert.Equal($"{AccountServer.Other} arn:aws:iam::{AccountServer.Other}:user/ci ap-south-1 default {server.Endpoint} True\n", output);
    }

    [Theory]
    [InlineData("$env:AWS_PROFILE = 'bare'; Get-IdentityPool", "ProfileIncomplete")]
    [InlineData("$env:AWS_PROFILE = 'missing'; Get-IdentityPool -Region eu-west-1", "ProfileNotFound")]
    [InlineData("Connect-IdentityPool -Sandbox; Get-IdentityPool -ProfileName prod", "SandboxConnection")]
    [InlineData("Connect-IdentityPool -Sandbox; 1 | ForEach-Object -Parallel { try { Get-IdentityPool } catch { $_.FullyQualifiedErrorId } }", "SandboxElsewhere")]
    [InlineData("Connect-IdentityPool -ProfileName prod; try { Connect-IdentityPool -ProfileName nobody } catch { }; Get-IdentityPool", "ConnectFailed")]
    public async Task Nothing_else_stands_in_for_what_was_meant(string command, string errorId)
    {
        Assert.StartsWith(errorId + ",", await RunAsync(command), StringComparison.Ordinal);
        Assert.Empty(server.Calls);
    }

    [Fact]
    public async Task Nothing_of_the_machine_reaches_the_sandbox()
    {
        var garbage = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(garbage, "This is no file of settings.\n", TestContext.Current.CancellationToken);
            var output = await RunAsync(
                "Connect-IdentityPool -Sandbox; $shop = New-IdentityPool shop -AllowUnauthenticatedIdentities | Add-UserPoolAuthentication (New-UserPool people) | "
                    + "Publish-IdentityPool -PassThru; $shop.Region; ($shop | Get-IdentityPoolCredential).AccessKeyId.Length; (Get-IdentityPool -Region us-west-2).Count; "
                    + "$shop | Remove-IdentityPool -Force -WarningAction SilentlyContinue; $Error.Count",
                $"{Hostile};AWS_CONFIG_FILE={garbage};AWS_SHARED_CREDENTIALS_FILE={garbage}"
            );

            Assert.Equal("eu-west-1\n20\n0\n0\n", output);
            Assert.Empty(server.Calls);
        }
        finally
        {
            File.Delete(garbage);
        }
    }

    private async Task<string> RunAsync(string command, string hostile = "") =>
        (
            await EngineProcess.RunAsync(
                Path.Combine(ModuleRunspace.Root, "tests", "IdentityPool.ModuleTests", "Live", "Accounts.ps1"),
                server.Endpoint,
                command,
                hostile
            )
        ).Output;
}
