using IdentityPools.Values;

namespace IdentityPools;

/// <summary>One difference between what a pool should be and what it is, and the call of AWS that closes it.</summary>
public sealed record IdentityPoolChange
{
    internal IdentityPoolChange(string path, ChangeKind kind, string? before, string? after, string operation) =>
        (Path, Kind, Before, After, Operation) = (path, kind, before, after, operation);

    /// <summary>The pool, by its name.</summary>
    public string? IdentityPool { get; init; }

    /// <summary>The part, <c>RoleMappings[graph.facebook.com].Rules[1].ClaimValue</c> for example.</summary>
    public string Path { get; }

    /// <summary>What happens to it.</summary>
    public ChangeKind Kind { get; }

    /// <summary>What it is; null when it does not exist.</summary>
    public string? Before { get; }

    /// <summary>What it will be; null when it goes.</summary>
    public string? After { get; }

    /// <summary>The call that closes the difference, <c>cognito-identity:SetIdentityPoolRoles</c> for example; empty for what is kept.</summary>
    public string Operation { get; internal init; }

    /// <summary>How a part that is kept could be changed or removed; null for what changes.</summary>
    public string? Remedy { get; init; }

    /// <summary>The hash of the plan that the change is part of, as <c>Publish-IdentityPool -PlanHash</c> takes it; null in a comparison of two definitions.</summary>
    public string? PlanHash { get; init; }

    /// <summary>What it is and what it will be as far as a call replaces it, of which <see cref="Before"/> and <see cref="After"/> are texts for people: two values can have the same.</summary>
    internal (object? Before, object? After) Values { get; init; }

    /// <summary>Whether it is no difference, but a part that others made and that is taken over.</summary>
    internal bool IsTakenOver { get; init; }

    /// <summary>Whether it deletes, detaches or takes away something, so that it has to be agreed to.</summary>
    internal bool IsLoss { get; init; }

    /// <summary>The change on one line.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        ShownText.Line(
            Kind switch
            {
                ChangeKind.Create => $"+ {Path} = {After}",
                ChangeKind.Delete => $"- {Path} (was {Before})",
                ChangeKind.Keep => $"= {Path} ({Before}): {Remedy}",
                _ => $"~ {Path}: {Before} -> {After}",
            }
        );
}

/// <summary>What a change does.</summary>
public enum ChangeKind
{
    /// <summary>The part is missing and will be made.</summary>
    Create,

    /// <summary>The part differs and will be changed in place.</summary>
    Update,

    /// <summary>The part will be removed.</summary>
    Delete,

    /// <summary>The part is not mentioned by the definition and stays as it is.</summary>
    Keep,
}
