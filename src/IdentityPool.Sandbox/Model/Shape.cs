using System.Text.RegularExpressions;

namespace IdentityPools.Sandbox;

/// <summary>What a value has to be.</summary>
/// <param name="kind">The kind.</param>
internal sealed class Shape(ShapeKind kind)
{
    private Regex? expression;

    public ShapeKind Kind => kind;

    /// <summary>The members of a structure.</summary>
    public IReadOnlyDictionary<string, Shape> Members { get; set; } = new Dictionary<string, Shape>();

    /// <summary>The members that a structure must have.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>The items of a list, the values of a map.</summary>
    public Shape? Item { get; set; }

    /// <summary>The keys of a map.</summary>
    public Shape? Key { get; set; }

    /// <summary>The least length, value or number of entries.</summary>
    public long? Min { get; init; }

    /// <summary>The greatest length, value or number of entries.</summary>
    public long? Max { get; init; }

    public string? Pattern { get; init; }

    public IReadOnlyList<string> Enum { get; init; } = [];

    /// <summary>Whether the whole of a text fits the pattern.</summary>
    public bool Fits(string text) => Pattern is null || (expression ??= ServicePattern.ToRegex(Pattern)).IsMatch(text);
}
