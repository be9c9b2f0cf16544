namespace IdentityPools.Findings;

/// <summary>A rule that looks at one role mapping after the other.</summary>
internal abstract class MappingRule : FindingRule
{
    public sealed override IEnumerable<IdentityPoolFinding> Check(FindingContext context) =>
        context.Pool.RoleMappings.SelectMany(mapping => Check(context, mapping));

    /// <summary>The rules of a mapping with their places, from 1.</summary>
    protected static IEnumerable<(RoleMappingRule Rule, int Position)> Numbered(RoleMapping mapping) =>
        mapping.Rules.Select((rule, index) => (rule, index + 1));

    /// <summary>What the rule finds in a mapping.</summary>
    protected abstract IEnumerable<IdentityPoolFinding> Check(FindingContext context, RoleMapping mapping);
}
