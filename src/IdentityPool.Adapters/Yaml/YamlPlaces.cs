using IdentityPools.Template;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace IdentityPools.Yaml;

/// <summary>Finds where the parts of a template stand in YAML that was read already.</summary>
/// <param name="parser">The events.</param>
/// <param name="text">The text.</param>
internal sealed class YamlPlaces(IParser parser, string text)
{
    public TextPart FindDocument()
    {
        parser.Consume<StreamStart>();
        parser.Consume<DocumentStart>();
        return Find();
    }

    private TextPart Find()
    {
        switch (parser.Current)
        {
            case SequenceStart start:
                parser.MoveNext();
                return Sequence(start);
            case MappingStart start:
                parser.MoveNext();
                return Mapping(start);
            default:
                var scalar = parser.Consume<Scalar>();
                var from = Place(scalar.Start);
                return new(from, Math.Max(from, EndOf(Place(scalar.End))), IsFlow: true);
        }
    }

    private TextPart Sequence(SequenceStart start)
    {
        var isFlow = start.Style == SequenceStyle.Flow;
        var entries = new List<TextEntry>();
        while (parser.Current is not SequenceEnd)
        {
            var item = Find();
            var dash = isFlow ? item.Start : DashBefore(item.Start);
            entries.Add(new(dash, isFlow ? dash : dash + 1, item));
        }

        return Collection(start, isFlow, entries, parser.Consume<SequenceEnd>().Start, isWhole: start.Tag.IsEmpty);
    }

    private TextPart Mapping(MappingStart start)
    {
        var isFlow = start.Style == MappingStyle.Flow;
        var entries = new List<TextEntry>();
        while (parser.Current is not MappingEnd)
        {
            var key = parser.Consume<Scalar>();
            var keyEnd = Place(key.End);
            var value = Find();
            // Nothing is a value, too; it stands right behind the colon.
            entries.Add(new(KeyAt(Place(key.Start)), keyEnd, value.End < keyEnd ? new(keyEnd + 1, keyEnd + 1, IsFlow: true) : value));
        }

        return Collection(start, isFlow, entries, parser.Consume<MappingEnd>().Start, isWhole: start.Tag.IsEmpty);
    }

    /// <summary>A block ends with what stands last in it: the parser would count the lines behind it, too.</summary>
    private TextPart Collection(NodeEvent start, bool isFlow, List<TextEntry> entries, Mark end, bool isWhole)
    {
        // A list may have a map of one entry that stands in no brackets of its own.
        var isBare = isFlow && text[Place(end)] != (start is MappingStart ? '}' : ']');
        var from = isBare ? entries[0].Start : Place(start.Start);
        // The bracket that closes a list or map on one line is a character.
        var to = (isFlow && !isBare) || entries.Count == 0 ? Place(end) + 1 : entries[^1].Value.End;
        return new(from, Math.Max(from, to), isFlow) { Entries = isWhole && !isBare ? entries : null };
    }

    /// <summary>The last character of a value, without the blanks and lines behind it.</summary>
    private int EndOf(int end)
    {
        while (end > 0 && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return end;
    }

    /// <summary>Where a key begins: with the question mark that stands before one which is too long to stand alone.</summary>
    private int KeyAt(int place)
    {
        var before = place - 1;
        while (before >= 0 && text[before] == ' ')
        {
            before--;
        }

        return before >= 0 && before < place - 1 && text[before] == '?' ? before : place;
    }

    private int DashBefore(int place)
    {
        return text.LastIndexOf('-', place - 1);
    }

    private static int Place(Mark mark) => (int)mark.Index;
}
