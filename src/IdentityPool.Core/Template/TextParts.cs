namespace IdentityPools.Template;

/// <summary>A text that is known in parts: literal stretches and functions. <c>Fn::Sub</c> and <c>Fn::Join</c> come apart into it and are made from it.</summary>
internal static class TextParts
{
    /// <summary>The parts of a text; neighbouring literals are one. What cannot be taken apart is one part.</summary>
    public static List<TemplateNode> Of(TemplateNode node)
    {
        var parts = new List<TemplateNode>();
        foreach (var part in Flattened(node))
        {
            if (part is TemplateScalar { Text: var text } && parts is [.., TemplateScalar { Text: var before }])
            {
                parts[^1] = before + text;
            }
            else
            {
                parts.Add(part);
            }
        }

        return parts;
    }

    /// <summary>One text of these parts: plain where all is known, else <c>Fn::Sub</c> as people write it, else <c>Fn::Join</c>.</summary>
    public static TemplateNode Compose(params IEnumerable<TemplateNode> parts)
    {
        var flat = Of(Intrinsic.JoinOf([.. parts]));
        return flat is [var only] ? only
            : flat.All(part => SubPiece(part) is not null) ? TemplateMapping.Of(Intrinsic.Sub, string.Concat(flat.Select(SubPiece)))
            : Intrinsic.JoinOf([.. flat]);
    }

    private static IEnumerable<TemplateNode> Flattened(TemplateNode node) =>
        Intrinsic.Argument(node, Intrinsic.Join) is TemplateSequence { Items: [TemplateScalar { Text: "" }, TemplateSequence items] }
            ? items.SelectMany(Flattened)
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
