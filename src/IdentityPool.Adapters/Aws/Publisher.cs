using IdentityPools.Planning;
using IdentityPools.Ports;

namespace IdentityPools.Aws;

/// <summary>Carries out plans.</summary>
internal sealed class Publisher(AwsClients clients, ICallObserver observer, CancellationToken cancellation)
{
    private const int Replans = 3;

    /// <summary>Brings the pool to what the plan wants and gives it as it is then.</summary>
    /// <exception cref="ServiceException">AWS refused; the message says what became of the calls before.</exception>
    public async Task<IdentityPool> PublishAsync(PublishPlan plan)
    {
        if (plan.Steps.Count > 0 && PlanFreshness.IsOld(plan, clients.Clock))
        {
            PlanFreshness.Check(plan, await PlanAgainAsync(plan).ConfigureAwait(false));
        }

        for (var replans = 0; ; replans++)
        {
            plan.CheckTakenOver();
            var run = new PublishRun(clients, plan, observer, cancellation);
            try
            {
                return await run.ExecuteAsync().ConfigureAwait(false);
            }
            catch (ServiceException exception) when (replans < Replans && IsOvertaken(exception))
            {
                // Someone else publishes too. What they did is read and built upon; that more of it would go than was agreed to, or that the plan is no longer
                // the one that was approved, ends the work.
                var again = await PlanAgainAsync(plan).ConfigureAwait(false);
                if (again.Losses.Except(plan.Losses).Any() || !again.IsApproved)
                {
                    throw;
                }

                plan = again;
            }
        }
    }

    private static bool IsOvertaken(ServiceException exception) =>
        exception.ErrorId is nameof(Messages.PoolChangedSincePlan) or nameof(Messages.WithdrewForTwin);

    private async Task<PublishPlan> PlanAgainAsync(PublishPlan plan)
    {
        var reader = new PlanReader(clients, plan.Account, plan.Desired, plan.Options, observer, cancellation);
        return await reader.ReadAsync().ConfigureAwait(false);
    }
}
