using IdentityPools.Template;

namespace IdentityPools.Values;

/// <summary>A text that is known in parts: literal stretches and functions. <c>Fn::Sub</c> and <c>Fn::Join</c> come apart into it and are made from it.</summary>
internal static class TextParts
{
    /// <summary>The parts of a text, functions inside of functions taken apart too; neighbouring literals are one. What cannot be taken apart is one part.</summary>
    public static List<TemplateNode> Split(TemplateNode node) => Joined(Flattened(node));

    /// <summary>The parts of a text as <see cref="Compose"/> put them together: a function stays whole.</summary>
    public static List<TemplateNode> TopLevel(TemplateNode node) =>
        Intrinsic.Argument(node, Intrinsic.Join) is TemplateSequence { Items: [TemplateScalar { Text: "" }, TemplateSequence items] }
            ? Joined(items)
            : Split(node);

    /// <summary>One text of these parts: plain where all is known, else <c>Fn::Sub</c> as people write it, else <c>Fn::Join</c> that keeps each function whole.</summary>
    public static TemplateNode Compose(params IEnumerable<TemplateNode> parts)
    {
        var joined = Joined(parts);
        return joined is [var only] ? only
            : joined.TrueForAll(part => SubPiece(part) is not null) ? TemplateMapping.Single(Intrinsic.Sub, string.Concat(joined.Select(SubPiece)))
            : Intrinsic.JoinOf([.. joined]);
    }

    private static List<TemplateNode> Joined(IEnumerable<TemplateNode> nodes)
    {
        var parts = new List<TemplateNode>();
        foreach (var part in nodes)
        {
            if (part is TemplateScalar { Text: var text } && parts is [.., TemplateScalar { Text: var before }])
            {
                parts[^1] = before + text;
            }
            else if (part is not TemplateScalar { Text: "" })
            {
                parts.Add(part);
            }
        }

        return parts.Count == 0 ? [""] : parts;
    }

    private static IEnumerable<TemplateNode> Flattened(TemplateNode node) =>
        Intrinsic.Argument(node, Intrinsic.Join) is TemplateSequence { Items: [TemplateScalar { Text: var between }, TemplateSequence items] }
            ? items.SelectMany((item, index) => index == 0 || between.Length == 0 ? Flattened(item) : Flattened(item).Prepend(between))
        : Intrinsic.Argument(node, Intrinsic.Sub) is TemplateScalar { Text: var text } ? FlattenedSub(text, null)
        : Intrinsic.Argument(node, Intrinsic.Sub) is TemplateSequence { Items: [TemplateScalar { Text: var withVariables }, TemplateMapping variables] }
            ? FlattenedSub(withVariables, variables)
        : [node];

    private static IEnumerable<TemplateNode> FlattenedSub(string text, TemplateMapping? variables) =>
        SubText
            .Pieces(text)
            .SelectMany(piece =>
                !piece.IsName ? [SubText.Unescape(piece.Text)]
                : variables?[piece.Text] is { } variable ? Flattened(variable)
                : [NameToFunction(piece.Text)]
            );

    private static TemplateMapping NameToFunction(string name) =>
        name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? Intrinsic.AttributeOf(name[..dot], name[(dot + 1)..]) : Intrinsic.RefTo(name);

    private static string? SubPiece(TemplateNode part) =>
        part is TemplateScalar { Text: var text } ? text.Replace("${", "${!", StringComparison.Ordinal)
        : Intrinsic.RefName(part) is { } name ? $"${{{name}}}"
        : Intrinsic.Attribute(part) is { } attribute ? $"${{{attribute.Resource}.{attribute.Attribute}}}"
        : null;
}
