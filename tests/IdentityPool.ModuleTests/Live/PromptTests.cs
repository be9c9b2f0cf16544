using System.Management.Automation;
using IdentityPools.Ports;
using Xunit;

namespace IdentityPools.ModuleTests.Live;

/// <summary>Questions that come up while a call runs.</summary>
public sealed class PromptTests
{
    private const string Device = "arn:aws:iam::123456789012:mfa/user";
    private static readonly string Script = $"Get-IdentityPool -Id {FakeService.IdOf(0)} -Session $session";

    private readonly FakeService service = new();
    private string? code;

    /// <summary>The prompt that the module hands to the way to AWS. The assembly is there once the module is imported.</summary>
    private static ICredentialPrompt Prompt =>
        (ICredentialPrompt)
            Activator.CreateInstance(
                AppDomain
                    .CurrentDomain.GetAssemblies()
                    .Single(assembly => assembly.GetName().Name == "IdentityPool")
                    .GetType("IdentityPools.Live.MfaPrompt", true)!
            )!;

    [Fact]
    public void The_user_is_asked_for_the_code_of_a_device()
    {
        AskForCode();
        var host = new AnsweringHost("123456");

        using var run = LiveRun.Of(service, Script, host);

        Assert.Empty(run.Errors);
        Assert.Equal("123456", code);
        Assert.Equal([$"Code of the MFA device {Device}"], host.Questions);
    }

    [Fact]
    public void Where_nobody_is_there_the_error_says_what_to_do()
    {
        AskForCode();

        using var run = LiveRun.Of(service, Script);

        Assert.Equal(
            ("MfaCodeNeeded,IdentityPools.Commands.GetIdentityPoolCommand", ErrorCategory.AuthenticationError),
            (run.Terminating!.FullyQualifiedErrorId, run.Terminating.CategoryInfo.Category)
        );
        Assert.Equal(Device, run.Terminating.TargetObject);
    }

    [Fact]
    public async Task A_command_asks_for_the_one_before_it_whose_call_its_own_call_waits_for()
    {
        // Both commands have one session. The second pool is being read, needs a code and gets none from its own command, whose thread waits in the next one.
        service.Names.AddRange(["a", "b"]);
        var isComparing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var hasCredentials = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        service.When(
            "Read 1",
            async cancellation =>
            {
                await isComparing.Task.WaitAsync(cancellation);
                code = Prompt.GetMfaCode(Device);
                hasCredentials.SetResult();
            }
        );
        service.When(
            $"Plan {IdentityPool.FromId(FakeService.IdOf(0))}",
            cancellation =>
            {
                isComparing.SetResult();
                return hasCredentials.Task.WaitAsync(cancellation);
            }
        );
        var host = new AnsweringHost("123456");

        using var run = await Task.Run(() => LiveRun.Of(service, "Get-IdentityPool -Session $session | Compare-IdentityPool -Session $session", host))
            .WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.Equal(("123456", 1), (code, host.Questions.Count));
    }

    [Theory]
    [InlineData("Yes", 3)]
    [InlineData("No", 3)]
    [InlineData("Yes to All", 1)]
    [InlineData("No to All", 1)]
    public void Each_pool_is_asked_for_before_any_is_published(string answer, int questions)
    {
        var host = new AnsweringHost(answer);

        using var run = LiveRun.Of(service, "'a', 'b', 'c' | ForEach-Object { New-IdentityPool $_ } | Publish-IdentityPool -Session $session -Confirm", host);

        Assert.Equal(questions, host.Questions.Count);
        Assert.Contains("+ Name = shop (cognito-identity:CreateIdentityPool)", host.Questions[0], StringComparison.Ordinal);
        Assert.Equal(
            answer.StartsWith("Yes", StringComparison.Ordinal) ? 3 : 0,
            service.Calls.Count(call => call.StartsWith("Publish", StringComparison.Ordinal))
        );
    }

    private void AskForCode() =>
        service.When(
            "Read 0",
            _ =>
            {
                code = Prompt.GetMfaCode(Device);
                return Task.CompletedTask;
            }
        );
}
