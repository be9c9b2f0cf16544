namespace IdentityPools.HelpBuilder.Pages;

/// <summary>Where to read on.</summary>
/// <param name="Text">What the link says.</param>
/// <param name="Target">An address, or the name of a page.</param>
public sealed record PageLink(string Text, string Target)
{
    /// <summary>Whether it leaves the pages.</summary>
    public bool IsOnline => Target.StartsWith("https://", StringComparison.Ordinal);
}
