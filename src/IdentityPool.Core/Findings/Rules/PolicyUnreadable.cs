namespace IdentityPools.Findings;

/// <summary>A document that is no policy.</summary>
internal sealed class PolicyUnreadable : RoleRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override Uri HelpUri => IamGuide("reference_policies_grammar.html");

    protected override IEnumerable<IdentityPoolFinding> Check(FindingContext context, ExaminedRole role) =>
        role.Documents.Unreadable.Select(name => Found(context, role.Subject, role.Role, name));
}
