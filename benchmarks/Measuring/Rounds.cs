namespace IdentityPools.Benchmarks.Measuring;

/// <summary>Measures cases in turn (A B C, A B C ...), so that a slow minute of the machine hits all of them.</summary>
internal sealed class Rounds
{
    private readonly int repetitions;

    public Rounds(int repetitions) => this.repetitions = repetitions;

    /// <summary>Runs every case once to warm the file cache, which is not counted, and then the rounds.</summary>
    public IReadOnlyList<Series> Run(string title, IReadOnlyList<Case> cases)
    {
        Progress(title, "warm-up");
        Measure(cases);

        var rounds = new List<Measurement[]>();
        for (var round = 1; round <= repetitions; round++)
        {
            Progress(title, $"round {round} of {repetitions}");
            rounds.Add(Measure(cases));
        }

        return [.. cases.Select((one, index) => new Series(one.Name, [.. rounds.Select(round => round[index])]))];
    }

    private static Measurement[] Measure(IReadOnlyList<Case> cases) => [.. cases.Select(one => one.Run())];

    private static void Progress(string title, string step) => Console.Error.WriteLine($"{title}: {step}");
}
