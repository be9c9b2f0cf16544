using System.Globalization;
using System.Runtime.Versioning;
using IdentityPools.Benchmarks.Contestants;
using IdentityPools.Benchmarks.Measuring;
using IdentityPools.Benchmarks.Reporting;

namespace IdentityPools.Benchmarks;

/// <summary>All benchmarks, one after the other.</summary>
[SupportedOSPlatform("linux")]
internal sealed class Suite
{
    private readonly BenchmarkOptions options;
    private readonly ScriptEngine engine;
    private readonly CdkToolchain? cdk;
    private readonly ModuleContestant module;
    private readonly Repository repository;
    private readonly Rounds rounds;

    /// <param name="options">Sizes and repetitions.</param>
    /// <param name="repository">Where the scripts are.</param>
    /// <param name="engine">The PowerShell that runs the module.</param>
    /// <param name="cdk">What the module is compared with; null to measure it alone.</param>
    public Suite(BenchmarkOptions options, Repository repository, ScriptEngine engine, CdkToolchain? cdk)
    {
        this.options = options;
        this.repository = repository;
        this.engine = engine;
        this.cdk = cdk;
        module = new ModuleContestant(engine, repository);
        rounds = new Rounds(options.Repetitions);
    }

    /// <exception cref="BenchmarkException">A process failed, or did not do what it was asked for.</exception>
    public Results Run()
    {
        using var workspace = new Workspace();
        return new Results(RunBaselines(workspace), RunImport(workspace), [.. options.Sizes.Select(size => Compare(workspace, size))], RunLinearity(workspace));
    }

    private IReadOnlyList<Series> RunBaselines(Workspace workspace)
    {
        var cases = new List<Case> { workspace.Case("PowerShell engine alone", engine.Empty) };
        if (cdk is not null)
        {
            cases.Add(workspace.Case("Node alone", CdkToolchain.Empty));
        }

        return rounds.Run("baselines", cases);
    }

    private IReadOnlyList<double> RunImport(Workspace workspace)
    {
        var script = engine.Script(repository.PathTo("benchmarks", "import-time.ps1"));
        var series = rounds.Run("import", [workspace.Case("import", script)]).Single();
        return [.. series.Measurements.Select(run => Milliseconds(run.Output))];
    }

    private static double Milliseconds(string output) =>
        double.TryParse(output, CultureInfo.InvariantCulture, out var milliseconds)
            ? milliseconds
            : throw new BenchmarkException($"The import wrote something else than its time: {output}");

    private Comparison Compare(Workspace workspace, int count)
    {
        IContestant[] theirs = cdk is null ? [] : [new CdkContestant(cdk, validates: false), new CdkContestant(cdk, validates: true)];
        var cases = theirs.Prepend(module).Select(contestant => workspace.Case(contestant, count));
        var series = rounds.Run($"{count} pools", [.. cases]);
        return new Comparison(count, series[0], [.. series.Skip(1)]);
    }

    private Linearity RunLinearity(Workspace workspace)
    {
        var series = rounds.Run("linearity", [workspace.Case(module, Linearity.BaseCount), workspace.Case(module, Linearity.TenTimesCount)]);
        return new Linearity(series[0], series[1]);
    }
}
