using IdentityPools.Model;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>A resource of a template that is being read. It knows which of its properties have been looked at; the others could not be imported.</summary>
internal sealed class ResourceSource(TemplateSource template, string id, string type, TemplateNode whole)
{
    private readonly TemplateMapping node = whole as TemplateMapping ?? [];
    private readonly TemplateMapping properties = (whole as TemplateMapping)?["Properties"] as TemplateMapping ?? [];
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    // What several pools share is read for each of them, and is unknown once.
    private readonly HashSet<UnknownPart> unknown = [];
    private bool isChecked;

    public TemplateSource Template => template;

    public string Id => id;

    public string Type => type;

    /// <summary>The resource as it is written.</summary>
    public TemplateNode Whole => whole;

    public TemplateMapping Node => node;

    /// <summary>Whether it has parts with names, and is not what a function gives.</summary>
    public bool IsMapping => whole is TemplateMapping && !Intrinsic.IsCall(whole);

    /// <summary>A macro that stands beside type and properties, and may make something else of them.</summary>
    public (string Place, TemplateNode Node)? Macro =>
        node.Where(entry => Intrinsic.IsFunction(entry.Key)).Select(entry => ((string, TemplateNode)?)(entry.Key, entry.Value)).FirstOrDefault();

    /// <summary>What was looked at and only a deployed stack knows.</summary>
    public IReadOnlyCollection<UnknownPart> Unknown => unknown;

    public TemplateMapping? Metadata => node["Metadata"] as TemplateMapping;

    /// <summary>What becomes of the resource when it leaves its stack; another policy than a definition can have is warned of.</summary>
    public DeletionPolicy? DeletionPolicy =>
        node["DeletionPolicy"] switch
        {
            null => null,
            TemplateScalar { Text: nameof(IdentityPools.DeletionPolicy.Delete) } => IdentityPools.DeletionPolicy.Delete,
            TemplateScalar { Text: nameof(IdentityPools.DeletionPolicy.Retain) } => IdentityPools.DeletionPolicy.Retain,
            var other => WarnNotSupported<DeletionPolicy?>(other, nameof(DeletionPolicy)),
        };

    /// <summary>The properties that nobody took, to be carried as they are.</summary>
    public TemplateMapping Rest()
    {
        var rest = new TemplateMapping(
            properties.Where(property => !taken.Contains(property.Key)).Select(property => KeyValuePair.Create(property.Key, Intrinsic.Uniform(property.Value)))
        );
        template.NoteReferences(rest, id);
        WarnOfCondition();
        return rest;
    }

    public TemplateNode? Take(string name)
    {
        taken.Add(name);
        return Peek(name) is { } value && value is not TemplateScalar { Kind: TemplateScalarKind.Null } ? value : null;
    }

    /// <summary>Looks at a property without taking it.</summary>
    public TemplateNode? Peek(string name)
    {
        template.Proceed();
        return properties[name] is { } written && Intrinsic.Settled(written) is var value && !Intrinsic.IsNoValue(value) ? value : null;
    }

    /// <summary>Takes a property only if it says true or false; a function stays for <see cref="Rest"/>.</summary>
    public bool? TakeFlag(string name)
    {
        if (Peek(name) is not { } value || LiteralFlag(value) is not { } flag)
        {
            return null;
        }

        taken.Add(name);
        return flag;
    }

    /// <summary>Takes a property only if it is text; a function stays for <see cref="Rest"/>.</summary>
    public string? TakeText(string name)
    {
        if (Peek(name) is not TemplateScalar { Kind: TemplateScalarKind.Text, Text: var text })
        {
            return null;
        }

        taken.Add(name);
        return text;
    }

