using System.Globalization;
using System.Management.Automation;
using IdentityPools.Validation;

namespace IdentityPools.Live;

/// <summary>One bar over all that a command does, pools that go on at the same time included. Lives on the pipeline thread.</summary>
internal sealed class ProgressBar(Cmdlet cmdlet, string activity)
{
    /// <summary>The engine tells commands apart by itself; the number has to be the same from the first record to the last.</summary>
    private const int ActivityId = 1;

    private readonly Dictionary<CallObserver, (int Done, int Total)> pools = [];
    private bool isShown;

    /// <summary>Says beforehand how many steps a pool has, so that the bar does not jump.</summary>
    public void Expect(CallObserver pool, int total) => pools[pool] = (0, total);

    /// <summary>Shows how many pools have been read, before anything is done.</summary>
    public void Read(string name, int done, int total) =>
        Show(
            new(ActivityId, activity, Fault.Sentence(nameof(Messages.ProgressReading), done, total))
            {
                CurrentOperation = name,
                PercentComplete = 100 * done / total,
            }
        );

    /// <summary>Shows how far a pool has come.</summary>
    public void Report(CallObserver pool, int done, int total, string description)
    {
        pools[pool] = (done, total);
        var (allDone, all) = (pools.Values.Sum(known => known.Done), pools.Values.Sum(known => known.Total));
        Show(
            new(ActivityId, activity, Fault.Sentence(nameof(Messages.ProgressStatus), allDone, all))
            {
                CurrentOperation = string.Create(CultureInfo.InvariantCulture, $"{pool.Name}: {description}"),
                PercentComplete = all == 0 ? 100 : Math.Min(100, 100 * allDone / all),
            }
        );
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
            cmdlet.WriteProgress(new(ActivityId, activity, activity) { RecordType = ProgressRecordType.Completed });
        }
        catch (PipelineStoppedException)
        {
            // A pipeline that is stopped takes its bars away itself, and what was under way is the news.
        }
    }

    private void Show(ProgressRecord record)
    {
        isShown = true;
        cmdlet.WriteProgress(record);
    }
}
