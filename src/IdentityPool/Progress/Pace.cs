namespace IdentityPools.Progress;

/// <summary>How long the rest takes, if it goes on as it has so far.</summary>
internal sealed class Pace(TimeProvider clock)
{
    /// <summary>What the engine takes for "not known".</summary>
    public const int Unknown = -1;

    /// <summary>What came of less time than this says nothing.</summary>
    private static readonly TimeSpan Hesitation = TimeSpan.FromSeconds(1);

    private long? start;

    /// <summary>The seconds left once a share of all, from 0 to 1, is done. The first question starts the clock.</summary>
    public int SecondsLeft(double share)
    {
        start ??= clock.GetTimestamp();
        var taken = clock.GetElapsedTime(start.Value);
        return share is > 0 and < 1 && taken >= Hesitation ? (int)Math.Min(int.MaxValue, Math.Ceiling(taken.TotalSeconds * (1 - share) / share)) : Unknown;
    }
}
