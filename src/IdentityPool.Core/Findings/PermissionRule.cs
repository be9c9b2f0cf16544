namespace IdentityPools.Findings;

/// <summary>A rule about what roles may do. A role that nobody is given is left to the rule that says so.</summary>
internal abstract class PermissionRule : RoleRule
{
    protected sealed override IEnumerable<IdentityPoolFinding> Check(FindingContext context, ExaminedRole role) =>
        role.IsForUsers || context.Pool.AllowUnauthenticatedIdentities ? CheckPermissions(context, role) : [];

    /// <summary>What the rule finds in the permissions of a role.</summary>
    protected abstract IEnumerable<IdentityPoolFinding> CheckPermissions(FindingContext context, ExaminedRole role);
}
