using System.Diagnostics.CodeAnalysis;

namespace IdentityPools.Live;

/// <summary>
/// What the calls of the commands on one pipeline thread want to ask the user. The commands of a pipeline share a thread, and the one that waits asks for all:
/// its own call may be waiting for credentials that the call of another command is just asking a code for. The pumps of the
/// thread lock its gate for their own queues too, so that one wake-up serves for both.
/// </summary>
internal sealed class QuestionQueue
{
    [ThreadStatic]
    private static QuestionQueue? ofThisThread;

    private readonly Queue<Action> waiting = new();

    private QuestionQueue() { }

    /// <summary>Locked by whoever reads or writes here, pulsed when something has come.</summary>
    public object Gate { get; } = new();

    /// <summary>Those of the thread that the caller runs on.</summary>
    public static QuestionQueue OfThisThread => ofThisThread ??= new();

    /// <summary>Has something asked by whichever command waits on the thread, or waits next.</summary>
    public void Add(Action question)
    {
        lock (Gate)
        {
            waiting.Enqueue(question);
            Monitor.PulseAll(Gate);
        }
    }

    /// <summary>The question that has waited longest, if there is one. The caller holds the gate.</summary>
    public bool TryTake([NotNullWhen(true)] out Action? question) => waiting.TryDequeue(out question);
}