    /// <summary>Takes a property only if it is a whole number.</summary>
    public int? TakeNumber(string name)
    {
        if (Peek(name) is not TemplateScalar { Text: var text } || !int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        taken.Add(name);
        return number;
    }

    /// <summary>Takes a property only if it can be held: text, or a function that a value may be.</summary>
    public TemplateValue? TakeValue(string name)
    {
        if (Peek(name) is not { } value || !TemplateValue.IsValue(value))
        {
            return null;
        }

        return Value(name);
    }

    /// <summary>Takes a list only if each of its items can be held; else all of it stays for <see cref="Rest"/>.</summary>
    public ValueList<TemplateValue>? TakeValues(string name)
    {
        if (Peek(name) is TemplateMapping || (Peek(name) as TemplateSequence)?.Any(item => !TemplateValue.IsValue(item)) == true)
        {
            return null;
        }

        return Values(name);
    }

    /// <summary>Takes a property only if it is exactly of that shape; else it stays for <see cref="Rest"/>.</summary>
    public bool TakeExactly(string name, TemplateNode shape)
    {
        if (properties[name]?.Equals(shape) != true)
        {
            return false;
        }

        taken.Add(name);
        return true;
    }

    public TemplateValue? Value(string name) => Take(name) is { } value ? AsValue(value, name) : null;

    /// <param name="name">The property.</param>
    /// <param name="whenUnknown">What is taken where only a deployed stack knows the value: the one that allows less.</param>
    public bool? Flag(string name, bool whenUnknown) => Take(name) is { } value ? AsFlag(value, name, whenUnknown) : null;

    /// <summary>Whether a property says true or false only when the template is deployed.</summary>
    public bool IsUntoldFlag(string name) => Peek(name) is { } value && LiteralFlag(value) is null;

    public bool AsFlag(TemplateNode value, string place, bool whenUnknown)
    {
        if (LiteralFlag(value) is { } flag)
        {
            return flag;
        }

        Miss(place, nameof(Messages.ImportFlag), id, place, value, whenUnknown ? "true" : "false");
        return whenUnknown;
    }

    public int? Number(string name) =>
        Take(name) switch
        {
            null => null,
            TemplateScalar { Text: var text } when int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) => number,
            var other => WarnNotSupported<int?>(other, name),
        };

    /// <summary>The items of a list, those of every outcome where conditions decide: what is always there comes first.</summary>
    public IReadOnlyList<TemplateNode> Items(string name) => Sure(Take(name) is { } list ? PossibleItems(list, name, isSure: true) : []);

    /// <summary>What was made of items, each thing once where conditions decide which of them is there.</summary>
    public IEnumerable<T> Once<T, TKey>(string name, IEnumerable<T> made, Func<T, TKey> key) =>
        unknown.Any(part => part.Place == $"{id}.{name}") ? made.DistinctBy(key) : made;

    /// <summary>The value of a property that decides what a role may do: never guessed and never left out.</summary>
    /// <exception cref="DefinitionException">It cannot be imported.</exception>
    public TemplateValue? Certain(string name) => Take(name) is { } value ? AsCertain(value, name) : null;

    /// <summary>The values of a list that decides what a role may do.</summary>
    /// <exception cref="DefinitionException">One of them, or the whole list, cannot be imported.</exception>
    public ValueList<TemplateValue> CertainValues(string name) => CertainItems(name).Select(item => AsCertain(item.Node, item.Place)).ToValueList();

    /// <summary>The items of a list that decides what a role may do, each with its place.</summary>
    /// <exception cref="DefinitionException">It is not a list.</exception>
    public IEnumerable<(TemplateNode Node, string Place)> CertainItems(string name) =>
        Take(name) switch
        {
            null => [],
            TemplateSequence sequence => sequence.Select((item, index) => (item, $"{name}[{index}]")).Where(item => !Intrinsic.IsNoValue(item.item)),
            var other => throw NotKnown(name, other),
        };

    /// <summary>The fault of a part that only a deployed stack knows, and that must not be guessed.</summary>
    public DefinitionException NotKnown(string place, object value) => DefinitionErrors.Create(nameof(Messages.ImportUntold), id, $"{id}.{place}", value);

    public ValueList<TemplateValue> Values(string name) => Items(name).Select(item => AsValue(item, name)).OfType<TemplateValue>().ToValueList();

    /// <summary>What a value may be, in every outcome of its conditions.</summary>
    public IEnumerable<TemplateNode> PossibleValues(TemplateNode value, string place) =>
        Possible(value, place) is { } branches ? branches.SelectMany(branch => PossibleValues(branch, place)) : [Intrinsic.Settled(value)];

    /// <summary>A map, also where the template has it as JSON text; with the entries of every outcome where conditions decide, what is always there first.</summary>
    public TemplateMapping Map(string name) =>
        new(Sure(Take(name) is { } map ? PossibleEntries(map, name, isSure: true) : []).DistinctBy(entry => entry.Key, StringComparer.Ordinal));

