namespace ServiceClientGenerator;

/// <summary>The types of one client, by the names that the SDK gives them.</summary>
internal sealed class Surface
{
    private static readonly string[] Scalars = ["string", "integer", "boolean", "timestamp"];

    private readonly ServiceModel model;
    private readonly Dictionary<string, string> renamed;
    private readonly IReadOnlyList<string> roots;
    private readonly List<StructureType> structures = [];
    private readonly SortedSet<string> enumerations = new(StringComparer.Ordinal);

    /// <param name="model">The service.</param>
    /// <param name="entry">What the list of clients says of it.</param>
    /// <exception cref="ModelException">The entry is not as it must be; the place is one of the list.</exception>
    public Surface(ServiceModel model, JsonMembers entry)
    {
        this.model = model;
        Namespace = entry.Text("namespace");
        Client = entry.Text("client");
        renamed = entry.Has("renamed") ? entry.Members("renamed").Names.ToDictionary(name => name, name => entry.Members("renamed").Text(name)) : [];
        Operations = entry.Has("operations") ? entry.Texts("operations") : [];
        roots = entry.Has("structures") ? entry.Texts("structures") : [];
        if (Operations.FirstOrDefault(name => !model.Operations.ContainsKey(name)) is { } missing)
        {
            throw new ModelException($"The model has no operation '{missing}'", entry.Value("operations").Position);
        }

        if (roots.FirstOrDefault(name => !model.Shapes.ContainsKey(name)) is { } rootless)
        {
            throw new ModelException($"The model has no shape '{rootless}'", entry.Value("structures").Position);
        }

        if (renamed.Keys.FirstOrDefault(name => !model.Shapes.ContainsKey(name)) is { } unknown)
        {
            throw new ModelException($"The model has no shape '{unknown}' to rename", entry.Value("renamed").Position);
        }
    }

    /// <summary>Finds the types that the operations need.</summary>
    /// <exception cref="ModelException">The model has one of a kind that is not known here.</exception>
    public void Collect()
    {
        foreach (var name in Operations)
        {
            Add($"{name}Request", model.Operations[name].Input, StructureRole.Request);
            Add($"{name}Response", model.Operations[name].Output, StructureRole.Response);
        }

        foreach (var name in roots)
        {
            Visit(new(name, position: 0));
        }
    }

    public ServiceModel Model => model;

    public string Namespace { get; }

    /// <summary>What the names of client, configuration and general exception begin with.</summary>
    public string Client { get; }

    /// <summary>The operations that are used.</summary>
    public IReadOnlyList<string> Operations { get; }

    public IReadOnlyList<StructureType> Structures => structures;

    /// <summary>The enumerations by their names in the model.</summary>
    public IEnumerable<string> Enumerations => enumerations;

    public static string Upper(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);

    /// <summary>The exception of an error: some services' codes lack the ending.</summary>
    public static string ExceptionOf(string code) => code.EndsWith("Exception", StringComparison.Ordinal) ? code : $"{code}Exception";

    public Shape ShapeOf(Reference reference) => model.Shapes[reference.Name];

    public string NameOf(string shape) => renamed.TryGetValue(shape, out var name) ? name : Upper(shape);

    /// <summary>The C# type of a value. A list or a map of an enumeration holds text.</summary>
    public string TypeOf(Reference reference, bool isElement = false) =>
        ShapeOf(reference) switch
        {
            { Type: "list" } list => $"List<{TypeOf(list.Element!, isElement: true)}>",
            { Type: "map" } map => $"Dictionary<string, {TypeOf(map.Element!, isElement: true)}>",
            { Type: "integer" } => "int",
            { Type: "boolean" } => "bool",
            { Type: "timestamp" } => "DateTime",
            { Type: "structure" } => NameOf(reference.Name),
            { IsEnumeration: true } when !isElement => NameOf(reference.Name),
            _ => "string",
        };

    private void Add(string name, Reference? reference, StructureRole role)
    {
        var members = reference is null ? [] : ShapeOf(reference).Members;
        if (structures.Exists(known => known.Name == name))
        {
            return;
        }

        structures.Add(new(name, members, role));
        foreach (var member in members)
        {
            Visit(member.Shape);
        }
    }

    private void Visit(Reference reference)
    {
        var shape = ShapeOf(reference);
        if (shape.Type == "structure")
        {
            Add(NameOf(reference.Name), reference, StructureRole.Part);
        }
        else if (shape.Element is { } element)
        {
            Visit(element);
        }
        else if (!Scalars.Contains(shape.Type))
        {
            throw new ModelException($"The type '{shape.Type}' is not known; structure, list, map, {string.Join(", ", Scalars)} are", shape.Position);
        }
        else if (shape.IsEnumeration)
        {
            enumerations.Add(reference.Name);
        }
    }
}

/// <summary>A class with the members of a structure.</summary>
internal sealed class StructureType(string name, IReadOnlyList<Member> members, StructureRole role)
{
    public string Name => name;

    public IReadOnlyList<Member> Members => members;

    public StructureRole Role => role;
}

/// <summary>What a structure is to an operation.</summary>
internal enum StructureRole
{
    Request,
    Response,
    Part,
}
