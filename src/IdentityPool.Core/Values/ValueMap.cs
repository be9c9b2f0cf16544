using System.Collections.ObjectModel;

namespace IdentityPools;

/// <summary>A map from text that cannot change, is kept in ordinal order of its keys and equals another map with equal entries.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
public sealed class ValueMap<T> : ReadOnlyDictionary<string, T>, IEquatable<ValueMap<T>>
    where T : notnull
{
    internal static new readonly ValueMap<T> Empty = new(new Dictionary<string, T>());

    private ValueMap(Dictionary<string, T> sorted)
        : base(sorted) { }

    internal static ValueMap<T> Create(IEnumerable<KeyValuePair<string, T>> entries)
    {
        // A dictionary that nothing is removed from enumerates in order of insertion.
        var sorted = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var (key, value) in entries.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            sorted.Add(key, value);
        }

        return sorted.Count == 0 ? Empty : new(sorted);
    }

    /// <summary>Whether both maps hold equal entries.</summary>
    /// <param name="other">The map to compare with.</param>
    /// <returns>True when equal.</returns>
    public bool Equals(ValueMap<T>? other) => other is not null && (ReferenceEquals(this, other) || this.SequenceEqual(other));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ValueMap<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var (key, value) in this)
        {
            hash.Add(key, StringComparer.Ordinal);
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(ValueMap<T>? left, ValueMap<T>? right) => Equals(left, right);

    /// <summary>Whether both differ.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(ValueMap<T>? left, ValueMap<T>? right) => !Equals(left, right);

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", this.Select(entry => $"{entry.Key}={entry.Value}"));
}
