namespace IdentityPools.Findings;

/// <summary>The classic flow is refused where roles are mapped.</summary>
internal sealed class ClassicFlowWithMappings : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override Uri HelpUri => Guide("role-based-access-control.html");

    public override IEnumerable<IdentityPoolFinding> Check(FindingContext context) =>
        context.Pool is { AllowClassicFlow: true, RoleMappings.Count: > 0 }
            ? [Found(context, FindingSubject.Of(context.Pool), context.Pool, context.Pool.RoleMappings.Count)]
            : [];
}
