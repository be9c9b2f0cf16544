namespace IdentityPools.EngineHost;

/// <summary>What the command line asks for.</summary>
/// <param name="File">The script to run, or null.</param>
/// <param name="Command">The text to run, or null.</param>
/// <param name="Rest">What the script is given.</param>
public sealed record EngineArguments(string? File, string? Command, IReadOnlyList<string> Rest)
{
    /// <summary>Reads a command line: <c>[-File] script [arguments]</c> or <c>-Command text</c>.</summary>
    /// <param name="arguments">The words of the command line.</param>
    /// <returns>What they ask for, or null when they make no sense.</returns>
    public static EngineArguments? TryParse(string[] arguments) =>
        arguments switch
        {
            [var option, var file, .. var rest] when Is(option, "-File") => new(file, null, rest),
            [var option, .. { Length: > 0 } words] when Is(option, "-Command") => new(null, string.Join(' ', words), []),
            [var file, .. var rest] when !file.StartsWith('-') => new(file, null, rest),
            _ => null,
        };

    /// <summary>Says how the program is used.</summary>
    /// <returns>The exit code for a wrong command line.</returns>
    public static int WriteUsage()
    {
        Console.Error.WriteLine("Usage: EngineHost [-File] <script> [arguments]  |  EngineHost -Command <text>");
        return 64;
    }

    private static bool Is(string option, string name) => string.Equals(option, name, StringComparison.OrdinalIgnoreCase);
}
