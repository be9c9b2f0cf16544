namespace ServiceClientGenerator;

/// <summary>A JSON object whose members must be what they are asked for.</summary>
internal sealed class JsonMembers
{
    private readonly List<KeyValuePair<string, JsonValue>> members;
    private readonly int position;

    private JsonMembers(List<KeyValuePair<string, JsonValue>> members, int position)
    {
        this.members = members;
        this.position = position;
    }

    public int Position => position;

    public IEnumerable<string> Names => members.Select(member => member.Key);

    public static JsonMembers Of(JsonValue value) =>
        value.Content is List<KeyValuePair<string, JsonValue>> members
            ? new(members, value.Position)
            : throw new ModelException("An object is wanted here", value.Position);

    public bool Has(string name) => members.Exists(member => member.Key == name);

    public JsonValue Value(string name) =>
        Has(name) ? members.Find(member => member.Key == name).Value : throw new ModelException($"'{name}' is missing", position);

    public JsonMembers Members(string name) => Of(Value(name));

    public string Text(string name) => Text(Value(name));

    public string? OptionalText(string name) => Has(name) ? Text(name) : null;

    public IReadOnlyList<string> Texts(string name) =>
        Value(name).Content is List<JsonValue> items ? [.. items.Select(Text)] : throw new ModelException("A list is wanted here", Value(name).Position);

    public Reference Reference(string name) => new(Text(name), Value(name).Position);

    public Reference? OptionalReference(string name) => Has(name) ? Reference(name) : null;

    public Dictionary<string, T> ToDictionary<T>(Func<JsonMembers, T> read) => members.ToDictionary(member => member.Key, member => read(Of(member.Value)));

    private static string Text(JsonValue value) => value.Content as string ?? throw new ModelException("A text is wanted here", value.Position);
}
