using System.Runtime.Versioning;
using IdentityPools.Benchmarks.Contestants;

namespace IdentityPools.Benchmarks.Measuring;

/// <summary>A temporary directory that processes are measured in.</summary>
[SupportedOSPlatform("linux")]
internal sealed class Workspace : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("identitypool-benchmarks-");

    private string LogPath => Path.Combine(directory.FullName, "log");

    /// <summary>A process that leaves nothing behind.</summary>
    public Case Case(string name, CommandLine command) => new(name, () => ProcessMeter.Run(command, LogPath));

    /// <summary>An export, into a new directory every time.</summary>
    public Case Case(IContestant contestant, int count) => new(contestant.Name, () => MeasureExport(contestant, count));

    public void Dispose() => directory.Delete(recursive: true);

    private Measurement MeasureExport(IContestant contestant, int count)
    {
        var target = directory.CreateSubdirectory("templates");
        var command = contestant.Export(count, target.FullName);
        var measurement = ProcessMeter.Run(command, LogPath);

        // A process that does less than it was asked for would look fast.
        var pools = Templates.CountPools(target.FullName);
        target.Delete(recursive: true);
        return pools == count ? measurement : throw new BenchmarkException($"Made {pools} identity pools instead of {count}: {command}\n{measurement.Output}");
    }
}
