using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using System.Management.Automation.Host;
using IdentityPools.Ports;
using IdentityPools.Values;

namespace IdentityPools.Live;

/// <summary>
/// Lets calls run on the thread pool while the pipeline thread does what only it may do: write, ask. When the command ends before its time, calls that only
/// read are cancelled, and work, which changes something, comes to its end. When the user stops it, work is cancelled too, and all are given a moment. The pump belongs to the pipeline thread: a call that waited here would wait for what only the pipeline thread can do,
/// and take the wake-ups that are meant for it. A call that tries is an exception, and so is any second thread.
/// </summary>
[SuppressMessage(
    "Design",
    "CA1001:Types that own disposable fields should be disposable",
    Justification = "A stop may come late and from another thread; the token source holds nothing that would have to be freed."
)]
internal sealed class CallPump(PSHost host)
{
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(600);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(200);
    private static readonly AsyncLocal<RunningCall?> OfThisCall = new();

    private readonly QuestionQueue questions = QuestionQueue.OfThisThread;
    private readonly Queue<Action> actions = new();
    private readonly List<Task> running = [];
    private readonly List<Task> works = [];
    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationTokenSource stopped = new();
    private Task? grace;
    private Thread? waiting;
    private bool isStopped;

    /// <summary>The pump of the command that the running call belongs to; null outside of calls.</summary>
    public static CallPump? Current => OfThisCall.Value?.Pump;

    /// <summary>Cancelled when the command ends before its time.</summary>
    public CancellationToken Stopping => stopping.Token;

    /// <summary>Throws what a stopped pipeline throws, if the pipeline is being stopped.</summary>
    public Action? CheckInterrupt { get; init; }

    /// <summary>Whom to ask.</summary>
    public PSHost Host { get; } = host;

    /// <summary>Begins a call that changes nothing.</summary>
    /// <exception cref="InvalidOperationException">The caller is not the pipeline thread.</exception>
    public Task<T> Start<T>(Func<CancellationToken, Task<T>> call) => Start(call, running, stopping.Token);

    /// <summary>Begins a call that changes something: only the user stops it, and nobody leaves it behind.</summary>
    /// <exception cref="InvalidOperationException">The caller is not the pipeline thread.</exception>
    public Task<T> StartWork<T>(Func<CancellationToken, Task<T>> call) => Start(call, works, stopped.Token);

    /// <summary>Serves the pipeline until a call has ended, and gives what came of it.</summary>
    /// <exception cref="PipelineStoppedException">The pipeline was stopped meanwhile.</exception>
    /// <exception cref="InvalidOperationException">The caller is not the pipeline thread.</exception>
    public T Wait<T>(Task<T> task)
    {
        CheckPipelineThread();
        WakeAtEndOf(task);
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
            // What cannot be written or asked ends the command, and a stop too.
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
        var waits = OfThisCall.Value?.Cancellation ?? stopping.Token;
        questions.Add(() =>
        {
            if (waits.IsCancellationRequested)
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
        return answer.Task.WaitAsync(waits).GetAwaiter().GetResult();
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
        stopped.Cancel();
    }

    /// <summary>
    /// Ends what runs, because the command ends: serves the work until it is done, cancels the calls that only read and gives them a moment. Nothing goes on
    /// behind the script's back, and nothing is half made. A user who stops meanwhile waits no longer than for any other stop.
    /// </summary>
    /// <exception cref="InvalidOperationException">The caller is not the pipeline thread.</exception>
    public void Abandon()
    {
        CheckPipelineThread();
        stopping.Cancel();
        Serve(Task.WhenAll(works));
        grace ??= Task.Delay(Grace);
        Task.WhenAny(Task.WhenAll([.. running, .. works]), grace).GetAwaiter().GetResult();
    }

    private Task<T> Start<T>(Func<CancellationToken, Task<T>> call, List<Task> begun, CancellationToken cancellation)
    {
        CheckPipelineThread();
        var task = Task.Run(() =>
        {
            OfThisCall.Value = new(this, cancellation);
            return call(cancellation);
        });
        begun.RemoveAll(known => known.IsCompleted);
        begun.Add(task);
        return task;
    }

    /// <summary>Does what the work needs of the pipeline thread until it is done, or the user stops it.</summary>
    private void Serve(Task work)
    {
        WakeAtEndOf(work);
        var before = waiting;
        Volatile.Write(ref waiting, Thread.CurrentThread);
        try
        {
            while (!work.IsCompleted && !isStopped)
            {
                if (NextWithin(Moment) is { } action)
                {
                    Try(action);
                }
                else if (IsInterrupted())
                {
                    Stop();
                }
            }

            while (TryNext() is { } left)
            {
                Try(left);
            }
        }
        finally
        {
            Volatile.Write(ref waiting, before);
        }
    }

    /// <summary>Whether the user stops the pipeline. The engine tells a command of a stop no more once its own error has ended it, so it is asked.</summary>
    private bool IsInterrupted()
    {
        try
        {
            CheckInterrupt?.Invoke();
            return false;
        }
        catch (PipelineStoppedException)
        {
            return true;
        }
    }

    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "The command ends for a reason already; what is heard is the first one."
    )]
    private static void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception)
        {
            // The streams may be closed, or a preference may end the command once more at each text.
        }
    }

    private void WakeAtEndOf(Task task) =>
        task.ContinueWith(_ => Post(static () => { }), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

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
                ServiceErrorKind.Connection,
                MessageText.Format(nameof(Messages.CallTimedOut)),
                target: null,
                exception
            );
        }
    }

    private Action? NextWithin(TimeSpan moment)
    {
        lock (questions.Gate)
        {
            return Taken() ?? (Monitor.Wait(questions.Gate, moment) ? Taken() : null);
        }

        Action? Taken() => actions.TryDequeue(out var action) || questions.TryTake(out action) ? action : null;
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

    private sealed record RunningCall(CallPump Pump, CancellationToken Cancellation);
}
