using IdentityPools.Findings;

namespace IdentityPools.UnitTests.Findings;

/// <summary>A definition and what one rule says of it.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="IsFound">Whether it finds something.</param>
/// <param name="Name">What is special about the definition.</param>
/// <param name="Pool">The definition.</param>
internal sealed record FindingCase(string RuleId, bool IsFound, string Name, Func<IdentityPool> Pool)
{
    public PoolSurroundings? Surroundings { get; init; }

    public static FindingCase Finds(string ruleId, string name, Func<IdentityPool> pool) => new(ruleId, true, name, pool);

    public static FindingCase Spares(string ruleId, string name, Func<IdentityPool> pool) => new(ruleId, false, name, pool);
}
