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
        return properties[name] is { } value && !Intrinsic.IsNoValue(value) && value is not TemplateScalar { Kind: TemplateScalarKind.Null } ? value : null;
    }

    /// <summary>Looks at a property without taking it.</summary>
    public TemplateNode? Peek(string name) => properties[name] is { } value && !Intrinsic.IsNoValue(value) ? value : null;

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

        template.Warn(nameof(Messages.ImportFlag), id, place, value, whenUnknown ? "true" : "false");
        return whenUnknown;
    }

    public int? Number(string name) =>
        Take(name) switch
        {
            null => null,
            TemplateScalar { Text: var text } when int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) => number,
            var other => WarnNotSupported<int?>(other, name),
        };

    public IEnumerable<TemplateNode> Items(string name) =>
        Take(name) switch
        {
            null => [],
            TemplateSequence sequence => sequence.Select(item => Chosen(item, name)).Where(item => !Intrinsic.IsNoValue(item)),
            TemplateScalar scalar => [scalar],
            var other => WarnNotSupported<IEnumerable<TemplateNode>>(other, name) ?? [],
        };

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

    /// <summary>A map, also where the template has it as JSON text.</summary>
    public TemplateMapping Map(string name) =>
        Take(name) switch
        {
            null => [],
            TemplateMapping mapping when !Intrinsic.IsCall(mapping) => mapping,
            TemplateScalar { Text: var text } scalar => Json(text) as TemplateMapping ?? WarnNotSupported<TemplateMapping>(scalar, name) ?? [],
            var other => WarnNotSupported<TemplateMapping>(other, name) ?? [],
        };

    public ValueMap<TemplateValue> TagList(string name) =>
        TagRules.Create(
            from item in Items(name)
            let key = ((item as TemplateMapping)?["Key"] as TemplateScalar)?.Text ?? WarnNotSupported<string>(item, name)
            let value = (item as TemplateMapping)?["Value"] is { } node ? AsValue(node, name) : WarnNotSupported<TemplateValue>(item, name)
            where key is not null && value is not null
            select KeyValuePair.Create(key, value)
        );

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
            template.Warn(nameof(Messages.ImportValue), id, place, exception.Message);
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
            template.Warn(nameof(Messages.ImportCondition), id, (condition as TemplateScalar)?.Text ?? condition.ToString());
        }
    }

    /// <summary>Refuses a resource of which a macro gives more than is written.</summary>
    /// <exception cref="DefinitionException">There is one.</exception>
    public void RefuseMacros()
    {
        if ((Macro is { } beside ? ($"{id}.{beside.Place}", beside.Node) : TemplateMacros.In(node["Properties"], id)) is { } macro)
        {
            throw TemplateMacros.Refused(macro.Item1, macro.Item2);
        }
    }

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

    /// <summary>A policy document, which may stand there as JSON text.</summary>
    public static TemplateNode? Document(TemplateNode? node) => node is TemplateScalar { Text: var json } ? Json(json) ?? node : node;

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

    private T? WarnNotSupported<T>(TemplateNode value, string place)
    {
        template.Warn(nameof(Messages.ImportShape), id, place, value);
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
