using System.Globalization;
using System.Management.Automation;
using IdentityPools.Values;

namespace IdentityPools.Live;

/// <summary>One bar over all that a command does, pools that go on at the same time included. Lives on the pipeline thread.</summary>
internal sealed class ProgressBar(PSCmdlet cmdlet)
{
    /// <summary>The engine tells commands apart by itself; the number has to be the same from the first record to the last.</summary>
    private const int ActivityId = 1;

    private readonly Dictionary<object, (int Done, int Total)> pools = [];
    private readonly Pace pace = new(TimeProvider.System);
    private int poolCount;
    private bool isShown;

    private string Activity => cmdlet.MyInvocation.MyCommand.Name;

    /// <summary>Says how many pools there are, so that the bar does not jump when one more becomes known.</summary>
    public void ExpectPools(int count) => poolCount = count;

    /// <summary>Says how many steps a pool has before the first of them is done.</summary>
    public void ExpectSteps(object pool, int total) => pools[pool] = (0, total);

    /// <summary>Says that nothing more is done for a pool.</summary>
    public void Settle(object pool) => pools[pool] = (pools.GetValueOrDefault(pool).Done, pools.GetValueOrDefault(pool).Done);

    /// <summary>Shows how many pools have been compared with what is there, before their steps are taken.</summary>
    public void Planned(string name, int done) => Show(MessageText.Format(nameof(Messages.ProgressReading), done, poolCount), name, ShareOfSteps());

    /// <summary>Shows how far a pool has come.</summary>
    public void Report(object pool, string name, int done, int total, string description)
    {
        pools[pool] = (done, total);
        var (allDone, all) = (pools.Values.Sum(known => known.Done), pools.Values.Sum(known => known.Total));
        Show(
            MessageText.Format(nameof(Messages.ProgressStatus), allDone, all),
            string.Create(CultureInfo.InvariantCulture, $"{name}: {description}"),
            ShareOfSteps()
        );
    }

    /// <summary>Shows how many pools have been read, of how many if that is known. One alone is not worth a bar.</summary>
    public void Read(string name, int done, int? total)
    {
        if (total is > 1)
        {
            Show(MessageText.Format(nameof(Messages.ProgressReading), done, total), name, (double)done / total);
        }
        else if (total is null && done > 0)
        {
            Show(MessageText.Format(nameof(Messages.ProgressReadSoFar), done), name, null);
        }
    }

    /// <summary>Shows how many pools have been written. What fits into one template is done before anyone reads a bar.</summary>
    public void Written(int done, int total)
    {
        if (isShown || done < total)
        {
            Show(MessageText.Format(nameof(Messages.ProgressWriting), done, total), null, (double)done / total);
        }
    }

    /// <summary>Takes the bar away.</summary>
    public void Complete()
    {
        if (!isShown)
        {
            return;
        }

        isShown = false;
        try
        {
            cmdlet.WriteProgress(new(ActivityId, Activity, Activity) { RecordType = ProgressRecordType.Completed });
        }
        catch (PipelineStoppedException)
        {
            // A pipeline that is stopped takes its bars away itself, and what was under way is the news.
        }
    }

    /// <summary>Every pool counts the same, and reading it counts as one step: so the bar never goes back when a plan turns out to be long.</summary>
    private double ShareOfSteps() => pools.Values.Sum(pool => (1.0 + pool.Done) / (1 + pool.Total)) / Math.Max(poolCount, Math.Max(1, pools.Count));

    private void Show(string status, string? operation, double? share)
    {
        isShown = true;
        cmdlet.WriteProgress(
            new(ActivityId, Activity, status)
            {
                CurrentOperation = operation is null ? null : ShownText.Escape(operation),
                PercentComplete = share is null ? -1 : (int)Math.Min(100, 100 * share.Value),
                SecondsRemaining = share is null ? Pace.Unknown : pace.SecondsLeft(share.Value),
            }
        );
    }
}

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
