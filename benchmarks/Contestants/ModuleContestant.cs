using System.Globalization;
using IdentityPools.Benchmarks.Measuring;

namespace IdentityPools.Benchmarks.Contestants;

/// <summary>This module.</summary>
internal sealed class ModuleContestant : IContestant
{
    private readonly ScriptEngine engine;
    private readonly string script;

    public ModuleContestant(ScriptEngine engine, Repository repository)
    {
        this.engine = engine;
        script = repository.PathTo("benchmarks", "rich-pools.ps1");
    }

    public string Name => "IdentityPool";

    public CommandLine Export(int count, string directory) => engine.Script(script, count.ToString(CultureInfo.InvariantCulture), directory);
}
