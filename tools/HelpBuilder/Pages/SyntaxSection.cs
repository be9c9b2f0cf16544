namespace IdentityPools.HelpBuilder.Pages;

/// <summary>One way to call a command.</summary>
/// <param name="ParameterSet">The parameter set.</param>
/// <param name="IsDefault">Whether it is the one that counts in doubt.</param>
/// <param name="Text">What is typed, with what may be left out in brackets.</param>
/// <param name="Line">The line of the heading, from 1.</param>
public sealed record SyntaxSection(string ParameterSet, bool IsDefault, string Text, int Line);
