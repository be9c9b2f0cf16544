namespace IdentityPools.Binding;

/// <summary>Completes the names of an enumeration, each with what it means.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
public sealed class EnumCompleter<T> : ValueCompleter
    where T : struct, Enum
{
    internal static IEnumerable<Suggestion> All => Enum.GetNames<T>().Select(name => Suggestion.Of(name, $"{typeof(T).Name}_{name}"));

    private protected override IEnumerable<Suggestion> Values(CompletionLine line) => All;
}
