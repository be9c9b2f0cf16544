using IdentityPools.Values;

namespace IdentityPools;

/// <content>Findings that are known and accepted.</content>
public sealed partial record IdentityPool
{
    /// <summary>The findings that are known and accepted, each with its reason. A template keeps them in the metadata of the pool.</summary>
    public ValueList<FindingSuppression> Suppressions { get; private init; } = [];

    internal IdentityPool WithSuppression(FindingSuppression suppression) =>
        Suppressions.Any(known => known.SortKey == suppression.SortKey)
            ? throw DefinitionErrors.Create(nameof(Messages.DuplicateSuppression), this, this, suppression.RuleId, suppression.Target ?? Messages.EveryTarget)
            : this with
            {
                Suppressions = Sorted([.. Suppressions, suppression], known => known.SortKey),
            };
}
