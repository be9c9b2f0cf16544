using IdentityPools.Benchmarks;
using IdentityPools.Benchmarks.Contestants;
using IdentityPools.Benchmarks.Reporting;

if (!OperatingSystem.IsLinux())
{
    Console.Error.WriteLine("The benchmarks need Linux, which tells the peak memory of a process that has ended.");
    return 1;
}

try
{
    var options = BenchmarkOptions.Parse(args);
    var repository = Repository.Find();
    var cdk = options.SkipCdk || options.Live ? null : CdkToolchain.Find(repository);
    var engine = options.Engine is null ? ScriptEngine.BuildEngineHost(repository) : ScriptEngine.FromCommand(options.Engine, repository);

    if (options.Live)
    {
        new LiveReport(Console.Out).Write(new LiveSuite(options, repository, engine).Run());
        return 0;
    }

    var results = new Suite(options, repository, engine, cdk).Run();
    new MarkdownReport(Console.Out).Write(results, options.Repetitions, cdk);
    return 0;
}
catch (BenchmarkException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}