    public ValueMap<TemplateValue> TagList(string name)
    {
        var tags =
            from item in Items(name)
            let key = ((item as TemplateMapping)?["Key"] as TemplateScalar)?.Text ?? WarnNotSupported<string>(item, name)
            let value = (item as TemplateMapping)?["Value"] is { } node ? AsValue(node, name) : WarnNotSupported<TemplateValue>(item, name)
            where key is not null && value is not null
            select KeyValuePair.Create(key, value);
        return TagRules.Create(Once(name, tags.ToList(), tag => tag.Key));
    }

    public ValueMap<TemplateValue> TagMap(string name) =>
        TagRules.Create(from entry in Map(name) let value = AsValue(entry.Value, name) where value is not null select KeyValuePair.Create(entry.Key, value));

    /// <summary>Text or a function that can be imported; else a warning and null.</summary>
    public TemplateValue? AsValue(TemplateNode value, string place)
    {
        try
        {
            var result = TemplateValue.FromNode(value);
            if (!result.IsLiteral)
            {
                template.NoteReferences(result.Node, $"{id}.{place}");
            }

            return result;
        }
        catch (DefinitionException exception)
        {
            WarnOf(value, place, nameof(Messages.ImportValue), id, place, exception.Message);
            return null;
        }
    }

    public void WarnOfRest()
    {
        foreach (var name in properties.Select(property => property.Key).Where(name => !taken.Contains(name)))
        {
            template.Warn(nameof(Messages.ImportProperty), name, id, type);
        }

        WarnOfCondition();
    }

    public void WarnOfCondition()
    {
        if (node["Condition"] is { } condition)
        {
            var name = (condition as TemplateScalar)?.Text ?? condition.ToString();
            template.Warn(nameof(Messages.ImportCondition), id, name);
            Remember("Condition", MessageText.Format(nameof(Messages.ImportExistence), id, name));
        }
    }

    /// <summary>Says what was taken for a part that only a deployed stack knows, and remembers the part.</summary>
    /// <param name="place">The part within the resource.</param>
    /// <param name="sentence">What is said.</param>
    /// <param name="arguments">What fills the sentence.</param>
    public void Miss(string place, string sentence, params object?[] arguments)
    {
        template.Warn(sentence, arguments);
        Remember(place, MessageText.Format(sentence, arguments));
    }

    /// <summary>The same of a part whose fault says why it is unknown.</summary>
    public void Miss(string place, DefinitionException fault, ProviderReference? provider = null)
    {
        template.Warn(fault);
        Remember(place, fault.Message, provider);
    }

    private void Remember(string place, string reason, ProviderReference? provider = null) =>
        unknown.Add(new(UnknownPlaces.KindOf(type, place), $"{id}.{place}", reason) { Provider = provider });

    /// <summary>Says that a part is left out; one that depends on the deployment is unknown, and others are just not imported.</summary>
    public void WarnOf(TemplateNode value, string place, string sentence, params object?[] arguments)
    {
        if (Intrinsic.HasCall(value))
        {
            Miss(place, sentence, arguments);
        }
        else
        {
            template.Warn(sentence, arguments);
        }
    }

    /// <summary>Refuses a resource of which a macro gives more than is written.</summary>
    /// <exception cref="DefinitionException">There is one.</exception>
    public void RefuseMacros()
    {
        if (isChecked)
        {
            return;
        }

        if ((Macro is { } beside ? ($"{id}.{beside.Place}", beside.Node) : TemplateMacros.In(node["Properties"], id)) is { } macro)
        {
            throw TemplateMacros.Refused(macro.Item1, macro.Item2);
        }

        RefuseVariables();
        isChecked = true;
    }

    /// <summary>Refuses a resource with variables of the Serverless Framework, which only the framework knows.</summary>
    /// <exception cref="DefinitionException">It has some.</exception>
    public void RefuseVariables()
    {
        if (TemplateShape.VariableIn(properties) is { } variable)
        {
            throw DefinitionErrors.Create(nameof(Messages.ServerlessVariables), id, id, variable);
        }
    }

    /// <summary>Whether the resource is there only while a condition holds.</summary>
    public bool IsConditional => node["Condition"] is not null;

    /// <summary>The condition under which the resource is there; null for one that always is.</summary>
    public string? ConditionName => node["Condition"] is { } condition ? (condition as TemplateScalar)?.Text ?? condition.ToString() : null;

    /// <summary>What says of which identity pool the resource is a part; the whole of one that does not say it by itself.</summary>
    public TemplateNode PoolId => Take("IdentityPoolId") ?? whole;

