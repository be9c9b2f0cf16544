using System.Text;
using IdentityPools.Ports;

namespace IdentityPools.Template;

/// <summary>Changes a template that is written in YAML, in lines or in brackets.</summary>
internal sealed class BlockSplice : TemplateSplice
{
    /// <summary>Stands before a key that is too long or too odd to stand alone.</summary>
    private const char ExplicitKey = '?';

    private readonly ITemplateText form;
    private readonly TextLayout layout;
    private readonly string newLine;
    private readonly FlowEdits flow;
    private readonly TextLines lines;

    public BlockSplice(string text, TextPart root, ITemplateText form)
        : base(text)
    {
        this.form = form;
        lines = new(text);
        newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        layout = LayoutOf(root);
        flow = new(text, Edits, OnOneLine, newLine);
    }

    protected override bool IsOfParts(TextPart part) => true;

    protected override void ReplaceRoot(TextPart root, TemplateNode node) =>
        Edits.Replace(root.Start, root.End, root.IsFlow ? OnOneLine(node) : string.Join(newLine, Lines(node)));

    protected override void Replace(TextPart part, TextEntry entry, string? key, TemplateNode node)
    {
        if (part.IsFlow)
        {
            flow.Replace(entry, node);
            return;
        }

        var (start, end) = (entry.KeyEnd, entry.Value.End);
        if (entry.Value is { IsFlow: true, Entries: not null } && node is TemplateMapping or TemplateSequence)
        {
            Edits.Replace(entry.Value.Start, end, OnOneLine(node));
            return;
        }

        if (key is not null && Text[entry.Start] == ExplicitKey)
        {
            Edits.Replace(entry.Start, end, Entry(key, node, Column(entry.Start)));
            return;
        }

        // Behind the key of an entry stands its colon, however many blanks there are.
        var written = key is null ? Item(node, Column(entry.Start)) : Entry("K", node, Column(entry.Start));
        var replacement = written[1..];
        var comment = Text[end..lines.End(end)];
        if (comment.TrimStart().StartsWith('#') && replacement.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var first)
        {
            // A comment behind a value on one line stays on its line.
            first = replacement[first - 1] == '\r' ? first - 1 : first;
            Edits.Replace(start, lines.End(end), replacement[..first] + comment + replacement[first..]);
            return;
        }

        Edits.Replace(start, end, replacement);
    }

    // The first key of a map in a list stands behind a dash; only all of the map can be written without it, or with another one before it.
    protected override bool CanAlter(TextPart part, Alteration alteration) =>
        part.IsFlow
        || (
            alteration.Gone.All(index => BeginsLine(part.Entries![index])) && (BeginsLine(part.Entries![0]) || alteration.Added.All(entry => entry.Behind >= 0))
        );

    protected override void Alter(TextPart part, Alteration alteration)
    {
        var entries = part.Entries!;
        if (part.IsFlow)
        {
            flow.Alter(entries, alteration);
            return;
        }

        var (gone, added) = alteration;
        foreach (var index in gone)
        {
            Edits.Delete(lines.Start(entries[index].Start), lines.Next(entries[index].Value.End));
        }

        foreach (var (behind, key, node) in added)
        {
            var column = Column(entries[Math.Max(behind, 0)].Start);
            var written = new string(' ', column) + (key is null ? Item(node, column) : Entry(key, node, column));
            var at = behind < 0 ? lines.Start(entries[0].Start) : lines.Next(entries[behind].Value.End);
            var isOpen = at == Text.Length && Text.Length > 0 && lines.Start(at) != at;
            Edits.Insert(at, isOpen ? newLine + written : Spaced(entries, behind) + written + newLine);
        }
    }

    /// <summary>An empty line where the entries of a map are set apart by empty lines.</summary>
    private string Spaced(IReadOnlyList<TextEntry> entries, int behind)
    {
        if (behind < 0 || entries.Count < 2)
        {
            return "";
        }

        var start = lines.Start(entries[1].Start);
        return start >= 2 && Text[..start].TrimEnd('\r', '\n').Length is var end && Text[end..start].Count(character => character == '\n') > 1 ? newLine : "";
    }

    /// <summary>An entry of a map whose key begins at a column; the first line without the blanks before it.</summary>
    private string Entry(string key, TemplateNode node, int column) => Indented(Lines(TemplateMapping.Single(key, node)), column);

    private string Item(TemplateNode node, int column) => Indented(Lines(TemplateSequence.Single(node)), column);

    private string Indented(IEnumerable<string> written, int column) =>
        string.Join(newLine, written.Select((line, index) => index == 0 || line.Length == 0 ? line : new string(' ', column) + line));

    private string OnOneLine(TemplateNode node) => Encoding.UTF8.GetString(form.Write(node, layout with { IsFlow = true }).Span).TrimEnd('\n');

    private string[] Lines(TemplateNode node) => Encoding.UTF8.GetString(form.Write(node, layout).Span).TrimEnd('\n').Split('\n');

    private bool BeginsLine(TextEntry entry) => string.IsNullOrWhiteSpace(Text[lines.Start(entry.Start)..entry.Start]);

    private int Column(int place) => place - lines.Start(place);

    /// <summary>How far a level is set in, and whether lists are.</summary>
    private TextLayout LayoutOf(TextPart root)
    {
        int? indent = null;
        bool? isIndented = null;
        var left = new Queue<(TextPart Part, int Column)>([(root, -1)]);
        while ((indent is null || isIndented is null) && left.TryDequeue(out var next))
        {
            if (next.Part is not { IsFlow: false, Entries: [var first, ..] entries })
            {
                continue;
            }

            var column = Column(first.Start);
            if (next.Column >= 0 && BeginsLine(first))
            {
                if (Text[first.Start] == '-' && first.KeyEnd == first.Start + 1)
                {
                    isIndented ??= column > next.Column;
                }
                else if (column > next.Column)
                {
                    indent ??= column - next.Column;
                }
            }

            foreach (var entry in entries)
            {
                left.Enqueue((entry.Value, Column(entry.Start)));
            }
        }

        return new(Math.Clamp(indent ?? TextLayout.Usual.Indent, 2, 9), isIndented ?? TextLayout.Usual.IsSequenceIndented);
    }
}
