namespace IdentityPools.HelpBuilder;

/// <summary>What is wrong with a page, in the form that a build shows as an error of that line.</summary>
/// <param name="File">The page.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Message">What is wrong, and what to write instead.</param>
public sealed record Problem(string File, int Line, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}({Line}): error HELP: {Message}";
}
