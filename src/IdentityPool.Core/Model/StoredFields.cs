using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using IdentityPools.Template;
using IdentityPools.Values;

namespace IdentityPools.Model;

/// <summary>
/// The parts of a definition as they lie in its fields, so that a part that is added to the model is stored with it. Whoever reads finds either all that was
/// written or an error.
/// </summary>
internal static class StoredFields
{
    private const string KindKey = "Kind";
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>What a reference to a provider may be.</summary>
    public static readonly ValueList<Type> Providers =
    [
        typeof(UserPoolReference),
        typeof(LoginProviderReference),
        typeof(OpenIdConnectProviderReference),
        typeof(SamlProviderReference),
        typeof(ProviderUrlReference),
    ];

    /// <summary>Lists that an older version did not store, and so has none of.</summary>
    private static readonly HashSet<string> Later =
    [
        $"{nameof(IdentityPool)}.{nameof(IdentityPool.UnknownParts)}",
        $"{nameof(IdentityPool)}.{nameof(IdentityPool.TrustingRoles)}",
        $"{nameof(IdentityPool)}.{nameof(IdentityPool.UserPoolGroups)}",
        $"{nameof(RoleEvidence)}.{nameof(RoleEvidence.PlainParameters)}",
    ];

    private static readonly ConcurrentDictionary<Type, StoredField[]> Known = new();

    /// <summary>The fields of a type that are stored.</summary>
    public static IReadOnlyList<StoredField> Of(Type type) =>
        Known.GetOrAdd(
            type,
            static type =>
            {
                var nullability = new NullabilityInfoContext();
                return type.GetFields(Own).Select(field => new StoredField(field, nullability)).OrderBy(field => field.Name, StringComparer.Ordinal).ToArray();
            }
        );

    public static TemplateNode Write(object value) =>
        value switch
        {
            string text => text,
            bool flag => flag,
            int number => number,
            Enum word => word.ToString(),
            TemplateNode node => node,
            TemplateValue known => known.Node,
            ProviderSecret secret => secret.ParameterName ?? "",
            IDictionary map => Entries(map),
            IList list => new TemplateSequence(list.Cast<object>().Select(Write)),
            ProviderReference provider => Fields(provider, new() { { KindKey, provider.GetType().Name } }),
            _ => Fields(value, []),
        };

    /// <param name="node">What was written.</param>
    /// <param name="type">What it is.</param>
    /// <param name="isOlder">Whether an older version wrote it.</param>
    public static object Read(TemplateNode node, Type type, bool isOlder) => Read(node, type, type.Name, isOlder);

    private static TemplateMapping Fields(object value, TemplateMapping map)
    {
        foreach (var field in Of(value.GetType()))
        {
            map.Add(field.Name, field.Get(value) is { } part ? Write(part) : null);
        }

        return map;
    }

    private static TemplateMapping Entries(IDictionary map)
    {
        var entries = new TemplateMapping();
        foreach (DictionaryEntry entry in map)
        {
            entries.Add((string)entry.Key, Write(entry.Value!));
        }

        return entries;
    }

    private static object Read(TemplateNode node, Type type, string place, bool isOlder) =>
        (node, type) switch
        {
            (TemplateScalar { Kind: TemplateScalarKind.Text } text, _) when type == typeof(string) => text.Text,
            (TemplateScalar { Kind: TemplateScalarKind.Boolean } flag, _) when type == typeof(bool) => flag == TemplateScalar.True,
            (TemplateScalar { Kind: TemplateScalarKind.Number } number, _)
                when type == typeof(int) && int.TryParse(number.Text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var parsed) => parsed,
            (TemplateScalar { Kind: TemplateScalarKind.Text } word, { IsEnum: true })
                when Enum.TryParse(type, word.Text, out var parsed) && Enum.IsDefined(type, parsed) => parsed,
            (TemplateScalar { Kind: TemplateScalarKind.Text } name, _) when type == typeof(ProviderSecret) => name.Text.Length == 0
                ? ProviderSecret.Unknown
                : ProviderSecret.Parameter(name.Text),
            (_, _) when type.IsInstanceOfType(node) && type.IsAssignableTo(typeof(TemplateNode)) => node,
            (_, _) when type == typeof(TemplateValue) && TemplateValue.IsValue(node) => TemplateValue.FromNode(node),
            (TemplateMapping map, { IsGenericType: true }) when type.GetGenericTypeDefinition() == typeof(ValueMap<>) => Collect(
                nameof(Map),
                type,
                map.Select(entry => KeyValuePair.Create(entry.Key, Read(entry.Value, type.GetGenericArguments()[0], $"{place}.{entry.Key}", isOlder)))
            ),
            (TemplateSequence list, { IsGenericType: true }) when type.GetGenericTypeDefinition() == typeof(ValueList<>) => Collect(
                nameof(List),
                type,
                list.Select((item, index) => Read(item, type.GetGenericArguments()[0], $"{place}[{index}]", isOlder))
            ),
            (TemplateMapping map, _) when type == typeof(ProviderReference) => Restore(
                map,
                Providers.FirstOrDefault(kind => kind.Name == (map[KindKey] as TemplateScalar)?.Text) ?? throw StoredDefinition.Damaged($"{place}.{KindKey}"),
                place,
                [KindKey],
                isOlder
            ),
            (TemplateMapping map, _) when IsRecord(type) => Restore(map, type, place, [], isOlder),
            _ => throw StoredDefinition.Damaged(place),
        };

