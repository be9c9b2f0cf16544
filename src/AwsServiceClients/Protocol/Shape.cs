namespace AwsServiceClients.Protocol;

/// <summary>What a value of the models is, and how one is made.</summary>
internal class Shape
{
    public static readonly Shape Text = new(ShapeKind.Text);
    public static readonly Shape Boolean = new(ShapeKind.Boolean);
    public static readonly Shape Integer = new(ShapeKind.Integer);
    public static readonly Shape Time = new(ShapeKind.Time);

    private readonly Func<object>? create;
    private readonly Func<string, object>? find;

    protected Shape(ShapeKind kind, Shape? element = null, Func<object>? create = null, Func<string, object>? find = null)
    {
        Kind = kind;
        Element = element;
        this.create = create;
        this.find = find;
    }

    public ShapeKind Kind { get; }

    /// <summary>What a list or a map holds.</summary>
    public Shape? Element { get; }

    /// <summary>One of the constants of an enumeration, by its text.</summary>
    public static Shape Constant(Func<string, object> find) => new(ShapeKind.Constant, find: find);

    public static Shape List<T>(Shape element) => new(ShapeKind.List, element, () => new List<T>());

    public static Shape Map<T>(Shape element) => new(ShapeKind.Map, element, () => new Dictionary<string, T>());

    /// <summary>An empty list, map or structure.</summary>
    public virtual object Create() => create!();

    /// <summary>The constant with a text.</summary>
    public object Find(string text) => find!(text);
}

/// <summary>What a structure is; one class is made for each.</summary>
internal abstract class StructureShape : Shape
{
    private Member[]? members;

    protected StructureShape()
        : base(ShapeKind.Structure) { }

    /// <summary>The members in the order of the model.</summary>
    public IReadOnlyList<Member> Members => members ??= CreateMembers();

    /// <summary>The value of the member at a place.</summary>
    public abstract object? Get(object structure, int member);

    public abstract void Set(object structure, int member, object? value);

    public abstract override object Create();

    // Only when they are asked for, because a structure may have itself inside.
    protected abstract Member[] CreateMembers();
}

/// <summary>A member of a structure, under the name that it has on the wire and in the model.</summary>
internal sealed class Member
{
    public Member(string name, Shape shape)
    {
        Name = name;
        Shape = shape;
    }

    public string Name { get; }

    public Shape Shape { get; }
}

/// <summary>The kinds of values in the models.</summary>
internal enum ShapeKind
{
    Text,
    Boolean,
    Integer,
    Time,
    Constant,
    List,
    Map,
    Structure,
}
