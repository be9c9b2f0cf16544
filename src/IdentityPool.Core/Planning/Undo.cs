namespace IdentityPools.Planning;

/// <summary>How the calls that make something are taken back.</summary>
internal static class Undo
{
    /// <summary>The call that takes a step back, or null where deleting what it belongs to is enough.</summary>
    public static PlanStep? Of(PlanStep step) =>
        step switch
        {
            PlanStep.CreateUserPool create => new PlanStep.DeleteUserPool(create.UserPool.Id),
            PlanStep.CreateClient create => new PlanStep.DeleteClient(create.Client.UserPoolId, create.Client.ClientId),
            PlanStep.CreateOpenIdConnectProvider create => new PlanStep.DeleteOpenIdConnectProvider(create.Provider.Arn),
            PlanStep.AddClientId add => new PlanStep.RemoveClientId(add.Arn, add.ClientId),
            PlanStep.CreateSamlProvider create => new PlanStep.DeleteSamlProvider(create.Provider.Arn),
            PlanStep.CreatePool create => new PlanStep.DeletePool(create.Pool.Id),
            PlanStep.CreateRole create => new PlanStep.DeleteRole(create.Role.IamName),
            PlanStep.PutRolePolicy put => new PlanStep.DeleteRolePolicy(put.RoleName, put.PolicyName),
            PlanStep.AttachRolePolicy attach => new PlanStep.DetachRolePolicy(attach.RoleName, attach.PolicyArn),
            // The pool may outlive its roles if it cannot be deleted; it must not speak of them then.
            PlanStep.SetRoles set => new PlanStep.SetRoles(set.PoolId, AttachmentState.Empty),
            _ => null,
        };

    /// <summary>What is left where such a call was not made, by its ARN.</summary>
    /// <param name="undo">The call.</param>
    /// <param name="account">Where it was to be made.</param>
    /// <param name="roles">The ARNs of roles by their names: a name does not tell the path.</param>
    public static string Remainder(PlanStep undo, AwsAccount account, ValueMap<string> roles)
    {
        return undo switch
        {
            PlanStep.DeleteUserPool left => account.UserPoolArn(left.Id),
            PlanStep.DeleteClient left => $"{account.UserPoolArn(left.UserPoolId)}/client/{left.ClientId}",
            PlanStep.DeletePool left => account.PoolArn(left.Id),
            PlanStep.SetRoles left => "roles of " + account.PoolArn(left.PoolId),
            PlanStep.DeleteRole left => RoleArn(left.RoleName),
            PlanStep.DeleteRolePolicy left => $"policy {left.PolicyName} of {RoleArn(left.RoleName)}",
            PlanStep.DetachRolePolicy left => $"{left.PolicyArn} on {RoleArn(left.RoleName)}",
            PlanStep.RemoveClientId left => $"audience {left.ClientId} of {left.Arn}",
            _ => undo.Target,
        };

        string RoleArn(string name) => roles.GetValueOrDefault(name) ?? account.RoleArn("/", name);
    }
}
