using System.Management.Automation.Language;

namespace IdentityPools.HelpPages;

/// <summary>Divides the code of an example into what a user types before each press of Enter.</summary>
internal static class TypedInput
{
    /// <summary>The inputs: whole lines, each with the statements that begin on it.</summary>
    /// <param name="code">The code.</param>
    /// <returns>The inputs in order.</returns>
    /// <exception cref="ExampleException">The code does not parse.</exception>
    public static IReadOnlyList<string> Of(string code)
    {
        var tree = Parser.ParseInput(code, out _, out var errors);
        if (errors is [var error, ..])
        {
            throw new ExampleException($"{error.Message} (line {error.Extent.StartLineNumber} of the code)");
        }

        var lines = code.Split('\n');
        var inputs = new List<string>();
        var last = 0;
        foreach (var extent in tree.EndBlock?.Statements.Select(statement => statement.Extent) ?? [])
        {
            if (extent.StartLineNumber > last)
            {
                inputs.Add("");
            }

            // Statements on one line are one input: the line, once.
            var first = Math.Max(last + 1, extent.StartLineNumber);
            if (extent.EndLineNumber >= first)
            {
                var more = string.Join('\n', lines[(first - 1)..extent.EndLineNumber]);
                inputs[^1] = inputs[^1].Length == 0 ? more : $"{inputs[^1]}\n{more}";
            }

            last = extent.EndLineNumber;
        }

        return inputs;
    }
}
