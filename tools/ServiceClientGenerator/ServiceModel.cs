namespace ServiceClientGenerator;

/// <summary>The operations, shapes and errors of a service, as far as its clients need them.</summary>
internal sealed class ServiceModel
{
    private ServiceModel(JsonMembers root)
    {
        Protocol = root.Text("protocol");
        ApiVersion = root.Text("apiVersion");
        TargetPrefix = root.OptionalText("targetPrefix");
        Errors = [.. root.Members("errors").Names];
        Shapes = root.Members("shapes").ToDictionary(Read);
        Operations = root.Members("operations")
            .ToDictionary(value => new Operation(value.OptionalReference("input"), value.OptionalReference("output"), value.Has("unsigned")));
        if (Protocol is not ("json" or "query"))
        {
            throw new ModelException($"The protocol '{Protocol}' is not known; 'json' and 'query' are", root.Value("protocol").Position);
        }

        Check();
    }

    public string Protocol { get; }

    public string ApiVersion { get; }

    /// <summary>What stands before the operation in the header of a JSON request.</summary>
    public string? TargetPrefix { get; }

    /// <summary>The codes of errors.</summary>
    public IReadOnlyList<string> Errors { get; }

    public IReadOnlyDictionary<string, Operation> Operations { get; }

    public IReadOnlyDictionary<string, Shape> Shapes { get; }

    /// <exception cref="ModelException">The text is not a model, or not a whole one.</exception>
    public static ServiceModel Parse(string text) => new(JsonMembers.Of(JsonText.Parse(text)));

    private static Shape Read(JsonMembers shape)
    {
        var type = shape.Reference("type");
        return type.Name switch
        {
            "structure" => new(type, members: [.. shape.Members("members").Names.Select(name => new Member(name, shape.Members("members").Reference(name)))]),
            "list" => new(type, element: shape.Reference("member")),
            "map" => new(type, element: shape.Reference("value")),
            _ => new(type, values: shape.Has("enum") ? shape.Texts("enum") : []),
        };
    }

    private void Check()
    {
        var references = Operations
            .Values.SelectMany(operation => new[] { operation.Input, operation.Output })
            .Concat(Shapes.Values.SelectMany(shape => shape.Members.Select(member => (Reference?)member.Shape).Append(shape.Element)));
        foreach (var reference in references.OfType<Reference>().Where(reference => !Shapes.ContainsKey(reference.Name)))
        {
            throw new ModelException($"The shape '{reference.Name}' is missing", reference.Position);
        }
    }
}

/// <summary>A name at a place of the text.</summary>
internal sealed class Reference(string name, int position)
{
    public string Name => name;

    public int Position => position;
}

/// <summary>An operation of a service.</summary>
internal sealed class Operation(Reference? input, Reference? output, bool isUnsigned)
{
    public Reference? Input => input;

    public Reference? Output => output;

    public bool IsUnsigned => isUnsigned;
}

/// <summary>A member of a structure.</summary>
internal sealed class Member(string name, Reference shape)
{
    public string Name => name;

    public Reference Shape => shape;
}

/// <summary>What a value is.</summary>
internal sealed class Shape(Reference type, IReadOnlyList<Member>? members = null, Reference? element = null, IReadOnlyList<string>? values = null)
{
    public string Type => type.Name;

    /// <summary>Where the type stands.</summary>
    public int Position => type.Position;

    /// <summary>The members of a structure.</summary>
    public IReadOnlyList<Member> Members { get; } = members ?? [];

    /// <summary>What a list or a map holds.</summary>
    public Reference? Element => element;

    /// <summary>The texts of an enumeration.</summary>
    public IReadOnlyList<string> Values { get; } = values ?? [];

    public bool IsEnumeration => Values.Count > 0;
}
