using IdentityPools.Validation;

namespace IdentityPools.Commands;

/// <summary>What a command makes of a pool.</summary>
/// <param name="Apply">Gives the changed pool. The pool that comes in is a value and stays as it is.</param>
internal sealed record PoolChange(Func<IdentityPool, IdentityPool> Apply)
{
    /// <summary>What the user is warned of, once for all pools.</summary>
    public IEnumerable<string> Doubts { get; init; } = [];

    /// <summary>What the user is warned of for a pool, by what it was and what it has become.</summary>
    public Func<IdentityPool, IdentityPool, IEnumerable<string>> Warnings { get; init; } = (_, _) => [];

    /// <summary>What else a pool loses with what the user named, by what it was and what it has become.</summary>
    public Func<IdentityPool, IdentityPool, IEnumerable<string>> Consequences { get; init; } = (_, _) => [];
}

/// <summary>
/// A command whose pool follows from its arguments alone. Completion asks it as well, for a line that has not run: so nothing is read, written or called here,
/// and the arguments are all that is set.
/// </summary>
internal interface IDefinesPool
{
    /// <summary>The pool that the arguments define.</summary>
    /// <param name="isGiven">Whether a parameter was given.</param>
    /// <exception cref="DefinitionException">The arguments cannot be.</exception>
    IdentityPool Define(Predicate<string> isGiven);
}

/// <summary>A command that makes another pool of the one that comes to it, as its arguments alone say. Completion asks it as well, as <see cref="IDefinesPool"/>.</summary>
internal interface IChangesPool
{
    /// <summary>The change that the arguments mean.</summary>
    /// <param name="isGiven">Whether a parameter was given.</param>
    /// <exception cref="DefinitionException">The arguments cannot be.</exception>
    PoolChange Change(Predicate<string> isGiven);
}
