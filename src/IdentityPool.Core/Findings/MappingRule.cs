namespace IdentityPools.Findings;

/// <summary>A rule that looks at one role mapping after the other.</summary>
internal abstract class MappingRule : FindingRule
{
    public sealed override IEnumerable<IdentityPoolFinding> Check(FindingContext context) =>
        context.Pool.RoleMappings.SelectMany(mapping => Check(context, mapping));

    /// <summary>What the rule finds in a mapping.</summary>
    protected abstract IEnumerable<IdentityPoolFinding> Check(FindingContext context, RoleMapping mapping);
}
