namespace IdentityPools.Values;

/// <summary>
/// What a record keeps beside what it says: how a definition was read, for example. The record leaves it out of its equality, whatever the value itself holds
/// for equal.
/// </summary>
/// <param name="value">The value.</param>
internal readonly struct Aside<T>(T value) : IEquatable<Aside<T>>
{
    public T Value { get; } = value;

    /// <summary>Always: there is nothing to compare.</summary>
    public bool Equals(Aside<T> other) => true;

    public override bool Equals(object? obj) => obj is Aside<T>;

    public override int GetHashCode() => 0;
}
