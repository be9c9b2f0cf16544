namespace IdentityPools.Template;

/// <summary>A place where a template speaks of one of its names.</summary>
/// <param name="Name">The parameter, resource or pseudo parameter.</param>
/// <param name="Attribute">The attribute, or null for the thing itself.</param>
internal readonly record struct Reference(string Name, string? Attribute)
{
    public bool IsPseudo => Name.StartsWith("AWS::", StringComparison.Ordinal);
}

/// <summary>Finds the names that a part of a template speaks of.</summary>
internal static class References
{
    public static IEnumerable<Reference> In(TemplateNode node) =>
        node switch
        {
            TemplateSequence sequence => sequence.SelectMany(In),
            TemplateMapping mapping => InMapping(mapping),
            _ => [],
        };

    private static IEnumerable<Reference> InMapping(TemplateMapping mapping) =>
        Intrinsic.RefName(mapping) is { } name ? [new(name, null)]
        : Intrinsic.Attribute(mapping) is { } attribute ? [new(attribute.Resource, attribute.Attribute)]
        : Intrinsic.Argument(mapping, Intrinsic.Sub) switch
        {
            TemplateScalar { Text: var text } => InSub(text, []),
            TemplateSequence { Items: [TemplateScalar { Text: var text }, TemplateMapping variables] } => InSub(text, variables)
                .Concat(variables.SelectMany(variable => In(variable.Value))),
            _ => mapping.SelectMany(entry => In(entry.Value)),
        };

    private static IEnumerable<Reference> InSub(string text, TemplateMapping variables) =>
        from name in SubText.Names(text)
        where variables[name] is null
        let dot = name.IndexOf('.', StringComparison.Ordinal)
        select dot < 0 ? new Reference(name, null) : new Reference(name[..dot], name[(dot + 1)..]);
}
