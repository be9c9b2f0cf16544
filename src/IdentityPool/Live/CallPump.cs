using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using System.Management.Automation.Host;
using IdentityPools.Ports;
using IdentityPools.Validation;

namespace IdentityPools.Live;

/// <summary>
/// Lets calls run on the thread pool while the pipeline thread does what only it may do: write, ask. Once stopped, the calls that run are cancelled and
/// given a moment to come to an end. The pump belongs to the pipeline thread: a call that waited here would wait for what only the pipeline thread can do,
/// and take the wake-ups that are meant for it. So a call is refused, and so is any second thread.
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

    private readonly Questions questions = Questions.OfThisThread;
    private readonly Queue<Action> actions = new();
    private readonly List<Task> running = [];
    private readonly CancellationTokenSource stopping = new();
    private Task? grace;
    private Thread? waiting;
    private bool isStopped;

    /// <summary>The pump of the command that the running call belongs to; null outside of calls.</summary>
    public static CallPump? Current => OfThisCall.Value;

    /// <summary>Cancelled when the command stops.</summary>
    public CancellationToken Stopping => stopping.Token;

    /// <summary>Whom to ask.</summary>
    public PSHost Host { get; } = host;

    /// <summary>Begins a call on the thread pool.</summary>
    /// <exception cref="InvalidOperationException">The caller is not the pipeline thread.</exception>
    public Task<T> Start<T>(Func<CancellationToken, Task<T>> call)
    {
        CheckPipelineThread();
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
    /// <exception cref="InvalidOperationException">The caller is not the pipeline thread.</exception>
    public T Wait<T>(Task<T> task)
    {
        CheckPipelineThread();
        _ = task.ContinueWith(_ => Post(static () => { }), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        var before = waiting;
        Volatile.Write(ref waiting, Thread.CurrentThread);
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
        finally
        {
            Volatile.Write(ref waiting, before);
        }

        return ResultOf(task);
    }

    /// <summary>Has something done on the pipeline thread, some time.</summary>
    public void Post(Action action)
    {
        lock (questions.Gate)
        {
            actions.Enqueue(action);
            Monitor.PulseAll(questions.Gate);
        }
    }

    /// <summary>Has something asked on the pipeline thread, and waits for the answer.</summary>
    public T Ask<T>(Func<T> question)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        questions.Add(() =>
        {
            if (stopping.IsCancellationRequested)
            {
                // Nobody waits for the answer any more.
                return;
            }

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
        lock (questions.Gate)
        {
            isStopped = true;
            Monitor.PulseAll(questions.Gate);
        }

        stopping.Cancel();
    }

    /// <summary>Cancels the calls that run and gives them a moment to come to an end.</summary>
    /// <exception cref="InvalidOperationException">The caller is not the pipeline thread.</exception>
    public void Abandon()
    {
        CheckPipelineThread();
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
        lock (questions.Gate)
        {
            while (true)
            {
                if (isStopped)
                {
                    throw new PipelineStoppedException();
                }

                if (actions.TryDequeue(out var action) || questions.TryTake(out action))
                {
                    return action;
                }

                Monitor.Wait(questions.Gate);
            }
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
        lock (questions.Gate)
        {
            return !isStopped && actions.TryDequeue(out var action) ? action : null;
        }
    }

    private void CheckPipelineThread()
    {
        if (Current is not null || (Volatile.Read(ref waiting) is { } owner && owner != Thread.CurrentThread))
        {
            throw new InvalidOperationException(
                "Only the pipeline thread begins calls and waits for them. A call awaits what it needs, and gets its connection before it begins."
            );
        }
    }
}
