namespace IdentityPools.Planning;

/// <summary>What has to go for a role to go: its policies, by name.</summary>
internal sealed record RoleRemains(string Arn, string IamName, ValueList<string> InlinePolicies, ValueList<string> ManagedPolicyArns)
{
    public static RoleRemains Of(RoleState role) => new(role.Arn, role.IamName, role.InlinePolicies.Keys.ToValueList(), role.ManagedPolicyArns);

    /// <summary>The calls that take the role away: IAM deletes none that has policies.</summary>
    public IEnumerable<PlanStep> Removal =>
        [
            .. ManagedPolicyArns.Select(arn => new PlanStep.DetachRolePolicy(IamName, arn)),
            .. InlinePolicies.Select(policy => new PlanStep.DeleteRolePolicy(IamName, policy)),
            new PlanStep.DeleteRole(IamName),
        ];
}
