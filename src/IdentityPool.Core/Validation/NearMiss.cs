using IdentityPools.Values;

namespace IdentityPools.Validation;

/// <summary>What a word that nobody knows was most likely meant to be.</summary>
internal static class NearMiss
{
    /// <summary>The known word that is closest, if it is close enough to be a slip of the fingers; else null.</summary>
    public static string? Find(string text, IEnumerable<string> known)
    {
        var closest = Closest(text, known);
        return closest is not null && Distance(text, closest) <= Math.Max(1, text.Length / 4) ? closest : null;
    }

    /// <summary>A question to append to a message: whether a near word was meant; empty where there is none.</summary>
    public static string Question(string? near) => near is null ? "" : " " + MessageText.Format(nameof(Messages.DidYouMean), near);

    /// <summary>The known word that is closest, however far; the first of those that are alike.</summary>
    public static string? Closest(string text, IEnumerable<string> known) => known.MinBy(word => Distance(text, word));

    /// <summary>How many letters have to be put in, left out, replaced or swapped with their neighbour; capital letters are small ones.</summary>
    private static int Distance(string left, string right)
    {
        var (one, other) = (left.ToUpperInvariant(), right.ToUpperInvariant());
        var rows = new int[3][];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = new int[other.Length + 1];
        }

        var (before, last, now) = (rows[0], rows[1], rows[2]);
        for (var column = 0; column <= other.Length; column++)
        {
            last[column] = column;
        }

        for (var row = 1; row <= one.Length; row++)
        {
            now[0] = row;
            for (var column = 1; column <= other.Length; column++)
            {
                var replaced = last[column - 1] + (one[row - 1] == other[column - 1] ? 0 : 1);
                now[column] = Math.Min(replaced, Math.Min(last[column], now[column - 1]) + 1);
                if (row > 1 && column > 1 && one[row - 1] == other[column - 2] && one[row - 2] == other[column - 1])
                {
                    now[column] = Math.Min(now[column], before[column - 2] + 1);
                }
            }

            (before, last, now) = (last, now, before);
        }

        return last[other.Length];
    }
}
