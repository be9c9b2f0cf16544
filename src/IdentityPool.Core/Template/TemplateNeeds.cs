using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>What parts of a template need of its other sections. Each part is looked at once, however many pools it belongs to.</summary>
internal sealed class TemplateNeeds(TemplateMapping parameters, TemplateMapping conditions, TemplateMapping mappings, TemplateMapping rules)
{
    private const string Condition = nameof(Condition);
    private const string FindInMap = "Fn::FindInMap";

    private readonly Section parameters = new(parameters);
    private readonly Section conditions = new(conditions);
    private readonly Section mappings = new(mappings);
    private readonly Section rules = new(rules);
    private readonly Dictionary<TemplateNode, Names> known = new(ReferenceEqualityComparer.Instance);
    private readonly Queue<string> left = new();

    // A rule speaks of the first of its names too, so that it is found by that one.
    private readonly ILookup<string, (string Rule, List<string> Spoken)> rulesByFirst = rules
        .Select(rule => (rule.Key, Spoken: SpokenOf(rule.Value)))
        .Where(rule => rule.Spoken.Count > 0)
        .ToLookup(rule => rule.Spoken[0], StringComparer.Ordinal);

    /// <summary>What resources and outputs need, by themselves or by what they need.</summary>
    /// <param name="entries">Resources and outputs.</param>
    public NeededSections Of(IEnumerable<TemplateNode> entries)
    {
        var needed = new Names();
        foreach (var entry in entries)
        {
            needed.Add(OfEntry(entry));
        }

        var needsRules = needed.Parameters.SelectMany(name => rulesByFirst[name]).Where(rule => rule.Spoken.TrueForAll(needed.Parameters.Contains));
        return new(
            parameters.Only(needed.Parameters),
            conditions.Only(needed.Conditions),
            mappings.Only(needed.Mappings),
            rules.Only([.. needsRules.Select(rule => rule.Rule)])
        );
    }

    private Names OfEntry(TemplateNode entry)
    {
        if (!known.TryGetValue(entry, out var names))
        {
            names = new();
            if ((entry as TemplateMapping)?[Condition] is TemplateScalar { Text: var name })
            {
                AddCondition(name, names);
            }

            Add(entry, names);
            while (left.TryDequeue(out var condition))
            {
                AddConditionsIn(conditions[condition]!, names);
                Add(conditions[condition]!, names);
            }

            known.Add(entry, names);
        }

        return names;
    }

    private void Add(TemplateNode node, Names names)
    {
        foreach (var reference in References.In(Intrinsic.Uniform(node)).Where(reference => reference.Attribute is null))
        {
            parameters.AddName(names.Parameters, reference.Name);
        }

        AddCalls(node, names);
    }

    private void AddCalls(TemplateNode node, Names names)
    {
        switch (node)
        {
            case TemplateSequence sequence:
                foreach (var item in sequence)
                {
                    AddCalls(item, names);
                }

                break;
            case TemplateMapping mapping:
                if (Intrinsic.Argument(mapping, Intrinsic.If) is TemplateSequence { Items: [TemplateScalar { Text: var condition }, ..] })
                {
                    AddCondition(condition, names);
                }
                else if (Intrinsic.Argument(mapping, FindInMap) is TemplateSequence { Items: [var map, ..] })
                {
                    AddMappings(map, names);
                }

                foreach (var (_, value) in mapping)
                {
                    AddCalls(value, names);
                }

                break;
        }
    }

    /// <summary>A mapping whose name only a function tells may be any of them.</summary>
    private void AddMappings(TemplateNode map, Names names)
    {
        if (map is TemplateScalar { Text: var text })
        {
            mappings.AddName(names.Mappings, text);
        }
        else
        {
            mappings.AddAll(names.Mappings);
        }
    }

    private void AddCondition(string name, Names names)
    {
        if (conditions.AddName(names.Conditions, name))
        {
            left.Enqueue(name);
        }
    }

    /// <summary>The conditions that a condition names.</summary>
    private void AddConditionsIn(TemplateNode node, Names names)
    {
        switch (node)
        {
            case TemplateSequence sequence:
                foreach (var item in sequence)
                {
                    AddConditionsIn(item, names);
                }

                break;
            case TemplateMapping mapping when Intrinsic.Argument(mapping, Condition) is TemplateScalar { Text: var name }:
                AddCondition(name, names);
                break;
            case TemplateMapping mapping:
                foreach (var (_, value) in mapping)
                {
                    AddConditionsIn(value, names);
                }

                break;
        }
    }

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

    private sealed class Names
    {
        public HashSet<string> Parameters { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Conditions { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Mappings { get; } = new(StringComparer.Ordinal);

        public void Add(Names others)
        {
            Parameters.UnionWith(others.Parameters);
            Conditions.UnionWith(others.Conditions);
            Mappings.UnionWith(others.Mappings);
        }
    }

    /// <summary>A section of which parts are taken.</summary>
    private sealed class Section(TemplateMapping all)
    {
        private readonly Dictionary<string, int> positions = all.Select((entry, position) => (entry.Key, position))
            .ToDictionary(entry => entry.Key, entry => entry.position, StringComparer.Ordinal);

        public TemplateNode? this[string name] => all[name];

        public bool AddName(HashSet<string> needed, string name) => all[name] is not null && needed.Add(name);

        public void AddAll(HashSet<string> needed) => needed.UnionWith(positions.Keys);

        /// <summary>The entries of these names, in the order of the template; the section itself where that is all of it.</summary>
        public TemplateMapping Only(HashSet<string> names) =>
            names.Count == 0 ? []
            : names.Count == all.Count ? all
            : new(names.OrderBy(name => positions[name]).Select(name => KeyValuePair.Create(name, all[name]!)));
    }
}

/// <summary>What is needed of the sections of a template, in its order.</summary>
internal sealed record NeededSections(TemplateMapping Parameters, TemplateMapping Conditions, TemplateMapping Mappings, TemplateMapping Rules);
