namespace IdentityPools.Template;

/// <summary>Changes maps and lists in brackets within YAML: of several entries only those that change are written, comments and spacing stay.</summary>
/// <param name="text">The text.</param>
/// <param name="edits">Takes the changes.</param>
/// <param name="write">Writes a map or list on one line.</param>
/// <param name="newLine">How lines end.</param>
internal sealed class FlowEdits(string text, TextEdits edits, Func<TemplateNode, string> write, string newLine)
{
    private readonly TextLines lines = new(text);

    public void Replace(TextEntry entry, TemplateNode node)
    {
        // Nothing stands right behind its colon.
        var blank = entry.Value.Start == entry.Value.End && text[entry.Value.Start - 1] is not ' ' ? " " : "";
        edits.Replace(entry.Value.Start, entry.Value.End, blank + Written(null, node));
    }

    public void Alter(IReadOnlyList<TextEntry> entries, Alteration alteration)
    {
        var (gone, added) = alteration;
        for (var first = 0; first < entries.Count; first++)
        {
            if (gone.Contains(first))
            {
                var last = first;
                while (gone.Contains(last + 1))
                {
                    last++;
                }

                Delete(entries, first, last, isLast: last == entries.Count - 1 && added.Count == 0);
                first = last;
            }
        }

        foreach (var group in added.GroupBy(entry => Enumerable.Range(0, entry.Behind + 1).LastOrDefault(index => !gone.Contains(index), -1)))
        {
            var written = group.Select(entry => Written(entry.Key, entry.Node)).ToList();
            if (group.Key < 0)
            {
                InsertFirst(entries[0], written);
            }
            else
            {
                InsertBehind(entries[group.Key], written, OwnLines(entries[0]) ?? OwnLines(entries[group.Key]));
            }
        }
    }

    private void Delete(IReadOnlyList<TextEntry> entries, int first, int last, bool isLast)
    {
        var run = Enumerable.Range(first, last - first + 1).Select(index => entries[index]).ToList();
        if (run.TrueForAll(entry => OwnLines(entry) is not null && RestOfLine(entry) is not null))
        {
            if (isLast && first > 0 && CommaBehind(entries[first - 1]) is { } comma)
            {
                edits.Delete(comma, comma + 1);
            }

            run.ForEach(entry => edits.Delete(lines.Start(entry.Start), lines.Next(entry.Value.End)));
        }
        else if (last + 1 < entries.Count)
        {
            edits.Delete(run[0].Start, entries[last + 1].Start);
        }
        else if (CommaBehind(entries[first - 1]) is { } between && lines.Next(between) <= run[0].Start)
        {
            // What stands between, as a comment, is not the entry's.
            edits.Delete(between, between + 1);
            edits.Delete(run[0].Start, run[^1].Value.End);
        }
        else
        {
            edits.Delete(entries[first - 1].Value.End, run[^1].Value.End);
        }
    }

    private void InsertFirst(TextEntry entry, List<string> written)
    {
        if (OwnLines(entry) is { } indent)
        {
            edits.Insert(lines.Start(entry.Start), string.Concat(written.Select(value => indent + value + "," + newLine)));
        }
        else
        {
            edits.Insert(entry.Start, string.Concat(written.Select(value => value + ", ")));
        }
    }

    private void InsertBehind(TextEntry entry, List<string> written, string? indent)
    {
        if (indent is null)
        {
            edits.Insert(entry.Value.End, string.Concat(written.Select(value => ", " + value)));
        }
        else if (RestOfLine(entry) is { } rest)
        {
            // A comment behind an entry stays on its line.
            var hasComma = rest.StartsWith(',');
            if (!hasComma)
            {
                edits.Insert(entry.Value.End, ",");
            }

            var block = string.Join("," + newLine, written.Select(value => indent + value)) + (hasComma ? "," : "");
            edits.Insert(lines.Next(entry.Value.End), block + newLine);
        }
        else
        {
            edits.Insert(entry.Value.End, string.Concat(written.Select(value => "," + newLine + indent + value)));
        }
    }

    /// <summary>An entry or item as it stands in brackets.</summary>
    private string Written(string? key, TemplateNode node) =>
        write(key is null ? TemplateSequence.Single(node) : TemplateMapping.Single(key, node))[1..^1].Trim();

    /// <summary>The blanks before an entry that begins a line; null for one that stands behind something else.</summary>
    private string? OwnLines(TextEntry entry) =>
        text[lines.Start(entry.Start)..entry.Start] is var before && string.IsNullOrWhiteSpace(before) && lines.Start(entry.Start) > 0 ? before : null;

    /// <summary>What stands behind an entry on its line if that is no more than a comma and a comment; null for something else.</summary>
    private string? RestOfLine(TextEntry entry)
    {
        var rest = text[entry.Value.End..lines.Next(entry.Value.End)].Trim();
        var comment = rest.StartsWith(',') ? rest[1..].TrimStart() : rest;
        return lines.Next(entry.Value.End) < text.Length && (comment.Length == 0 || comment.StartsWith('#')) ? rest : null;
    }

    private int? CommaBehind(TextEntry entry)
    {
        var at = entry.Value.End;
        while (at < text.Length && text[at] is ' ' or '\t')
        {
            at++;
        }

        return at < text.Length && text[at] == ',' ? at : null;
    }
}
