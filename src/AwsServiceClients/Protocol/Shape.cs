using System.Collections.Concurrent;
using System.Reflection;
using Amazon.Runtime;

namespace AwsServiceClients.Protocol;

/// <summary>How values of one type of the model travel; looked at once per type, when a value first does.</summary>
internal sealed class Shape
{
    private static readonly ConcurrentDictionary<Type, Shape> Known = new();

    private readonly Type type;
    private IReadOnlyList<Member>? members;
    private readonly Func<string, object>? constant;

    private Shape(Type type)
    {
        this.type = type;
        Kind = KindOf(type);
        if (Kind is ShapeKind.List or ShapeKind.Map)
        {
            Element = Of(type.GetGenericArguments()[^1]);
        }
        else if (Kind is ShapeKind.Constant)
        {
            constant = type.GetMethod("FindValue", BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly, [typeof(string)])!
                .CreateDelegate<Func<string, object>>();
        }
    }

    public ShapeKind Kind { get; }

    /// <summary>What a list or a map holds.</summary>
    public Shape? Element { get; }

    /// <summary>The members of a structure.</summary>
    public IReadOnlyList<Member> Members => members ??= MembersOf(type);

    public static Shape Of(Type type) => Known.GetOrAdd(Nullable.GetUnderlyingType(type) ?? type, plain => new(plain));

    public object Create() => Activator.CreateInstance(type)!;

    public object Constant(string value) => constant!(value);

    private static ShapeKind KindOf(Type type)
    {
        if (type.IsGenericType)
        {
            return type.GetGenericTypeDefinition() == typeof(List<>) ? ShapeKind.List : ShapeKind.Map;
        }

        return Type.GetTypeCode(type) switch
        {
            TypeCode.String => ShapeKind.Text,
            TypeCode.Boolean => ShapeKind.Boolean,
            TypeCode.Int32 => ShapeKind.Integer,
            TypeCode.DateTime => ShapeKind.Time,
            _ => type.IsSubclassOf(typeof(ConstantClass)) ? ShapeKind.Constant : ShapeKind.Structure,
        };
    }

    // What the SDK's own base classes carry is about the call and not part of what travels.
    private static Member[] MembersOf(Type type) =>
        [
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Select(property => new Member(property.Name, property, Of(property.PropertyType))),
        ];
}
