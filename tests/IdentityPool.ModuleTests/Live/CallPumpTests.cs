using System.Management.Automation.Host;
using System.Reflection;
using IdentityPools.HelpPages.Engine;
using IdentityPools.ModuleTests.Hosting;
using Xunit;

namespace IdentityPools.ModuleTests.Live;

/// <summary>Who may wait for calls: the pipeline thread, nobody else.</summary>
public sealed class CallPumpTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly object pump = CreatePump();

    [Fact]
    public async Task The_pipeline_thread_waits() =>
        Assert.Equal(1, await Task.Run(() => Wait(Start(_ => Task.FromResult(1)))).WaitAsync(Patience, Cancellation));

    [Theory]
    [InlineData("Wait")]
    [InlineData("Start")]
    [InlineData("Abandon")]
    public async Task A_call_is_refused(string member)
    {
        var waiting = Task.Run(
            () =>
                Wait(
                    Start(_ =>
                    {
                        Use(member);
                        return Task.FromResult(1);
                    })
                ),
            Cancellation
        );

        await Assert.ThrowsAsync<InvalidOperationException>(() => waiting.WaitAsync(Patience, Cancellation));
    }

    [Theory]
    [InlineData("Wait")]
    [InlineData("Start")]
    [InlineData("Abandon")]
    public async Task A_second_thread_is_refused(string member)
    {
        var call = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var isWaiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var waiting = Task.Run(
            () =>
            {
                Post(isWaiting.SetResult);
                return Wait(call.Task);
            },
            Cancellation
        );
        await isWaiting.Task.WaitAsync(Patience, Cancellation);

        Assert.Throws<InvalidOperationException>(() => Use(member));
        call.SetResult(1);
        Assert.Equal(1, await waiting.WaitAsync(Patience, Cancellation));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private void Use(string member)
    {
        switch (member)
        {
            case "Wait":
                Wait(Task.FromResult(2));
                break;
            case "Start":
                Start(_ => Task.FromResult(2));
                break;
            default:
                Invoke("Abandon", isGeneric: false);
                break;
        }
    }

    private Task<int> Start(Func<CancellationToken, Task<int>> call) => (Task<int>)Invoke("Start", isGeneric: true, call)!;

    private int Wait(Task<int> task) => (int)Invoke("Wait", isGeneric: true, task)!;

    private void Post(Action action) => Invoke("Post", isGeneric: false, action);

    private object? Invoke(string name, bool isGeneric, params object[] arguments)
    {
        var method = pump.GetType().GetMethod(name)!;
        return (isGeneric ? method.MakeGenericMethod(typeof(int)) : method).Invoke(pump, BindingFlags.DoNotWrapExceptions, null, arguments, null);
    }

    /// <summary>The pump is the module's own business; its assembly is there once the module is imported.</summary>
    private static object CreatePump()
    {
        PSHost host = new RecordedHost();
        using var runspace = ModuleRunspace.Create(host);
        using var shell = System.Management.Automation.PowerShell.Create(runspace);
        shell.AddScript("Import-Module IdentityPool").Invoke();
        var type = AppDomain
            .CurrentDomain.GetAssemblies()
            .First(assembly => assembly.GetName().Name == "IdentityPool")
            .GetType("IdentityPools.Live.CallPump", true)!;
        return Activator.CreateInstance(type, host)!;
    }
}
