using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>What parts of a template need of its other sections, by themselves or by what they need.</summary>
internal sealed class TemplateNeeds
{
    private const string Condition = nameof(Condition);
    private const string FindInMap = "Fn::FindInMap";

    private readonly TemplateMapping parameters;
    private readonly TemplateMapping conditions;
    private readonly TemplateMapping mappings;
    private readonly HashSet<string> neededParameters = new(StringComparer.Ordinal);
    private readonly HashSet<string> neededConditions = new(StringComparer.Ordinal);
    private readonly HashSet<string> neededMappings = new(StringComparer.Ordinal);

    private TemplateNeeds(TemplateMapping parameters, TemplateMapping conditions, TemplateMapping mappings)
    {
        this.parameters = parameters;
        this.conditions = conditions;
        this.mappings = mappings;
    }

    /// <summary>The parameters, in the order of the template, as the other sections.</summary>
    public TemplateMapping Parameters => Needed(parameters, neededParameters);

    public TemplateMapping Conditions => Needed(conditions, neededConditions);

    public TemplateMapping Mappings => Needed(mappings, neededMappings);

    /// <param name="entries">Resources and outputs.</param>
    /// <param name="parameters">The parameters of the template.</param>
    /// <param name="conditions">Its conditions.</param>
    /// <param name="mappings">Its mappings.</param>
    public static TemplateNeeds Of(IEnumerable<TemplateNode> entries, TemplateMapping parameters, TemplateMapping conditions, TemplateMapping mappings)
    {
        var needs = new TemplateNeeds(parameters, conditions, mappings);
        foreach (var entry in entries)
        {
            needs.AddEntry(entry);
        }

        return needs;
    }

    /// <summary>The rules that speak of nothing but these parameters.</summary>
    public static TemplateMapping Rules(TemplateMapping rules, IReadOnlySet<string> parameters) =>
        new(rules.Where(rule => SpokenOf(rule.Value) is { Count: > 0 } spoken && spoken.TrueForAll(parameters.Contains)));

    private void AddEntry(TemplateNode entry)
    {
        if ((entry as TemplateMapping)?[Condition] is TemplateScalar { Text: var name })
        {
            AddCondition(name);
        }

        Add(entry);
    }

    private void Add(TemplateNode node)
    {
        foreach (var reference in References.In(Intrinsic.Uniform(node)).Where(reference => reference.Attribute is null))
        {
            AddName(neededParameters, reference.Name, parameters);
        }

        AddCalls(node);
    }

    private void AddCalls(TemplateNode node)
    {
        switch (node)
        {
            case TemplateSequence sequence:
                foreach (var item in sequence)
                {
                    AddCalls(item);
                }

                break;
            case TemplateMapping mapping:
                if (Intrinsic.Argument(mapping, Intrinsic.If) is TemplateSequence { Items: [TemplateScalar { Text: var condition }, ..] })
                {
                    AddCondition(condition);
                }
                else if (Intrinsic.Argument(mapping, FindInMap) is TemplateSequence { Items: [var map, ..] })
                {
                    AddMappings(map);
                }

                foreach (var (_, value) in mapping)
                {
                    AddCalls(value);
                }

                break;
        }
    }

    /// <summary>A mapping whose name only a function tells may be any of them.</summary>
    private void AddMappings(TemplateNode map)
    {
        foreach (var name in map is TemplateScalar { Text: var text } ? [text] : mappings.Select(entry => entry.Key))
        {
            AddName(neededMappings, name, mappings);
        }
    }

    private void AddCondition(string name)
    {
        if (AddName(neededConditions, name, conditions))
        {
            AddConditionsIn(conditions[name]!);
            Add(conditions[name]!);
        }
    }

    /// <summary>The conditions that a condition names.</summary>
    private void AddConditionsIn(TemplateNode node)
    {
        switch (node)
        {
            case TemplateSequence sequence:
                foreach (var item in sequence)
                {
                    AddConditionsIn(item);
                }

                break;
            case TemplateMapping mapping when Intrinsic.Argument(mapping, Condition) is TemplateScalar { Text: var name }:
                AddCondition(name);
                break;
            case TemplateMapping mapping:
                foreach (var (_, value) in mapping)
                {
                    AddConditionsIn(value);
                }

                break;
        }
    }

    private static bool AddName(HashSet<string> needed, string name, TemplateMapping section) => section[name] is not null && needed.Add(name);

    private static TemplateMapping Needed(TemplateMapping section, HashSet<string> needed) =>
        needed.Count == 0 ? [] : new(section.Where(entry => needed.Contains(entry.Key)));

    private static List<string> SpokenOf(TemplateNode node)
    {
        var found = References.In(Intrinsic.Uniform(node)).Where(reference => !reference.IsPseudo).Select(reference => reference.Name).ToList();
        AddValuesOf(node, found);
        return found;
    }

    private static void AddValuesOf(TemplateNode node, List<string> found)
    {
        switch (node)
        {
            case TemplateSequence sequence:
                foreach (var item in sequence)
                {
                    AddValuesOf(item, found);
                }

                break;
            case TemplateMapping mapping:
                if (Intrinsic.Argument(mapping, "Fn::ValueOf") is TemplateSequence { Items: [TemplateScalar { Text: var name }, ..] })
                {
                    found.Add(name);
                }

                foreach (var (_, value) in mapping)
                {
                    AddValuesOf(value, found);
                }

                break;
        }
    }
}
