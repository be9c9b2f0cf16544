namespace IdentityPools.HelpBuilder.Text;

/// <summary>Shows a table in columns.</summary>
public static class TextTable
{
    private const int Gap = 2;
    private const int Narrowest = 8;

    /// <summary>The lines of a table: its head, a rule, its rows. A cell that is too wide goes on in the next line.</summary>
    /// <param name="rows">The rows, the head first, all of one length.</param>
    /// <param name="width">How many columns of the screen there are.</param>
    /// <returns>The lines.</returns>
    public static IReadOnlyList<string> Lines(IReadOnlyList<string[]> rows, int width)
    {
        var widths = Widths(rows, width);
        var rule = widths.Select(column => new string('-', column)).ToArray();
        var wrapped = rows.Skip(1).Select(row => Row(row, widths)).ToList();

        // Where a row takes several lines, an empty one tells the rows apart.
        var isSpaced = wrapped.Exists(row => row.Count > 1);
        var lines = new List<string>([.. Row(rows[0], widths), .. Row(rule, widths)]);
        foreach (var (row, index) in wrapped.Select((row, index) => (row, index)))
        {
            lines.AddRange(isSpaced && index > 0 ? ["", .. row] : row);
        }

        return lines;
    }

    private static int[] Widths(IReadOnlyList<string[]> rows, int width)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        while (widths.Sum() + Gap * (widths.Length - 1) > width)
        {
            var widest = Array.IndexOf(widths, widths.Max());
            if (widths[widest] <= Narrowest)
            {
                break;
            }

            widths[widest]--;
        }

        return widths;
    }

    private static List<string> Row(string[] cells, int[] widths)
    {
        var columns = cells.Select((cell, index) => new TextLine(cell).Wrapped(widths[index]).ToArray()).ToArray();
        return
        [
            .. Enumerable
                .Range(0, columns.Max(column => column.Length))
                .Select(line =>
                    string.Join(new string(' ', Gap), columns.Select((column, index) => (column.ElementAtOrDefault(line) ?? "").PadRight(widths[index])))
                        .TrimEnd()
                ),
        ];
    }
}
