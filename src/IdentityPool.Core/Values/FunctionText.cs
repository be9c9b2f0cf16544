using IdentityPools.Template;
using IdentityPools.Validation;

namespace IdentityPools.Values;

/// <summary>
/// JSON that a template has as text, also as the text of a <c>Fn::Sub</c> or <c>Fn::Join</c>: what functions give stands inside of its strings, so that its shape is
/// known before they do.
/// </summary>
internal static class FunctionText
{
    // Nothing in a template can be written with these: they are of no character.
    private const char Open = '\uE010';
    private const char Close = '\uE011';

    private static readonly JsonTemplateText Reader = new();

    /// <summary>The tree of the text, with functions where its strings have some; null for what is no such text.</summary>
    public static TemplateNode? Document(TemplateNode node)
    {
        if (node is not TemplateScalar && Intrinsic.Argument(node, Intrinsic.Sub) is null && Intrinsic.Argument(node, Intrinsic.Join) is null)
        {
            return null;
        }

        try
        {
            var parts = TextParts.Split(node);
            return
                parts.TrueForAll(part => part is not TemplateScalar { Text: var text } || !text.AsSpan().ContainsAny(Open, Close))
                && Reader.Read(string.Concat(parts.Select(Marked))) is var marked
                && !HasMarkedKey(marked)
                ? Unmarked(marked, parts)
                : null;
        }
        catch (Exception exception) when (exception is TemplateTextException or DefinitionException)
        {
            // It is another text, and the caller says so.
            return null;
        }
    }

    private static string Marked(TemplateNode part, int index) => part is TemplateScalar { Text: var text } ? text : $"{Open}{index}{Close}";

    /// <summary>A key that a function gives may be any.</summary>
    private static bool HasMarkedKey(TemplateNode node) =>
        node is TemplateMapping mapping
            ? mapping.Any(entry => entry.Key.Contains(Open, StringComparison.Ordinal) || HasMarkedKey(entry.Value))
            : node is TemplateSequence sequence && sequence.Any(HasMarkedKey);

    private static TemplateNode Unmarked(TemplateNode node, List<TemplateNode> parts) =>
        node switch
        {
            TemplateScalar { Text: var text } when text.Contains(Open, StringComparison.Ordinal) => TextParts.Compose(Pieces(text, parts)),
            TemplateSequence sequence => new TemplateSequence(sequence.Select(item => Unmarked(item, parts))),
            TemplateMapping mapping => new TemplateMapping(mapping.Select(entry => KeyValuePair.Create(entry.Key, Unmarked(entry.Value, parts)))),
            _ => node,
        };

    private static IEnumerable<TemplateNode> Pieces(string text, List<TemplateNode> parts) =>
        text.Split(Open)
            .SelectMany(
                (piece, index) =>
                    index == 0
                        ? [piece]
                        : new TemplateNode[]
                        {
                            parts[int.Parse(piece[..piece.IndexOf(Close, StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture)],
                            piece[(piece.IndexOf(Close, StringComparison.Ordinal) + 1)..],
                        }
            );
}
