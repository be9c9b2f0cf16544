using IdentityPools.Planning;
using IdentityPools.Ports;
using IdentityPools.Values;

namespace IdentityPools.Aws;

/// <summary>Tells whether what a plan was made of is still so: a call that replaces a whole would silently undo what someone else did in between.</summary>
internal static class PlanFreshness
{
    /// <summary>As long as a plan is made and carried out at once; a question to a person takes longer.</summary>
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(2);

    public static bool IsOld(PublishPlan plan, TimeProvider clock) => clock.GetElapsedTime(plan.ReadAt) > Age;

    /// <summary>Compares a plan with one that was made now.</summary>
    /// <exception cref="ServiceException">Someone changed something in between.</exception>
    public static void Check(PublishPlan plan, PublishPlan now)
    {
        if (plan.Id != now.Id || plan.Actual != now.Actual)
        {
            throw Changed(plan);
        }
    }

    /// <summary>Looks again at the part that a step is about to replace.</summary>
    /// <exception cref="ServiceException">Someone changed it in between.</exception>
    public static async Task CheckAsync(PublishPlan plan, PlanStep step, PoolReader pools)
    {
        if (plan.Id is { } id && (await IsChangedAsync(plan, step, id, pools).ConfigureAwait(false)))
        {
            throw Changed(plan);
        }
    }

    private static async Task<bool> IsChangedAsync(PublishPlan plan, PlanStep step, string id, PoolReader pools) =>
        step switch
        {
            PlanStep.UpdatePool => (await pools.DescribeAsync(id).ConfigureAwait(false)) != plan.Actual.Pool,
            PlanStep.SetRoles => (await pools.RolesAsync(id).ConfigureAwait(false)) != plan.Actual.Attachment,
            _ => false,
        };

    /// <summary>Someone changed something since the plan was made.</summary>
    public static ServiceException Changed(PublishPlan plan) =>
        new(
            nameof(Messages.PoolChangedSincePlan),
            ServiceErrorKind.Conflict,
            MessageText.Format(nameof(Messages.PoolChangedSincePlan), plan.Name),
            plan.Desired
        );
}
