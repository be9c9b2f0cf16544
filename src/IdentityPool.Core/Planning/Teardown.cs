namespace IdentityPools.Planning;

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
            // IAM deletes no role that has policies.
            (PlanStep.DeleteRolePolicy policy, PlanStep.DeleteRole role) => policy.RoleName == role.RoleName,
            (PlanStep.DetachRolePolicy policy, PlanStep.DeleteRole role) => policy.RoleName == role.RoleName,
            _ => false,
        };
}
