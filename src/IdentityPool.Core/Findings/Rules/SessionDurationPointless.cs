namespace IdentityPools.Findings;

/// <summary>A longer session that nobody gets.</summary>
internal sealed class SessionDurationPointless : RoleRule
{
    public override FindingSeverity Severity => FindingSeverity.Information;

    public override Uri HelpUri => IamGuide("id_roles_update-role-settings.html");

    protected override IEnumerable<IdentityPoolFinding> Check(FindingContext context, ExaminedRole role) =>
        role.Role.MaxSessionDuration is > 3600 and var seconds && !context.Pool.IsClassicFlowOpen ? [Found(context, role.Subject, role.Role, seconds)] : [];
}
