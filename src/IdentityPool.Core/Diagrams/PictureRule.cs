namespace IdentityPools.Diagrams;

/// <summary>One thing that decides about a role.</summary>
/// <param name="Text">What is asked.</param>
/// <param name="Role">The place of the role that it gives among the roles of the pool; -1 for none of them.</param>
/// <param name="Target">What it gives, in words.</param>
internal sealed record PictureRule(string Text, int Role, string Target)
{
    /// <summary>The place among the rules of the mapping, from 1; null for what is no rule.</summary>
    public int? Position { get; init; }

    /// <summary>Whether it refuses.</summary>
    public bool Denies { get; init; }

    public IReadOnlyList<IdentityPoolFinding> Findings { get; init; } = [];

    /// <summary>With its place in front.</summary>
    public string Numbered => Position is null ? Text : $"{Position}: {Text}";

    public override string ToString() => $"{Numbered} \u2192 {Target}";
}
