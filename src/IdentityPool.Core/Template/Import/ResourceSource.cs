using IdentityPools.Validation;

namespace IdentityPools.Template;

/// <summary>A resource of a template that is being read. It knows which of its properties have been looked at; the others could not be carried.</summary>
internal sealed class ResourceSource(TemplateSource template, string id, string type, TemplateMapping node)
{
    private readonly TemplateMapping properties = node["Properties"] as TemplateMapping ?? [];
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    public TemplateSource Template => template;

    public string Id => id;

    public string Type => type;

    public TemplateMapping? Metadata => node["Metadata"] as TemplateMapping;

    /// <summary>What becomes of the resource when it leaves its stack; another policy than a definition can have is warned of.</summary>
    public DeletionPolicy? DeletionPolicy =>
        node["DeletionPolicy"] switch
        {
            null => null,
            TemplateScalar { Text: nameof(IdentityPools.DeletionPolicy.Delete) } => IdentityPools.DeletionPolicy.Delete,
            TemplateScalar { Text: nameof(IdentityPools.DeletionPolicy.Retain) } => IdentityPools.DeletionPolicy.Retain,
            var other => Uncarried<DeletionPolicy?>(other, nameof(DeletionPolicy)),
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
        return properties[name] is { } value && !IsNoValue(value) && value is not TemplateScalar { Kind: TemplateScalarKind.Null } ? value : null;
    }

    /// <summary>Looks at a property without taking it.</summary>
    public TemplateNode? Peek(string name) => properties[name] is { } value && !IsNoValue(value) ? value : null;

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

    public bool? Flag(string name) =>
        Take(name) switch
        {
            null => null,
            TemplateScalar { Text: var text } when bool.TryParse(text, out var flag) => flag,
            var other => Uncarried<bool?>(other, name),
        };

    public int? Number(string name) =>
        Take(name) switch
        {
            null => null,
            TemplateScalar { Text: var text } when int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) => number,
            var other => Uncarried<int?>(other, name),
        };

    public IEnumerable<TemplateNode> Items(string name) =>
        Take(name) switch
        {
            null => [],
            TemplateSequence sequence => sequence.Select(item => Chosen(item, name)).Where(item => !IsNoValue(item)),
            TemplateScalar scalar => [scalar],
            var other => Uncarried<IEnumerable<TemplateNode>>(other, name) ?? [],
        };

    public ValueList<TemplateValue> Values(string name) => Items(name).Select(item => AsValue(item, name)).OfType<TemplateValue>().ToValueList();

    /// <summary>A map, also where the template has it as JSON text.</summary>
    public TemplateMapping Map(string name) =>
        Take(name) switch
        {
            null => [],
            TemplateMapping mapping when !Intrinsic.IsCall(mapping) => mapping,
            TemplateScalar { Text: var text } scalar => Json(text) as TemplateMapping ?? Uncarried<TemplateMapping>(scalar, name) ?? [],
            var other => Uncarried<TemplateMapping>(other, name) ?? [],
        };

    public ValueMap<TemplateValue> TagList(string name) =>
        TagRules.Create(
            from item in Items(name).OfType<TemplateMapping>()
            let key = (item["Key"] as TemplateScalar)?.Text
            let value = item["Value"] is { } node ? AsValue(node, name) : null
            where key is not null && value is not null
            select KeyValuePair.Create(key, value)
        );

    public ValueMap<TemplateValue> TagMap(string name) =>
        TagRules.Create(from entry in Map(name) let value = AsValue(entry.Value, name) where value is not null select KeyValuePair.Create(entry.Key, value));

    /// <summary>Text or a function that can be carried; else a warning and null.</summary>
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
        catch (DefinitionException fault)
        {
            template.Warn(nameof(Messages.ImportValue), id, place, fault.Message);
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
        if (node["Condition"] is TemplateScalar { Text: var condition })
        {
            template.Warn(nameof(Messages.ImportCondition), id, condition);
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

    /// <summary>Of an item that stands there under a condition the one that may be there.</summary>
    private TemplateNode Chosen(TemplateNode item, string place)
    {
        if (Intrinsic.Conditional(item) is not { } conditional)
        {
            return item;
        }

        template.Warn(nameof(Messages.ImportConditional), id, place, conditional.Condition);
        return conditional.Value;
    }

    private T? Uncarried<T>(TemplateNode value, string place)
    {
        template.Warn(nameof(Messages.ImportShape), id, place, value);
        return default;
    }

    private static bool IsNoValue(TemplateNode value) => Intrinsic.RefName(value) == "AWS::NoValue";
}