    /// <summary>Refuses a resource whose properties a macro or a function gives.</summary>
    /// <exception cref="DefinitionException">It is one.</exception>
    public void RefuseChosen()
    {
        RefuseMacros();
        if (node["Properties"] is { } written && Intrinsic.IsCall(written))
        {
            throw NotKnown("Properties", written);
        }
    }

    /// <summary>Refuses a resource that decides what a role may do and is not always there.</summary>
    /// <exception cref="DefinitionException">It stands under a condition.</exception>
    public void RefuseCondition()
    {
        if (node["Condition"] is { } condition)
        {
            throw NotKnown("Condition", condition);
        }
    }

    /// <summary>A part of a template that stands there as JSON text; null when the text is something else.</summary>
    public static TemplateNode? Json(string text)
    {
        try
        {
            return new JsonTemplateText().Read(text);
        }
        catch (TemplateTextException)
        {
            // The caller says that the property has another shape.
            return null;
        }
    }

    /// <summary>A policy document, which may stand there as JSON text, also with functions in it.</summary>
    public static TemplateNode? Document(TemplateNode? node) => node is null ? null : FunctionText.Document(node) ?? node;

    /// <summary>What is always there before what may be.</summary>
    private static List<T> Sure<T>(IEnumerable<(T Part, bool IsSure)> parts) => [.. parts.OrderByDescending(part => part.IsSure).Select(part => part.Part)];

    private IEnumerable<(TemplateNode Part, bool IsSure)> PossibleItems(TemplateNode list, string place, bool isSure)
    {
        if (Possible(list, place) is { } branches)
        {
            return branches.SelectMany(branch => PossibleItems(branch, place, isSure: false));
        }

        return list switch
        {
            TemplateSequence sequence => sequence.SelectMany(item => Item(item, isSure)),
            TemplateScalar scalar => [(scalar, isSure)],
            // What a condition chooses may be one thing where a list may be one thing.
            TemplateMapping mapping when !isSure && !Intrinsic.IsCall(mapping) => [(mapping, isSure)],
            _ => WarnNotSupported<IEnumerable<(TemplateNode, bool)>>(list, place) ?? [],
        };

        IEnumerable<(TemplateNode, bool)> Item(TemplateNode item, bool isAlways) =>
            Intrinsic.IsNoValue(item) ? []
            : Possible(item, place) is { } branches ? branches.SelectMany(branch => Item(branch, isAlways: false))
            : [(Intrinsic.Settled(item), isAlways)];
    }

    private IEnumerable<(KeyValuePair<string, TemplateNode> Part, bool IsSure)> PossibleEntries(TemplateNode map, string place, bool isSure)
    {
        if (Possible(map, place) is { } branches)
        {
            return branches.SelectMany(branch => PossibleEntries(branch, place, isSure: false));
        }

        return map switch
        {
            TemplateMapping mapping when !Intrinsic.IsCall(mapping) => mapping.Select(entry => (entry, isSure)),
            TemplateScalar { Text: var text } when Json(text) is TemplateMapping mapping => mapping.Select(entry => (entry, isSure)),
            _ => WarnNotSupported<IEnumerable<(KeyValuePair<string, TemplateNode>, bool)>>(map, place) ?? [],
        };
    }

    /// <summary>What a part is in either outcome of its condition, which is said; null for a part that has none.</summary>
    private IEnumerable<TemplateNode>? Possible(TemplateNode node, string place)
    {
        if (Intrinsic.Branches(Intrinsic.Settled(node)) is not { } branches)
        {
            return null;
        }

        Miss(place, nameof(Messages.ImportConditional), id, place, branches.Condition);
        return new[] { branches.WhenTrue, branches.WhenFalse }.Where(branch => !Intrinsic.IsNoValue(branch));
    }

    private T? WarnNotSupported<T>(TemplateNode value, string place)
    {
        WarnOf(value, place, nameof(Messages.ImportShape), id, place, value);
        return default;
    }

    private TemplateValue AsCertain(TemplateNode value, string place)
    {
        try
        {
            var result = TemplateValue.FromNode(value);
            template.NoteReferences(result.Node, $"{id}.{place}");
            return result;
        }
        catch (DefinitionException)
        {
            throw NotKnown(place, value);
        }
    }

    /// <summary>True and false as CloudFormation takes them, as truth values and as text.</summary>
    private static bool? LiteralFlag(TemplateNode value) =>
        (value as TemplateScalar)?.Text switch
        {
            "true" or "True" or "TRUE" => true,
            "false" or "False" or "FALSE" => false,
            _ => null,
        };
}
