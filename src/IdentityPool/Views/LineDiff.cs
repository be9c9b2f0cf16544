namespace IdentityPools.Views;

/// <summary>Tells by which lines two texts differ, with a few lines around each difference.</summary>
internal static class LineDiff
{
    private const int Around = 2;

    public static IEnumerable<DiffLine> Compare(List<string> before, List<string> after)
    {
        var all = All(before, after);
        var shown = new bool[all.Count];
        for (var line = 0; line < all.Count; line++)
        {
            if (all[line].Sign != DiffLine.Same)
            {
                Array.Fill(shown, true, Math.Max(0, line - Around), Math.Min(all.Count, line + Around + 1) - Math.Max(0, line - Around));
            }
        }

        for (var line = 0; line < all.Count; line++)
        {
            if (shown[line])
            {
                yield return all[line];
            }
            else if (line == 0 || shown[line - 1])
            {
                yield return DiffLine.Gap;
            }
        }
    }

    private static List<DiffLine> All(List<string> before, List<string> after)
    {
        var common = Common(before, after);
        var lines = new List<DiffLine>();
        var (left, right) = (0, 0);
        while (left < before.Count || right < after.Count)
        {
            if (left < before.Count && right < after.Count && before[left] == after[right])
            {
                lines.Add(new(DiffLine.Same, before[left++]));
                right++;
            }
            else if (right == after.Count || (left < before.Count && common[left + 1, right] >= common[left, right + 1]))
            {
                lines.Add(new(DiffLine.Removed, before[left++]));
            }
            else
            {
                lines.Add(new(DiffLine.Added, after[right++]));
            }
        }

        return lines;
    }

    /// <summary>How many lines the rests from each two places on have in common at most.</summary>
    private static int[,] Common(List<string> before, List<string> after)
    {
        var common = new int[before.Count + 1, after.Count + 1];
        for (var left = before.Count - 1; left >= 0; left--)
        {
            for (var right = after.Count - 1; right >= 0; right--)
            {
                common[left, right] =
                    before[left] == after[right] ? common[left + 1, right + 1] + 1 : Math.Max(common[left + 1, right], common[left, right + 1]);
            }
        }

        return common;
    }
}

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
