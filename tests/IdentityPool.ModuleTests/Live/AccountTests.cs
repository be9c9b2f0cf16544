using IdentityPools.HelpPages.Engine;
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

    [Fact]
    public async Task Each_setting_stands_for_itself()
    {
        var signers = new Dictionary<string, string>
        {
            [Prod + "Get-IdentityPool -Region us-west-2"] = "AKIAPROD us-west-2",
            [Prod + "Get-IdentityPool -Credential $credential"] = "AKIAGIVEN eu-west-1",
            [Prod + "Get-IdentityPool -ProfileName dev"] = "AKIADEV eu-west-1",
            ["Connect-IdentityPool -ProfileName prod; Get-IdentityPool -EndpointUrl $env:AWS_ENDPOINT_URL"] = "AKIAPROD eu-west-1",
            ["Get-IdentityPool -Region eu-west-1"] = "AKIADEFAULT eu-west-1",
            ["Get-IdentityPool -ProfileName dev"] = "AKIADEV us-west-1",
            ["$env:AWS_PROFILE = 'prod'; Get-IdentityPool"] = "AKIAPROD eu-west-1",
        };

        var runs = await RunAsync([.. signers.Keys]);

        Assert.Equal(signers.Select(entry => (entry.Key, entry.Value + " ListIdentityPools")), runs.Select(run => (run.Command, string.Join(", ", run.Calls))));
    }

    [Fact]
    public async Task Every_command_keeps_the_session_when_it_is_given_a_region()
    {
        string[] commands =
        [
            "Get-IdentityPool -Id $there",
            "New-IdentityPool shop | Publish-IdentityPool",
            "New-IdentityPool shop | Compare-IdentityPool",
            "New-IdentityPool shop | Get-IdentityPoolFinding",
            "New-IdentityPool shop | Test-IdentityPool",
            "Remove-IdentityPool -Id $there -Force",
        ];

        var runs = await RunAsync([
            .. commands.Select(command => $"{Prod}$there = $id -replace 'eu-west-1', 'us-west-2'; {command} -Region us-west-2 -ErrorAction SilentlyContinue"),
        ]);

        Assert.All(
            runs,
            run =>
            {
                Assert.NotEmpty(run.Calls);
                // The endpoint of the environment stands for IAM too, which otherwise has one region for all.
                Assert.All(run.Calls, call => Assert.StartsWith("AKIAPROD us-west-2 ", call, StringComparison.Ordinal));
            }
        );
    }

    [Fact]
    public async Task What_was_read_in_one_account_is_not_written_in_another()
    {
        string[] commands =
        [
            "$shop | Publish-IdentityPool -ProfileName dev",
            "$shop | Add-LoginProvider -Facebook 1 | Publish-IdentityPool -Credential $credential",
            "$shop | Compare-IdentityPool -ProfileName dev",
            "$shop | Remove-IdentityPool -ProfileName dev -Force",
            "$shop | Get-IdentityPoolFinding -ProfileName dev",
            "Get-IdentityPool -Arn $shop.Arn -AsReference | Remove-IdentityPool -ProfileName dev -Force",
            "New-IdentityPool shop | Compare-IdentityPool -ReferenceObject (Get-IdentityPool -Arn $shop.Arn -AsReference) -ProfileName dev",
            "$shop | Get-IdentityPool -ProfileName dev",
            "$shop | Select-Object * | Get-IdentityPool -ProfileName dev",
            "$shop | Select-Object Id, Arn | Remove-IdentityPool -ProfileName dev -Force",
            "$shop | Select-Object Id, Arn | ConvertTo-Json | ConvertFrom-Json | Remove-IdentityPool -Credential $credential -Force",
            "[pscustomobject]@{ IdentityPoolId = $shop.Id; IdentityPoolArn = $shop.Arn } | Remove-IdentityPool -ProfileName dev -Force",
            "$shop | Select-Object * | ForEach-Object { Remove-IdentityPool -InputObject $_ -ProfileName dev -Force -ErrorAction Stop }",
        ];

        var runs = await RunAsync([.. commands.Select(command => $"{Read}{command} -ErrorAction Stop")]);

        Assert.All(
            runs,
            run =>
            {
                Assert.StartsWith("IdentityPoolOfAnotherAccount,", run.Output, StringComparison.Ordinal);
                Assert.Contains(AccountServer.Prod, run.Output, StringComparison.Ordinal);
                Assert.All(
                    run.Calls.Where(call => !call.StartsWith("AKIAPROD ", StringComparison.Ordinal)),
                    call => Assert.EndsWith(" GetCallerIdentity", call, StringComparison.Ordinal)
                );
            }
        );
    }

    [Fact]
    public async Task A_definition_is_published_with_the_profile_that_it_was_read_with_and_the_plan_names_it()
    {
        var runs = await RunAsync(
            $"{Read}Connect-IdentityPool -ProfileName dev; $shop | Add-LoginProvider -Facebook 1 | Publish-IdentityPool -WhatIf -Verbose 4>&1"
        );

        var run = Assert.Single(runs);
        Assert.All(run.Calls, call => Assert.StartsWith("AKIAPROD eu-west-1 ", call, StringComparison.Ordinal));
        Assert.Contains($"in eu-west-1 (account {AccountServer.Prod}, profile prod):", run.Output, StringComparison.Ordinal);
        Assert.Contains(
            $"Working in eu-west-1 (account {AccountServer.Prod}, profile prod) as arn:aws:iam::{AccountServer.Prod}:user/ci",
            run.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_pool_is_read_again_with_the_profile_that_it_was_read_with()
    {
        var runs = await RunAsync(
            $"{Read}Connect-IdentityPool -ProfileName dev; ($shop | Get-IdentityPool).Name",
            $"{Read}Connect-IdentityPool -ProfileName dev -Region eu-west-1; try {{ $shop | Select-Object * | Get-IdentityPool -ErrorAction Stop }} catch {{ $_.FullyQualifiedErrorId }}",
            $"{Read}Connect-IdentityPool -ProfileName prod; ($shop | Select-Object * | Get-IdentityPool).Name"
        );

        Assert.Equal(["shop", "IdentityPoolOfAnotherAccount", "shop"], runs.Select(run => run.Output.TrimEnd().Split(',')[0]));
        Assert.DoesNotContain(runs[0].Calls, call => !call.StartsWith("AKIAPROD eu-west-1 ", StringComparison.Ordinal));
        Assert.Equal(
            ["GetCallerIdentity"],
            runs[1].Calls.Where(call => call.StartsWith("AKIADEV ", StringComparison.Ordinal)).Select(call => call.Split(' ')[2])
        );
    }

    [Fact]
    public async Task Only_an_allowed_account_is_called()
    {
        string[] commands =
        [
            "Get-IdentityPool",
            "Get-IdentityPool -Region us-west-2",
            "Get-IdentityPool -ProfileName dev",
            "Get-IdentityPool -Credential $credential",
            "Get-IdentityPoolCredential $id -ProfileName dev",
        ];

        var runs = await RunAsync([.. commands.Select(command => "Connect-IdentityPool -ProfileName prod -AllowedAccountId 111111111111; " + command)]);

        Assert.All(
            runs,
            run =>
            {
                Assert.StartsWith("AccountNotAllowed,", run.Output, StringComparison.Ordinal);
                Assert.EndsWith(" GetCallerIdentity", Assert.Single(run.Calls), StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public async Task Nothing_else_stands_in_for_what_was_meant()
    {
        var errors = new Dictionary<string, string>
        {
            ["$env:AWS_PROFILE = 'bare'; Get-IdentityPool"] = "ProfileIncomplete",
            ["$env:AWS_PROFILE = 'missing'; Get-IdentityPool -Region eu-west-1"] = "ProfileNotFound",
            ["Connect-IdentityPool -Sandbox; Get-IdentityPool -ProfileName prod"] = "SandboxConnection",
            ["Connect-IdentityPool -Sandbox; 1 | ForEach-Object -Parallel { try { Get-IdentityPool } catch { $_.FullyQualifiedErrorId } }"] =
                "SandboxElsewhere",
            [
                "Connect-IdentityPool -ProfileName prod -AllowedAccountId 111111111111; "
                    + "1 | ForEach-Object -Parallel { try { New-IdentityPool shop | Publish-IdentityPool } catch { $_.FullyQualifiedErrorId } }"
            ] = "AllowedAccountElsewhere",
            [
                "try { Connect-IdentityPool -ProfileName nobody } catch { }; "
                    + "1 | ForEach-Object -Parallel { try { New-IdentityPool shop | Publish-IdentityPool } catch { $_.FullyQualifiedErrorId } }"
            ] = "ConnectFailedElsewhere",
            ["Connect-IdentityPool -ProfileName prod; try { Connect-IdentityPool -ProfileName nobody } catch { }; Get-IdentityPool"] = "ConnectFailed",
        };

        var runs = await RunAsync([.. errors.Keys]);

        Assert.Equal(errors.Values, runs.Select(run => run.Output.Split(',')[0]));
        Assert.All(runs, run => Assert.Empty(run.Calls));
    }

    [Fact]
    public async Task A_definition_that_was_read_reaches_no_account_that_a_bound_runspace_does_not()
    {
        string[] uses =
        [
            "Remove-IdentityPool -Force",
            "Add-LoginProvider -Facebook 1 | Publish-IdentityPool -ErrorAction Stop",
            "Compare-IdentityPool -ErrorAction Stop",
            "Get-IdentityPoolCredential -ErrorAction Stop",
        ];
        var bounds = new Dictionary<string, string>
        {
            ["Connect-IdentityPool -Sandbox"] = "SandboxElsewhere",
            [$"Connect-IdentityPool -ProfileName dev -AllowedAccountId {AccountServer.Dev}"] = "AllowedAccountElsewhere",
            [$"Connect-IdentityPool -ProfileName prod -AllowedAccountId {AccountServer.Prod}"] = "AllowedAccountElsewhere",
            ["try { Connect-IdentityPool -ProfileName nobody } catch { }"] = "ConnectFailedElsewhere",
        };
        var expected = (from bound in bounds from use in uses select (Bound: bound.Key, Use: use, Error: bound.Value)).ToList();

        var runs = await RunAsync([
            Read,
            .. expected.Select(run =>
                $"{Read}{run.Bound}; $shop | ForEach-Object -Parallel {{ try {{ $_ | {run.Use} }} catch {{ $_.FullyQualifiedErrorId }} }}"
            ),
        ]);

        Assert.Equal(expected.Select(run => (run.Use, run.Error)), expected.Zip(runs.Skip(1), (run, ran) => (run.Use, ran.Output.Split(',')[0])));
        // Reading it was allowed; nothing is called after that.
        Assert.NotEmpty(runs[0].Calls);
        Assert.All(runs, run => Assert.Equal(runs[0].Calls.Order(), run.Calls.Order()));
    }

    [Fact]
    public async Task Allowed_accounts_hold_for_runspaces_without_a_session_that_name_credentials()
    {
        const string Held =
            "$held = [powershell]::Create([runspace]::DefaultRunspace.InitialSessionState.Clone()); try {{ $null = $held.AddScript("
            + "'Import-Module IdentityPool; Connect-IdentityPool -ProfileName dev -AllowedAccountId {0}').Invoke(); {1} }} finally {{ $held.Runspace.Dispose() }}";
        static string Elsewhere(string command) => $"1 | ForEach-Object -Parallel {{ try {{ {command} }} catch {{ $_.FullyQualifiedErrorId }} }}";
        static string Beside(string ids, string command) => string.Format(System.Globalization.CultureInfo.InvariantCulture, Held, ids, Elsewhere(command));
        const string Bound = $"Connect-IdentityPool -ProfileName prod -AllowedAccountId {AccountServer.Prod}; ";
        string[] refused =
        [
            Bound + Elsewhere("Get-IdentityPool -ProfileName dev"),
            Bound + "$credential | ForEach-Object -Parallel { try { Get-IdentityPool -Credential $_ -Region eu-west-1 } catch { $_.FullyQualifiedErrorId } }",
            Bound + Elsewhere("New-IdentityPool shop | Publish-IdentityPool -ProfileName dev"),
            Bound + Elsewhere("Get-IdentityPoolCredential eu-west-1:12345678-1234-1234-1234-123456789012 -ProfileName dev"),
            Bound + Beside($"{AccountServer.Prod}, {AccountServer.Dev}", "Get-IdentityPool -ProfileName dev"),
        ];

        var runs = await RunAsync([
            .. refused,
            Bound + Beside(AccountServer.Dev, "Get-IdentityPool -ProfileName prod"),
            Bound + Elsewhere("Get-IdentityPool -ProfileName prod"),
            Bound + Beside($"{AccountServer.Dev}, {AccountServer.Prod}", "Get-IdentityPool -ProfileName prod"),
            "Connect-IdentityPool -Sandbox; " + Elsewhere("Get-IdentityPool -ProfileName dev"),
            "try { Connect-IdentityPool -ProfileName nobody } catch { }; " + Elsewhere("Get-IdentityPool -ProfileName dev"),
        ]);

        Assert.All(
            runs.Take(refused.Length),
            run =>
            {
                Assert.StartsWith("AccountNotAllowed,", run.Output, StringComparison.Ordinal);
                Assert.EndsWith(" GetCallerIdentity", Assert.Single(run.Calls), StringComparison.Ordinal);
            }
        );
        var others = runs.Skip(refused.Length).ToList();
        // No account is allowed by both.
        Assert.StartsWith("AllowedAccountElsewhere,", others[0].Output, StringComparison.Ordinal);
        Assert.Empty(others[0].Calls);
        Assert.All(others.Skip(1), run => Assert.Equal("", run.Output));
        Assert.All(others.Skip(1).Take(2), run => Assert.Equal("AKIAPROD eu-west-1 ListIdentityPools", run.Calls[^1]));
        Assert.All(others.Skip(3), run => Assert.Equal("AKIADEV us-west-1 ListIdentityPools", Assert.Single(run.Calls)));
    }

    [Fact]
    public async Task What_the_environment_says_by_half_is_said_and_nothing_stands_in_for_it()
    {
        const string Keys = "AWS_ACCESS_KEY_ID";
        var missing = new Dictionary<string, string>
        {
            ["$env:AWS_ACCESS_KEY_ID = 'AKIAPROD'"] = "EnvironmentCredentialsIncomplete AWS_SECRET_ACCESS_KEY",
            ["$env:AWS_ACCESS_KEY_ID = 'AKIAPROD'; $env:AWS_PROFILE = 'prod'"] = "EnvironmentCredentialsIncomplete AWS_SECRET_ACCESS_KEY",
            ["$env:AWS_SECRET_ACCESS_KEY = 'x'"] = $"EnvironmentCredentialsIncomplete {Keys}",
            ["$env:AWS_SECRET_ACCESS_KEY = 'x'; $env:AWS_SESSION_TOKEN = 'x'; $env:AWS_PROFILE = 'prod'"] = $"EnvironmentCredentialsIncomplete {Keys}",
            ["$env:AWS_SESSION_TOKEN = 'x'"] = $"EnvironmentCredentialsIncomplete {Keys}",
            ["$env:AWS_WEB_IDENTITY_TOKEN_FILE = '/token'"] = "EnvironmentCredentialsIncomplete AWS_ROLE_ARN",
            ["$env:AWS_ROLE_ARN = 'arn:aws:iam::222222222222:role/ci'"] = "EnvironmentCredentialsIncomplete AWS_WEB_IDENTITY_TOKEN_FILE",
            ["$env:AWS_CONFIG_FILE = \"$PSScriptRoot/nowhere\""] = "ConfigurationFileMissing nowhere",
            ["$env:AWS_SHARED_CREDENTIALS_FILE = '/nowhere'"] = "ConfigurationFileMissing /nowhere",
            ["$env:AWS_CONFIG_FILE = '/nowhere'; $env:AWS_PROFILE = 'prod'"] = "ConfigurationFileMissing AWS_CONFIG_FILE",
        };
        string[] commands =
        [
            "Get-IdentityPool -Region eu-west-1",
            "Get-IdentityPoolSession",
            "Connect-IdentityPool -Region eu-west-1",
            "New-IdentityPool shop | Publish-IdentityPool",
        ];
        var expected = (from state in missing from command in commands select (State: state.Key, Command: command, Error: state.Value.Split(' '))).ToList();
        string[] named =
        [
            "$env:AWS_ACCESS_KEY_ID = 'AKIAPROD'; $env:AWS_ROLE_ARN = 'x'; Get-IdentityPool -ProfileName dev -Region eu-west-1",
            "$env:AWS_ACCESS_KEY_ID = 'AKIAPROD'; $env:AWS_CONFIG_FILE = '/nowhere'; Get-IdentityPool -Credential $credential -Region eu-west-1",
            "$env:AWS_ACCESS_KEY_ID = 'AKIAPROD'; $env:AWS_SECRET_ACCESS_KEY = 'x'; $env:AWS_ROLE_ARN = 'x'; $env:AWS_CONFIG_FILE = '/nowhere'; Get-IdentityPool -Region eu-west-1",
        ];

        var runs = await RunAsync([
            .. expected.Select(run => $"$env:AWS_REGION = 'eu-west-1'; try {{ {run.State}; {run.Command} }} finally {{ $env:AWS_REGION = $null }}"),
            "$env:AWS_CONFIG_FILE = '/nowhere'; Get-IdentityPool -ProfileName prod",
            .. named,
        ]);

        Assert.All(
            expected.Zip(runs),
            pair =>
            {
                Assert.StartsWith(pair.First.Error[0] + ",", pair.Second.Output, StringComparison.Ordinal);
                Assert.Contains(pair.First.Error[1], pair.Second.Output, StringComparison.Ordinal);
                Assert.Empty(pair.Second.Calls);
            }
        );
        var others = runs.Skip(expected.Count).ToList();
        Assert.StartsWith("ConfigurationFileMissing,", others[0].Output, StringComparison.Ordinal);
        Assert.Equal(
            ["", "AKIADEV eu-west-1 ListIdentityPools", "AKIAGIVEN eu-west-1 ListIdentityPools", "AKIAPROD eu-west-1 ListIdentityPools"],
            others.Select(run => string.Join(", ", run.Calls))
        );
    }

    [Fact]
    public async Task A_source_of_credentials_that_fails_is_named()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var answer = Path.Combine(folder.FullName, "answer");
            var settings = Path.Combine(folder.FullName, "config");
            var show = OperatingSystem.IsWindows() ? "type" : "cat";
            var region = $"region = eu-west-1\nendpoint_url = {server.Endpoint}\n";
            const string Role = "role_arn = arn:aws:iam::222222222222:role/ci\n";
            await File.WriteAllTextAsync(
                settings,
                $"[profile program]\n{region}credential_process = {show} {answer}\n"
                    + $"[profile taken]\n{region}{Role}source_profile = program\n"
                    + $"[profile token]\n{region}{Role}web_identity_token_file = /nowhere\n"
                    + $"[profile keys]\n{region}aws_access_key_id = AKIAPROD\naws_secret_access_key = x\n"
                    + $"[profile code]\n{region}{Role}source_profile = keys\nmfa_serial = arn:aws:iam::222222222222:mfa/ci\n"
                    + $"[profile behind]\n{region}{Role}source_profile = code\n"
                    + $"[profile old]\n{region}sso_session = gone\nsso_account_id = 222222222222\nsso_role_name = x\n",
                TestContext.Current.CancellationToken
            );
            var program = new[]
            {
                """{"Version":9,"AccessKeyId":"AKIAPROD","SecretAccessKey":"TOPSECRET"}""",
                "null",
                "[1]",
                "",
                "SecretAccessKey: TOPSECRET",
                """{"Version":1,"AccessKeyId":"","SecretAccessKey":""}""",
                """{"Version":1,"AccessKeyId":"AKIAPROD","SecretAccessKey":"TOPSECRET","Expiration":"nonsense"}""",
                """{"Version":1,"AccessKeyId":"AKIAPROD","SecretAccessKey":"TOPSECRET","SessionToken":"x","Expiration":"2001-01-01T00:00:00Z"}""",
            };
            var commands = program
                .Select(text => $"Set-Content -LiteralPath '{answer}' '{text}'; Get-IdentityPool -ProfileName program -ErrorAction Stop")
                .Append(
                    $"Set-Content -LiteralPath '{answer}' 'null'; $env:AWS_PROFILE = 'program'; New-IdentityPool shop | Publish-IdentityPool -ErrorAction Stop"
                )
                .ToList();

            var runs = await RunWithAsync(
                $"AWS_CONFIG_FILE={settings}",
                [
                    .. commands,
                    $"Set-Content -LiteralPath '{answer}' 'null'; Get-IdentityPool -ProfileName taken -ErrorAction Stop",
                    "Get-IdentityPool -ProfileName token -ErrorAction Stop",
                    "$env:AWS_WEB_IDENTITY_TOKEN_FILE = '/nowhere'; $env:AWS_ROLE_ARN = 'arn:aws:iam::222222222222:role/ci'; Get-IdentityPool -Region eu-west-1 -ErrorAction Stop",
                    "Get-IdentityPool -ProfileName code -ErrorAction Stop",
                    "Get-IdentityPool -ProfileName behind -ErrorAction Stop",
                    "Get-IdentityPool -ProfileName nobody",
                    "Get-IdentityPool -ProfileName old",
                ]
            );

            Assert.All(
                runs.Take(commands.Count),
                run =>
                {
                    Assert.StartsWith("CredentialProcessFailed,", run.Output, StringComparison.Ordinal);
                    Assert.Contains("The credential_process of the profile 'program'", run.Output, StringComparison.Ordinal);
                    Assert.DoesNotContain("network", run.Output, StringComparison.Ordinal);
                    Assert.DoesNotContain("TOPSECRET", run.Output, StringComparison.Ordinal);
                }
            );
            Assert.Equal(
                [
                    "CredentialSourceFailed",
                    "CredentialSourceFailed",
                    "CredentialSourceFailed",
                    "MfaCodeNeeded",
                    "MfaCodeNeeded",
                    "ProfileNotFound",
                    "ProfileUnreadable",
                ],
                runs.Skip(commands.Count).Select(run => run.Output.Split(',')[0])
            );
            string[] words =
            [
                "the profile 'taken'",
                "'/nowhere' of the profile 'token'",
                "'/nowhere', which AWS_WEB_IDENTITY_TOKEN_FILE specifies",
                "mfa/ci",
                "mfa/ci",
                "[gone]",
                "'old'",
            ];
            Assert.All(words.Zip(runs.Skip(commands.Count)), pair => Assert.Contains(pair.First, pair.Second.Output, StringComparison.Ordinal));
            Assert.All(runs, run => Assert.Empty(run.Calls));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task The_chain_is_used_where_no_runspace_bounds_it()
    {
        const string Elsewhere = "1 | ForEach-Object -Parallel { Get-IdentityPool -Region eu-west-1 }";
        string[] commands =
        [
            Elsewhere,
            "Connect-IdentityPool -ProfileName prod; " + Elsewhere,
            "Connect-IdentityPool -Sandbox; Disconnect-IdentityPool; " + Elsewhere,
            "$session = Connect-IdentityPool -Sandbox -NotDefault; " + Elsewhere,
            "1 | ForEach-Object -Parallel { Connect-IdentityPool -Sandbox }; " + Elsewhere,
        ];

        var runs = await RunAsync(commands);

        Assert.All(runs, run => Assert.Equal("AKIADEFAULT eu-west-1 ListIdentityPools", Assert.Single(run.Calls)));
    }

    [Fact]
    public async Task The_chain_is_told_and_keys_of_the_environment_stay_those_that_the_account_was_proved_for()
    {
        var runs = await RunAsync(
            "Get-IdentityPoolSession | ForEach-Object { \"$($_.AccountId) $($_.CallerArn) $($_.Region) $($_.ProfileName) $($_.EndpointUrl) $($_.IsFromChain)\" }",
            "$env:AWS_ACCESS_KEY_ID = 'AKIAPROD'; $env:AWS_SECRET_ACCESS_KEY = 'x'; "
                + $"Connect-IdentityPool -Region eu-west-1 -AllowedAccountId {AccountServer.Prod}; Get-IdentityPool; $env:AWS_ACCESS_KEY_ID = 'AKIADEV'; Get-IdentityPool"
        );

        Assert.Equal($"{AccountServer.Other} arn:aws:iam::{AccountServer.Other}:user/ci ap-south-1 default {server.Endpoint} True\n", runs[0].Output);
        Assert.Equal(3, runs[1].Calls.Count);
        Assert.All(runs[1].Calls, call => Assert.StartsWith("AKIAPROD ", call, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Keys_that_are_renewed_stay_those_of_one_account()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var keys = Path.Combine(folder.FullName, "keys");
            var settings = Path.Combine(folder.FullName, "config");
            var show = OperatingSystem.IsWindows() ? "type" : "cat";
            await File.WriteAllTextAsync(
                settings,
                $"[profile renewed]\nregion = eu-west-1\ncredential_process = {show} {keys}\n",
                TestContext.Current.CancellationToken
            );
            var renew =
                "function Renew($Key) { Set-Content -LiteralPath '"
                + keys
                + "' (@{ Version = 1; AccessKeyId = $Key; SecretAccessKey = 'x'; SessionToken = 'x'; "
                + "Expiration = [DateTime]::UtcNow.AddMinutes(1).ToString('yyyy-MM-ddTHH:mm:ssZ') } | ConvertTo-Json -Compress) }; Renew AKIAPROD; ";
            var allowed = renew + $"Connect-IdentityPool -ProfileName renewed -AllowedAccountId {AccountServer.Prod}; Get-IdentityPool; ";
            var free = renew + "Connect-IdentityPool -ProfileName renewed; $null = Get-IdentityPool -Id $id; ";

            var runs = await RunWithAsync(
                $"AWS_CONFIG_FILE={settings}",
                allowed + "Renew AKIADEV; Get-IdentityPool",
                allowed + "Renew AKIADEV; New-IdentityPool shop | Publish-IdentityPool",
                free + "Renew AKIADEV; Remove-IdentityPool -Id $id -Force",
                free + "Renew AKIADEV; Get-IdentityPool -Region us-west-2 -Id ($id -replace 'eu-west-1', 'us-west-2')",
                free + "Renew AKIADEV; Get-IdentityPoolSession",
                free + $"Set-Content -LiteralPath '{keys}' broken; Get-IdentityPool -Id $id -ErrorAction Stop",
                free + "Renew AKIAPRODANEW; (Get-IdentityPool -Id $id).Name",
                free
                    + "Renew AKIAPRODANEW; (Get-IdentityPoolSession).CallerArn; Renew AKIAPROD; "
                    + "@(Get-IdentityPoolSession -Verbose 4>&1 | Where-Object { \"$_\" -like '*sts:GetCallerIdentity*' }).Count"
            );

            Assert.Equal(
                [
                    "AccountNotAllowed",
                    "AccountNotAllowed",
                    "AccountChanged",
                    "AccountChanged",
                    "AccountChanged",
                    "CredentialProcessFailed",
                    "shop\n",
                    $"arn:aws:iam::{AccountServer.Prod}:user/new\n1\n",
                ],
                runs.Select(run => run.Output.Split(',')[0])
            );
            Assert.All(runs.Take(5), run => Assert.Equal(["GetCallerIdentity"], run.Calls.Where(IsOfDev).Select(call => call.Split(' ')[2]).Distinct()));
            Assert.Contains("AKIAPRODANEW eu-west-1 DescribeIdentityPool", runs[6].Calls);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        static bool IsOfDev(string call) => call.StartsWith("AKIADEV ", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_region_of_the_machine_has_the_form_of_a_region()
    {
        string[] commands =
        [
            "$env:AWS_REGION = 'eu west'; Get-IdentityPool",
            "$env:AWS_REGION = 'eu-west-1.evil.example'; Connect-IdentityPool -Credential $credential; Get-IdentityPool",
            "$env:AWS_REGION = 'eu-mars-1'; New-IdentityPool shop | Publish-IdentityPool",
            "Get-IdentityPool -ProfileName strange",
            "$env:AWS_PROFILE = 'strange'; Get-IdentityPoolSession",
        ];

        var runs = await RunAsync([.. commands.Select(command => $"try {{ {command} }} finally {{ $env:AWS_REGION = $null }}")]);

        Assert.All(runs, run => Assert.StartsWith("ConfiguredRegionInvalid,", run.Output, StringComparison.Ordinal));
        Assert.All(runs, run => Assert.Empty(run.Calls));
    }

    [Fact]
    public async Task A_profile_that_the_SDK_cannot_take_is_named()
    {
        var settings = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(
                settings,
                "[profile odd]\nregion = eu west/../evil\naws_access_key_id = AKIAPROD\naws_secret_access_key = x\n",
                TestContext.Current.CancellationToken
            );

            var runs = await RunWithAsync(
                $"AWS_CONFIG_FILE={settings}",
                "Get-IdentityPool -ProfileName odd",
                "Get-IdentityPool -ProfileName odd -Region eu-west-1",
                "Get-IdentityPool -ProfileName missing -Region eu-west-1",
                "Connect-IdentityPool -ProfileName odd",
                "$env:AWS_PROFILE = 'odd'; Get-IdentityPoolSession"
            );

            Assert.Equal(
                ["ProfileUnreadable", "ProfileUnreadable", "ProfileNotFound", "ProfileUnreadable", "ProfileUnreadable"],
                runs.Select(run => run.Output.Split(',')[0])
            );
            Assert.All(runs, run => Assert.Contains("'eu west/../evil'", run.Output, StringComparison.Ordinal));
            Assert.All(runs, run => Assert.Empty(run.Calls));
        }
        finally
        {
            File.Delete(settings);
        }
    }

    [Fact]
    public async Task Nothing_of_the_machine_reaches_the_sandbox()
    {
        var garbage = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(garbage, "This is no file of settings.\n", TestContext.Current.CancellationToken);
            var run = await EngineProcess.RunAsync(
                Script,
                "",
                "Connect-IdentityPool -Sandbox; $shop = New-IdentityPool shop -AllowUnauthenticatedIdentities | Add-UserPoolAuthentication (New-UserPool people) | "
                    + "Publish-IdentityPool -PassThru; $shop.Region; ($shop | Get-IdentityPoolCredential).AccessKeyId.Length; @(Get-IdentityPool -Region us-west-2).Count; "
                    + "$shop | Remove-IdentityPool -Force -WarningAction SilentlyContinue; $Error.Count",
                $"{Hostile};AWS_ENDPOINT_URL={server.Endpoint};AWS_CONFIG_FILE={garbage};AWS_SHARED_CREDENTIALS_FILE={garbage}"
            );

            Assert.Equal("eu-west-1\n20\n0\n0\n#end\n", run.Output);
            Assert.Empty(server.Calls);
        }
        finally
        {
            File.Delete(garbage);
        }
    }

    private static string Script => Path.Combine(ModuleRunspace.Root, "tests", "IdentityPool.ModuleTests", "Live", "Accounts.ps1");

    /// <summary>Runs commands one after the other, in one process, as a process takes its time to start.</summary>
    private Task<List<(string Command, string Output, List<string> Calls)>> RunAsync(params string[] commands) => RunWithAsync("", commands);

    private async Task<List<(string Command, string Output, List<string> Calls)>> RunWithAsync(string environment, params string[] commands)
    {
        const string Mark = "AKIAMARK eu-west-1 ListIdentityPools";
        var process = await EngineProcess.RunAsync(Script, server.Endpoint, string.Join("\n---\n", commands), environment);
        var outputs = process.Output.Split("#end\n");
        Assert.Equal(commands.Length + 1, outputs.Length);
        var calls = new List<List<string>> { new() };
        foreach (var call in server.Calls)
        {
            if (call == Mark)
            {
                calls.Add([]);
            }
            else
            {
                calls[^1].Add(call);
            }
        }

        Assert.Equal(commands.Length + 1, calls.Count);
        return [.. commands.Select((command, place) => (command, outputs[place], calls[place]))];
    }
}