    /// <summary>Whether a type is a record of the model: others, as values and nodes, are made of their text, which is checked.</summary>
    private static bool IsRecord(Type type) =>
        type.Assembly == typeof(StoredFields).Assembly
        && !type.IsAbstract
        && type.GetMethod("<Clone>$") is not null
        && !type.IsAssignableTo(typeof(TemplateNode));

    private static object Restore(TemplateMapping map, Type type, string place, string[] others, bool isOlder)
    {
        var restored = RuntimeHelpers.GetUninitializedObject(type);
        var fields = Of(type);
        foreach (var field in fields)
        {
            var part =
                map[field.Name] is { } node ? Read(node, field.Type, $"{place}.{field.Name}", isOlder)
                : field.IsOptional ? null
                : isOlder && Later.Contains($"{type.Name}.{field.Name}") ? Collect(nameof(List), field.Type, Array.Empty<object>())
                : throw StoredDefinition.Damaged($"{place}.{field.Name}");
            field.Set(restored, part);
        }

        return map.FirstOrDefault(entry => !others.Contains(entry.Key) && fields.All(field => field.Name != entry.Key)) is { Key: { } unknown }
            ? throw StoredDefinition.Damaged($"{place}.{unknown}")
            : restored;
    }

    private static object Collect(string maker, Type type, object items) =>
        typeof(StoredFields)
            .GetMethod(maker, BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(type.GetGenericArguments()[0])
            .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [items], null)!;

    private static ValueList<T> List<T>(IEnumerable<object> items) => items.Cast<T>().ToValueList();

    private static ValueMap<T> Map<T>(IEnumerable<KeyValuePair<string, object>> entries)
        where T : notnull => ValueMap<T>.Create(entries.Select(entry => KeyValuePair.Create(entry.Key, (T)entry.Value)));
}

/// <summary>A field that is stored, under the name that its property has in PowerShell.</summary>
internal sealed class StoredField
{
    private const string Typed = "Typed";

    private readonly FieldInfo field;
    private readonly Type? aside;

    public StoredField(FieldInfo field, NullabilityInfoContext nullability)
    {
        this.field = field;
        aside = field.FieldType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Aside<>) ? type : null;
        var own = aside?.GetGenericArguments()[0] ?? field.FieldType;
        Type = Nullable.GetUnderlyingType(own) ?? own;
        IsOptional = own != Type || (!own.IsValueType && nullability.Create(field).WriteState == NullabilityState.Nullable);
        var name = field.Name.Split('<', '>') is [_, var property, _] ? property : char.ToUpperInvariant(field.Name[0]) + field.Name[1..];
        Name = name.StartsWith(Typed, StringComparison.Ordinal) ? name[Typed.Length..] : name;
    }

    public string Name { get; }

    public Type Type { get; }

    public bool IsOptional { get; }

    public object? Get(object owner)
    {
        var value = field.GetValue(owner);
        return aside is null ? value : aside.GetProperty(nameof(Aside<object>.Value))!.GetValue(value);
    }

    public void Set(object owner, object? value) => field.SetValue(owner, aside is null ? value : Activator.CreateInstance(aside, value));
}
