using IdentityPools.Template;

namespace IdentityPools.Values;

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
    public static List<Reference> In(TemplateNode node)
    {
        var references = new List<Reference>();
        Collect(node, references);
        return references;
    }

    private static void Collect(TemplateNode node, List<Reference> references)
    {
        switch (node)
        {
            case TemplateSequence sequence:
                foreach (var item in sequence.Items)
                {
                    Collect(item, references);
                }

                break;
            case TemplateMapping { Count: 1 } mapping when CollectFunction(mapping, references):
                break;
            case TemplateMapping mapping:
                foreach (var (_, value) in mapping)
                {
                    Collect(value, references);
                }

                break;
        }
    }

    private static bool CollectFunction(TemplateMapping mapping, List<Reference> references)
    {
        if (Intrinsic.RefName(mapping) is { } name)
        {
            references.Add(new(name, null));
            return true;
        }

        if (Intrinsic.Attribute(mapping) is { } attribute)
        {
            references.Add(new(attribute.Resource, attribute.Attribute));
            return true;
        }

        switch (Intrinsic.Argument(mapping, Intrinsic.Sub))
        {
            case TemplateScalar { Text: var text }:
                CollectNames(text, [], references);
                return true;
            case TemplateSequence { Items: [TemplateScalar { Text: var text }, TemplateMapping variables] }:
                CollectNames(text, variables, references);
                Collect(variables, references);
                return true;
            default:
                return false;
        }
    }

    private static void CollectNames(string text, TemplateMapping variables, List<Reference> references)
    {
        foreach (var name in SubText.Names(text).Where(name => variables[name] is null))
        {
            var dot = name.IndexOf('.', StringComparison.Ordinal);
            references.Add(dot < 0 ? new(name, null) : new(name[..dot], name[(dot + 1)..]));
        }
    }
}
