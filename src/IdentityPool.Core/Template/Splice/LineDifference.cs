using System.Globalization;
using IdentityPools.Ports;

namespace IdentityPools.Template;

/// <summary>The lines in which two texts differ, as people read differences.</summary>
internal static class LineDifference
{
    // Beyond it the lines between the first and the last difference are shown as they were and as they are.
    private const int MostCompared = 4_000_000;

    /// <summary>The lines that go and those that come, each with its sign and its number in its text.</summary>
    /// <param name="before">The text as it is.</param>
    /// <param name="now">The text as it shall be.</param>
    public static IEnumerable<string> Of(string before, string now) => Of(before, now, []);

    /// <summary>The lines that go and those that come, without secrets: of a text that holds one, wherever it stands, no line is shown.</summary>
    /// <param name="before">The text as it is.</param>
    /// <param name="now">The text as it shall be.</param>
    /// <param name="form">Reads the texts.</param>
    public static IEnumerable<string> Of(string before, string now, ITemplateText form)
    {
        var hidden = SecretLines.In(before, form).Count > 0 ? Lines(before).ToHashSet(StringComparer.Ordinal) : [];
        var lines = Lines(now);
        hidden.UnionWith(SecretLines.In(now, form).Select(place => lines[place]));
        return Of(before, now, hidden);
    }

    private static IEnumerable<string> Of(string before, string now, HashSet<string> hidden) =>
        Of(Lines(before), Lines(now))
            .Select(line => $"{line.Sign}{line.Number.ToString(CultureInfo.InvariantCulture), 5} {(hidden.Contains(line.Text) ? "***" : line.Text)}");

    private static IEnumerable<(char Sign, int Number, string Text)> Of(string[] old, string[] next)
    {
        var start = 0;
        while (start < old.Length && start < next.Length && old[start] == next[start])
        {
            start++;
        }

        var end = 0;
        while (end < old.Length - start && end < next.Length - start && old[^(end + 1)] == next[^(end + 1)])
        {
            end++;
        }

        return Middle(old.AsMemory(start..(old.Length - end)), next.AsMemory(start..(next.Length - end)), start);
    }

    private static IEnumerable<(char Sign, int Number, string Text)> Middle(ReadOnlyMemory<string> old, ReadOnlyMemory<string> next, int start)
    {
        var common = (long)old.Length * next.Length <= MostCompared ? Common(old.Span, next.Span) : null;
        var (at, to) = (0, 0);
        while (at < old.Length || to < next.Length)
        {
            if (common is not null && at < old.Length && to < next.Length && old.Span[at] == next.Span[to])
            {
                at++;
                to++;
            }
            else if (at < old.Length && (to == next.Length || common is null || common[at + 1, to] >= common[at, to + 1]))
            {
                yield return ('-', start + ++at, old.Span[at - 1]);
            }
            else
            {
                yield return ('+', start + ++to, next.Span[to - 1]);
            }
        }
    }

    /// <summary>How many lines the rests of both texts have in common, from each pair of lines on.</summary>
    private static int[,] Common(ReadOnlySpan<string> old, ReadOnlySpan<string> next)
    {
        var common = new int[old.Length + 1, next.Length + 1];
        for (var at = old.Length - 1; at >= 0; at--)
        {
            for (var to = next.Length - 1; to >= 0; to--)
            {
                common[at, to] = old[at] == next[to] ? common[at + 1, to + 1] + 1 : Math.Max(common[at + 1, to], common[at, to + 1]);
            }
        }

        return common;
    }

    private static string[] Lines(string text) => text.Split('\n').Select(line => line.TrimEnd('\r')).ToArray();
}
