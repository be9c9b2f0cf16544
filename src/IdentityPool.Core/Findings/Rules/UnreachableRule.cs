using IdentityPools.Simulation;

namespace IdentityPools.Findings;

/// <summary>A rule that can never decide.</summary>
internal sealed class UnreachableRule : MappingRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override Uri HelpUri => Guide("role-based-access-control.html");

    protected override IEnumerable<IdentityPoolFinding> Check(FindingContext context, RoleMapping mapping) =>
        MappingCoverage
            .Of(context.Simulated, mapping)
            .Where(coverage => coverage is { Rule: not null, IsReachable: false })
            .Select(coverage =>
                Found(context, FindingSubject.Of(mapping, coverage.Position!.Value), coverage.Position, mapping.Provider, coverage.Rule, coverage.Reason)
            );
}
