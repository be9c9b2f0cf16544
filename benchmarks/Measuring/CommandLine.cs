namespace IdentityPools.Benchmarks.Measuring;

/// <summary>A program to run.</summary>
/// <param name="FileName">The program, looked up on the PATH.</param>
/// <param name="Arguments">Its arguments, unquoted.</param>
internal sealed record CommandLine(string FileName, params IReadOnlyList<string> Arguments)
{
    /// <summary>Variables that differ from this process's own; a null takes the variable away.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    public override string ToString() => string.Join(' ', [FileName, .. Arguments]);
}
