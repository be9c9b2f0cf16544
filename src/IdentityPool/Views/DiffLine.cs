namespace IdentityPools.Views;

/// <summary>A line of a diff.</summary>
/// <param name="Sign">What happens to it.</param>
/// <param name="Text">The line itself.</param>
internal readonly record struct DiffLine(char Sign, string Text)
{
    public const char Added = '+';
    public const char Removed = '-';
    public const char Same = ' ';

    /// <summary>Stands for lines that are the same and far from every difference.</summary>
    public static readonly DiffLine Gap = new(Same, "...");
}
