using System.Text;
using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>Changes a template that is written in JSON.</summary>
internal sealed class JsonSplice : TemplateSplice
{
    private readonly string newLine;
    private readonly string indent;

    public JsonSplice(string text, TextPart root)
        : base(text)
    {
        newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        indent = root.Entries is [var first, ..] && IndentAt(first.Start) is { Length: > 0 } written ? written : "  ";
    }

    protected override bool IsOfParts(TextPart part) => true;

    protected override void ReplaceRoot(TextPart root, TemplateNode node) => Edits.Replace(root.Start, root.End, Value(node, ""));

    protected override void Replace(TextPart part, TextEntry entry, string? key, TemplateNode node) =>
        Edits.Replace(entry.Value.Start, entry.Value.End, Value(node, IndentAt(entry.Start)));

    protected override bool CanAlter(TextPart part, Alteration alteration) => true;

    protected override void Alter(TextPart part, Alteration alteration)
    {
        var entries = part.Entries!;
        var (gone, added) = alteration;
        Delete(entries, gone);
        var at = IndentAt(entries[0].Start);
        var separator = at is null ? " " : newLine + at;
        foreach (var (behind, key, node) in added)
        {
            var written = (key is null ? "" : JsonTemplateText.Compact(key) + ": ") + Value(node, at);
            if (Enumerable.Range(0, behind + 1).LastOrDefault(index => !gone.Contains(index), -1) is >= 0 and var last)
            {
                Edits.Insert(entries[last].Value.End, "," + separator + written);
            }
            else
            {
                Edits.Insert(entries[0].Start, written + "," + separator);
            }
        }
    }

    /// <summary>Takes entries out with the comma that joins them to those that stay.</summary>
    private void Delete(IReadOnlyList<TextEntry> entries, IReadOnlySet<int> gone)
    {
        for (var first = 0; first < entries.Count; first++)
        {
            if (!gone.Contains(first))
            {
                continue;
            }

            var last = first;
            while (gone.Contains(last + 1))
            {
                last++;
            }

            if (first > 0)
            {
                Edits.Delete(entries[first - 1].Value.End, entries[last].Value.End);
            }
            else
            {
                Edits.Delete(entries[0].Start, entries[last + 1].Start);
            }

            first = last;
        }
    }

    /// <summary>The blanks before what begins a line; null for what stands behind something else.</summary>
    private string? IndentAt(int place)
    {
        var start = Text.LastIndexOf('\n', Math.Max(place - 1, 0)) + 1;
        var before = Text[start..place];
        return start > 0 && before.All(character => character is ' ' or '\t') ? before : null;
    }

    /// <summary>The node in lines, or on one where what it stands in is on one.</summary>
    private string Value(TemplateNode node, string? at)
    {
        if (at is null || node is TemplateScalar)
        {
            return JsonTemplateText.Compact(node);
        }

        var lines = Encoding.UTF8.GetString(new JsonTemplateText().Write(node).Span).TrimEnd('\n').Split('\n');
        return string.Join(newLine, lines.Select((line, index) => index == 0 ? line : at + Indented(line)));
    }

    private string Indented(string line)
    {
        var blanks = line.Length - line.TrimStart(' ').Length;
        return string.Concat(Enumerable.Repeat(indent, blanks / 2)) + line[blanks..];
    }
}
