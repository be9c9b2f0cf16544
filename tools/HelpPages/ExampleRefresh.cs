using IdentityPools.HelpBuilder.Pages;

namespace IdentityPools.HelpPages;

/// <summary>Writes into a page what its examples show now.</summary>
public static class ExampleRefresh
{
    private const int ShortestFence = 3;

    /// <summary>The text of a page with what its examples show now. What differs only in what every run makes anew, stays as it is.</summary>
    /// <param name="file">The page.</param>
    /// <returns>The text.</returns>
    public static string Refreshed(string file)
    {
        var page = PageText.Read(file);
        var lines = page.Text.Split('\n').ToList();

        // From the end, so that the lines of those before stay where they are.
        foreach (var example in ExamplesReader.Read(page).Reverse())
        {
            Write(lines, example, ExampleRun.Output(file, example));
        }

        return string.Join('\n', lines);
    }

    /// <summary>Writes what an example shows into the lines of its page.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="example">The example, as it is in them.</param>
    /// <param name="output">What it shows; empty for nothing.</param>
    public static void Write(List<string> lines, CommandExample example, string output)
    {
        if (example.Output is { } old)
        {
            if (ExampleOutput.AreEqual(old.Text, output))
            {
                return;
            }

            // With the empty line before it.
            lines.RemoveRange(example.Code.LastLine, old.LastLine - example.Code.LastLine);
        }

        if (output.Length > 0)
        {
            lines.InsertRange(example.Code.LastLine, ["", .. Fence(output)]);
        }
    }

    private static IEnumerable<string> Fence(string output)
    {
        var inside = output.Split('\n').Select(line => line.TrimStart()).Select(line => line.Length - line.TrimStart('`').Length).Max();
        var fence = new string('`', Math.Max(ShortestFence, inside + 1));
        return [$"{fence}Output", .. output.Split('\n'), fence];
    }
}
