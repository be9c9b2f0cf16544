namespace IdentityPools.Planning;

/// <summary>How the calls that make something are rolled back.</summary>
internal static class Undo
{
    /// <summary>The call that takes a step back, or null where deleting what it belongs to is enough.</summary>
    public static PlanStep? For(PlanStep step) =>
        step switch
        {
            PlanStep.CreateUserPool create => new PlanStep.DeleteUserPool(create.UserPool.Id),
            PlanStep.CreateClient create => new PlanStep.DeleteClient(create.Client.UserPoolId, create.Client.ClientId),
            PlanStep.CreateGroup create => new PlanStep.DeleteGroup(create.Group.UserPoolId, create.Group.Name),
            PlanStep.UpdateGroup update => new PlanStep.UpdateGroup(update.Before, update.Group),
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
            PlanStep.DeleteGroup left => $"group {left.Name} of {account.UserPoolArn(left.UserPoolId)}",
            PlanStep.UpdateGroup left => $"role of group {left.Group.Name} of {account.UserPoolArn(left.Group.UserPoolId)}",
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

/// <summary>What has to stay while something else could not be taken away.</summary>
internal static class Teardown
{
    /// <summary>Whether a call would delete what something that is left points to.</summary>
    /// <param name="step">The call.</param>
    /// <param name="failed">The calls that did not work.</param>
    /// <param name="waiting">The calls that wait for one of those; roles may wait for the pool, and the pool does not wait for them then.</param>
    public static bool HasToWait(PlanStep step, IEnumerable<PlanStep> failed, IEnumerable<PlanStep> waiting) =>
        failed.Concat(waiting.Where(other => other is PlanStep.DeletePool)).Any(other => KeepsAlive(other, step));

    /// <summary>Whether what a call was about is gone with what another call deleted.</summary>
    public static bool GoesWith(PlanStep left, PlanStep deleted) =>
        (deleted, left) switch
        {
            (PlanStep.DeletePool pool, PlanStep.SetRoles roles) => roles.PoolId == pool.Id,
            (PlanStep.DeleteUserPool userPool, PlanStep.DeleteClient client) => client.UserPoolId == userPool.Id,
            (PlanStep.DeleteUserPool userPool, PlanStep.DeleteGroup group) => group.UserPoolId == userPool.Id,
            _ => false,
        };

    private static bool KeepsAlive(PlanStep left, PlanStep step) =>
        (left, step) switch
        {
            // A pool points to its roles, clients and providers; nothing else is made or removed with it.
            (PlanStep.DeletePool, _) => true,
            (PlanStep.SetRoles, PlanStep.DeleteRole) => true,
            // A role and its policies bear the pool's id: only as long as the pool is there does the next run find them.
            (PlanStep.DeleteRole or PlanStep.DeleteRolePolicy or PlanStep.DetachRolePolicy, PlanStep.DeletePool) => true,
            // A group must not name a role that is gone.
            (PlanStep.DeleteGroup or PlanStep.UpdateGroup, PlanStep.DeleteRole or PlanStep.DeletePool) => true,
            // IAM deletes no role that has policies.
            (PlanStep.DeleteRolePolicy policy, PlanStep.DeleteRole role) => policy.RoleName == role.RoleName,
            (PlanStep.DetachRolePolicy policy, PlanStep.DeleteRole role) => policy.RoleName == role.RoleName,
            _ => false,
        };
}
