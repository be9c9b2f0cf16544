using System.Globalization;

namespace IdentityPools.Benchmarks;

/// <summary>What the command line asks for.</summary>
/// <param name="Sizes">The numbers of pools to compare at.</param>
/// <param name="Repetitions">How often every process is measured, the warm-up not counted.</param>
/// <param name="SkipCdk">Whether to measure IdentityPool alone, which needs no Node.</param>
/// <param name="Live">Whether to measure publishing instead of exporting.</param>
/// <param name="Engine">A PowerShell to run the scripts with; EngineHost when it is null.</param>
internal sealed record BenchmarkOptions(IReadOnlyList<int> Sizes, int Repetitions, bool SkipCdk, bool Live, string? Engine)
{
    public const string Usage = """
        Usage: dotnet run -c Release --project benchmarks -- [options]

          --sizes 1,100,1000      numbers of pools to compare at
          -n, --repetitions 6     measured runs of every process, after one run to warm up
          --skip-cdk              measure IdentityPool alone
          --live                  measure publishing against the sandbox instead; needs python3 with boto3
          --engine pwsh           the PowerShell to run the scripts with, instead of tools/EngineHost;
                                  it takes out/IdentityPool as it was built last
        """;

    private static readonly BenchmarkOptions Default = new([1, 100, 1_000], 6, false, false, null);

    /// <exception cref="BenchmarkException">An option is unknown, or its value is missing or out of range.</exception>
    public static BenchmarkOptions Parse(IEnumerable<string> arguments)
    {
        var options = Default;
        using var rest = arguments.GetEnumerator();
        while (rest.MoveNext())
        {
            options = rest.Current switch
            {
                "--sizes" => options with { Sizes = [.. Value(rest).Split(',').Select(Positive)] },
                "-n" or "--repetitions" => options with { Repetitions = Positive(Value(rest)) },
                "--skip-cdk" => options with { SkipCdk = true },
                "--live" => options with { Live = true },
                "--engine" => options with { Engine = Value(rest) },
                var unknown => throw new BenchmarkException($"Unknown option '{unknown}'.\n\n{Usage}"),
            };
        }

        return options;
    }

    private static string Value(IEnumerator<string> rest)
    {
        var option = rest.Current;
        return rest.MoveNext() ? rest.Current : throw new BenchmarkException($"{option} needs a value.\n\n{Usage}");
    }

    private static int Positive(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new BenchmarkException($"'{text}' is not a whole number above zero.\n\n{Usage}");
}
