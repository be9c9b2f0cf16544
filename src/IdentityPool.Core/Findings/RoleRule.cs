namespace IdentityPools.Findings;

/// <summary>A rule that looks at one role after the other.</summary>
internal abstract class RoleRule : FindingRule
{
    public sealed override IEnumerable<IdentityPoolFinding> Check(FindingContext context) => context.Roles.SelectMany(role => Check(context, role));

    /// <summary>What the rule finds in a role.</summary>
    protected abstract IEnumerable<IdentityPoolFinding> Check(FindingContext context, ExaminedRole role);
}
