using System.Globalization;
using System.Management.Automation;
using IdentityPools.HelpPages.Engine;
using IdentityPools.ModuleTests.ForeignClients;
using IdentityPools.ModuleTests.Hosting;
using Xunit;

namespace IdentityPools.ModuleTests.Live;

/// <summary>
/// Every live command comes to its end, again and again, over a real connection to a server that refuses and to one that is slow and succeeds; alone and in
/// eight runspaces at once. <c>IDENTITYPOOL_REPEATS</c> says how often.
/// </summary>
public sealed class ConcurrencyTests
{
    private const string Nobody = "us-west-2:12345678-1234-1234-1234-123456789012";

    private static readonly int Repeats = int.Parse(Environment.GetEnvironmentVariable("IDENTITYPOOL_REPEATS") ?? "6", CultureInfo.InvariantCulture);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2) + Repeats * TimeSpan.FromSeconds(2);

    private static readonly string[] Commands =
    [
        "New-IdentityPool a | Get-IdentityPoolFinding @aws",
        "New-IdentityPool a | Test-IdentityPool @aws",
        "Get-IdentityPool @aws",
        "Get-IdentityPool -Id $id @aws",
        "Get-IdentityPool -Arn $arn @aws",
        "New-IdentityPool a | Compare-IdentityPool @aws",
        "New-IdentityPool a | Compare-IdentityPool -Id $id @aws",
        "New-IdentityPool a | Publish-IdentityPool -WhatIf @aws",
        "New-IdentityPool \"$([guid]::NewGuid())\" | Publish-IdentityPool -PassThru @aws | Remove-IdentityPool -Force @aws",
        "Remove-IdentityPool -Id $id -WhatIf @aws",
        "Get-IdentityPoolCredential $id @aws",
        "$session = Connect-IdentityPool @aws -NotDefault; Get-IdentityPool -Session $session; New-IdentityPool a | Get-IdentityPoolFinding -Session $session",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public async Task Refused_commands_end(int runspaces)
    {
        using var server = new RefusingServer();

        var errors = await RunAsync(server.Endpoint, $"$id = '{Nobody}'", runspaces);

        Assert.All(errors, error => Assert.Contains(error, (string[])["AccessDenied", "LoginRefused"]));
        Assert.True(errors.Count >= runspaces * Repeats * Commands.Length, $"{errors.Count}");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public async Task Slow_commands_end(int runspaces)
    {
        await using var server = await SandboxServerProcess.StartAsync(TestContext.Current.CancellationToken, latency: 3);

        var errors = await RunAsync(
            server.Endpoint,
            "$id = (New-IdentityPool \"$([guid]::NewGuid())\" -AllowUnauthenticatedIdentities | Publish-IdentityPool -PassThru @aws).Id",
            runspaces
        );

        // Somebody else's pool may be removed between the list and the reading.
        Assert.All(errors, error => Assert.Equal("IdentityPoolNotFound", error));
    }

    private static async Task<IReadOnlyList<string>> RunAsync(string endpoint, string setUp, int runspaces)
    {
        var script = $$"""
            Import-Module IdentityPool
            $MaximumErrorCount = 32768
            $key = [pscredential]::new('AKIAIOSFODNN7EXAMPLE', (ConvertTo-SecureString secret -AsPlainText -Force))
            $aws = @{ Region = 'us-west-2'; EndpointUrl = '{{endpoint}}'; Credential = $key }
            {{setUp}}
            $arn = "arn:aws:cognito-identity:us-west-2:123456789012:identitypool/$id"
            $sink = foreach ($turn in 1..{{Repeats}}) {
                {{string.Join("\n", Commands.Select(command => $"try {{ {command} }} catch {{ }}"))}}
            }
            """;
        var runs = Enumerable.Range(0, runspaces).Select(_ => Task.Run(() => Errors(script))).ToList();
        var errors = await Task.WhenAll(runs).WaitAsync(Patience, TestContext.Current.CancellationToken);
        return [.. errors.SelectMany(of => of)];
    }

    private static async Task<IReadOnlyList<string>> Errors(string script)
    {
        using var runspace = ModuleRunspace.Create(new RecordedHost());
        using var shell = PowerShell.Create(runspace);
        shell.AddScript(script);
        await shell.InvokeAsync();
        var errors = (System.Collections.ArrayList)runspace.SessionStateProxy.GetVariable("Error");
        return [.. errors.OfType<object>().Select(error => Record(error).FullyQualifiedErrorId.Split(',')[0])];
    }

    private static ErrorRecord Record(object error) => error as ErrorRecord ?? ((RuntimeException)error).ErrorRecord;
}
