using IdentityPools.Validation;

namespace IdentityPools.Template;

/// <summary>A template that is being read: its resources by type, and what has to be said about it.</summary>
internal sealed class TemplateSource
{
    private readonly TemplateMapping parameters;
    private readonly Dictionary<string, ResourceSource> resources = new(StringComparer.Ordinal);

    // A set that nothing is removed from enumerates in order of insertion.
    private readonly HashSet<string> warnings = new(StringComparer.Ordinal);
    private readonly HashSet<string> carried = new(StringComparer.Ordinal);
    private readonly List<(string Place, string Name)> references = [];

    /// <exception cref="DefinitionException">The tree is not a template.</exception>
    public TemplateSource(TemplateNode root)
    {
        if (root is not TemplateMapping template || template["Resources"] is not TemplateMapping entries)
        {
            throw Fault.Of(nameof(Messages.NotATemplate), null);
        }

        parameters = template["Parameters"] as TemplateMapping ?? [];
        foreach (var (id, node) in entries)
        {
            if (node is TemplateMapping resource && resource["Type"] is TemplateScalar { Text: var type })
            {
                resources.Add(id, new(this, id, type, resource));
            }
        }
    }

    public IEnumerable<string> Warnings => warnings;

    public IEnumerable<ResourceSource> OfType(string type) => resources.Values.Where(resource => resource.Type == type);

    /// <summary>The resource of that type that a <c>Ref</c> or <c>Fn::GetAtt</c> speaks of, also one written as a <c>Fn::Sub</c> of nothing else; or null.</summary>
    public ResourceSource? Resource(TemplateNode? node, string type) =>
        (Intrinsic.RefName(node) ?? AttributeOwner(node) ?? SubstitutedName(node)) is { } name
        && resources.TryGetValue(name, out var resource)
        && resource.Type == type
            ? resource
            : null;

    /// <summary>The parameter that a <c>Ref</c> speaks of, also one that a larger template defines; null for anything else.</summary>
    public string? ParameterName(TemplateNode node) =>
        Intrinsic.RefName(node) is { } name && !name.StartsWith("AWS::", StringComparison.Ordinal) && !resources.ContainsKey(name) ? name : null;

    public void Warn(string sentence, params object?[] arguments) => warnings.Add(Fault.Sentence(sentence, arguments));

    /// <summary>Remembers that a resource is part of what is read.</summary>
    public void Carry(string id) => carried.Add(id);

    /// <summary>Remembers what a value speaks of, to say at the end what of it will not be there any more.</summary>
    public void NoteReferences(TemplateNode node, string place) =>
        references.AddRange(References.In(node).Where(reference => !reference.IsPseudo).Select(reference => (place, reference.Name)));

    /// <summary>Says what is spoken of and not carried.</summary>
    public void WarnOfReferences()
    {
        foreach (var (place, name) in references.Where(reference => !carried.Contains(reference.Name)))
        {
            if (resources.TryGetValue(name, out var resource))
            {
                Warn(nameof(Messages.ImportReference), place, name, resource.Type);
            }
            else if (parameters[name] is TemplateMapping parameter && (parameter.Count > 1 || parameter["Type"] is not TemplateScalar { Text: "String" }))
            {
                Warn(nameof(Messages.ImportParameter), name);
            }
        }
    }

    private static string? SubstitutedName(TemplateNode? node) =>
        Intrinsic.Argument(node, Intrinsic.Sub) is TemplateScalar && TextParts.Of(node!) is [TemplateMapping only]
            ? Intrinsic.RefName(only) ?? AttributeOwner(only)
            : null;

    private static string? AttributeOwner(TemplateNode? node) =>
        Intrinsic.Argument(node, Intrinsic.GetAtt) switch
        {
            TemplateSequence { Items: [TemplateScalar owner, ..] } => owner.Text,
            TemplateScalar { Text: var text } => text.Split('.')[0],
            _ => null,
        };
}
