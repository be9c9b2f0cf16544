using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using System.Management.Automation.Host;
using IdentityPools.Ports;
using IdentityPools.Validation;

namespace IdentityPools.Live;

/// <summary>
/// Lets calls run on the thread pool while the pipeline thread does what only it may do: write, ask. Once stopped, the calls that run are cancelled and
/// given a moment to come to an end.
/// </summary>
[SuppressMessage(
    "Design",
    "CA1001:Types that own disposable fields should be disposable",
    Justification = "A stop may come late and from another thread; the token source holds nothing that would have to be freed."
)]
internal sealed class CallPump(PSHost host)
{
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(600);
    private static readonly AsyncLocal<CallPump?> OfThisCall = new();

    private readonly Queue<Action> actions = new();
    private readonly List<Task> running = [];
    private readonly CancellationTokenSource stopping = new();
    private Task? grace;
    private bool isStopped;

    /// <summary>The pump of the command that the running call belongs to; null outside of calls.</summary>
    public static CallPump? Current => OfThisCall.Value;

    /// <summary>Cancelled when the command stops.</summary>
    public CancellationToken Stopping => stopping.Token;

    /// <summary>Whom to ask.</summary>
    public PSHost Host { get; } = host;

    /// <summary>Begins a call on the thread pool.</summary>
    public Task<T> Start<T>(Func<CancellationToken, Task<T>> call)
    {
        var task = Task.Run(() =>
        {
            OfThisCall.Value = this;
            return call(stopping.Token);
        });
        running.RemoveAll(known => known.IsCompleted);
        running.Add(task);
        return task;
    }

    /// <summary>Serves the pipeline until a call has ended, and gives what came of it.</summary>
    /// <exception cref="PipelineStoppedException">The pipeline was stopped meanwhile.</exception>
    public T Wait<T>(Task<T> task)
    {
        _ = task.ContinueWith(_ => Post(static () => { }), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        try
        {
            while (!task.IsCompleted)
            {
                Next()();
            }

            ServeWaiting();
        }
        catch
        {
            Abandon();
            throw;
        }

        return ResultOf(task);
    }

    /// <summary>Has something done on the pipeline thread, some time.</summary>
    public void Post(Action action)
    {
        lock (actions)
        {
            actions.Enqueue(action);
            Monitor.PulseAll(actions);
        }
    }

    /// <summary>Has something asked on the pipeline thread, and waits for the answer.</summary>
    public T Ask<T>(Func<T> question)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(() =>
        {
            try
            {
                answer.SetResult(question());
            }
            catch (Exception exception)
            {
                answer.SetException(exception);
            }
        });
        return answer.Task.WaitAsync(stopping.Token).GetAwaiter().GetResult();
    }

    /// <summary>Ends the waiting. Called from another thread.</summary>
    public void Stop()
    {
        lock (actions)
        {
            isStopped = true;
            Monitor.PulseAll(actions);
        }

        stopping.Cancel();
    }

    /// <summary>Cancels the calls that run and gives them a moment to come to an end.</summary>
    public void Abandon()
    {
        stopping.Cancel();
        grace ??= Task.Delay(Grace);
        Task.WhenAny(Task.WhenAll(running), grace).GetAwaiter().GetResult();
    }

    private T ResultOf<T>(Task<T> task)
    {
        try
        {
            return task.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (isStopped)
        {
            throw new PipelineStoppedException();
        }
        catch (OperationCanceledException exception)
        {
            throw new ServiceException(
                nameof(Messages.CallTimedOut),
                ServiceFaultKind.Connection,
                Fault.Sentence(nameof(Messages.CallTimedOut)),
                target: null,
                exception
            );
        }
    }

    private Action Next()
    {
        lock (actions)
        {
            while (actions.Count == 0 && !isStopped)
            {
                Monitor.Wait(actions);
            }

            return isStopped ? throw new PipelineStoppedException() : actions.Dequeue();
        }
    }

    private void ServeWaiting()
    {
        while (TryNext() is { } action)
        {
            action();
        }
    }

    private Action? TryNext()
    {
        lock (actions)
        {
            return !isStopped && actions.TryDequeue(out var action) ? action : null;
        }
    }
}
