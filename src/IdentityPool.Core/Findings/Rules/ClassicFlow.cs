namespace IdentityPools.Findings;

/// <summary>Clients may pick any role that trusts the pool.</summary>
internal sealed class ClassicFlow : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override Uri HelpUri => Guide("iam-roles.html");

    public override IEnumerable<IdentityPoolFinding> Check(FindingContext context) =>
        context.Pool.IsClassicFlowOpen ? [Found(context, FindingSubject.Of(context.Pool), context.Pool)] : [];
}
