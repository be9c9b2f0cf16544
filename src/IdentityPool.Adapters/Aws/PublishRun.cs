using IdentityPools.Planning;
using IdentityPools.Ports;
using IdentityPools.Values;

namespace IdentityPools.Aws;

/// <summary>One try to carry out a plan: the calls in order, and the way back when a creation fails.</summary>
internal sealed class PublishRun
{
    private readonly PublishPlan plan;
    private readonly ICallObserver observer;
    private readonly TimeProvider clock;
    private readonly CancellationToken cancellation;
    private readonly StepExecutor executor;
    private readonly RetryingExecutor retrying;
    private readonly DuplicatePoolCheck duplicates;
    private readonly Names names = new();
    private PoolState? duplicate;
    private readonly Stack<(PlanStep Step, PlanStep Back)> undo = new();

    public PublishRun(AwsClients clients, PublishPlan plan, ICallObserver observer, CancellationToken cancellation)
    {
        (this.plan, this.observer, this.cancellation, clock) = (plan, observer, cancellation, clients.Clock);
        // What was begun is brought to its end, so looking for what a lost answer made must not be cut off either.
        var calls = new ApiCalls(clients.Places, observer);
        var pools = new PoolReader(clients, calls, CancellationToken.None);
        executor = new(clients, calls, plan.Account);
        retrying = new(
            executor,
            pools,
            new(clients, calls, CancellationToken.None),
            new(clients, calls, CancellationToken.None),
            new(clients, calls, observer, CancellationToken.None),
            plan,
            clock,
            observer,
            cancellation
        );
        duplicates = new(pools, plan.Name, clock, cancellation);
    }

    public async Task<IdentityPool> ExecuteAsync()
    {
        for (var done = 0; done < plan.Steps.Count; done++)
        {
            if (cancellation.IsCancellationRequested)
            {
                observer.Warned(Stopped(done));
                cancellation.ThrowIfCancellationRequested();
            }

            var step = plan.Steps[done].Resolved(names.Resolve);
            observer.Progressed(done, plan.Steps.Count, step.ToString());
            try
            {
                await ExecuteAsync(step).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                observer.Warned(Stopped(done));
                throw;
            }
            catch (ServiceException exception)
            {
                throw await GiveUpAsync(exception, done).ConfigureAwait(false);
            }
        }

        return PublishedState.From(plan, names.Resolve);
    }

    private async Task ExecuteAsync(PlanStep step)
    {
        var back = Undo.For(step);
        if (back is not null)
        {
            undo.Push((step, back));
        }

        try
        {
            var (learned, isOurs) = await retrying.ExecuteAsync(step).ConfigureAwait(false);
            names.Learn(learned);
            observer.Changed(step.ToString());
            if (back is not null && !isOurs)
            {
                undo.Pop();
            }
        }
        catch (ServiceException exception) when (!exception.MayHaveHappened && back is not null)
        {
            undo.Pop();
            throw;
        }

        if (step is PlanStep.CreatePool)
        {
            duplicate = await duplicates.FindAsync(names.Resolve(Pending.PoolId)).ConfigureAwait(false);
            if (duplicate is not null)
            {
                throw new ServiceException(
                    nameof(Messages.WithdrewForTwin),
                    ServiceErrorKind.Conflict,
                    MessageText.Format(nameof(Messages.WithdrewForTwin), plan.Name, duplicate.Id),
                    plan.Desired
                );
            }
        }
    }

    /// <summary>What became of the calls that worked before one did not.</summary>
    private async Task<ServiceException> GiveUpAsync(ServiceException exception, int done)
    {
        // Only a pool that this run was creating can go again; of one that existed nobody knows what it was like.
        if (!plan.IsCreation || (plan.Options.NoRollback && duplicate is null))
        {
            return done == 0
                ? exception
                : exception.Ending(exception.ErrorId, MessageText.Format(nameof(Messages.LeftAsIs), exception.Message, plan.Name), plan.Desired);
        }

        if (undo.Count == 0)
        {
            return exception;
        }

        var made = undo.Where(part => !IsUsedByDuplicate(part.Back)).Select(part => (part.Step, Back: part.Back.Resolved(names.Resolve))).ToList();
        var makers = new Dictionary<PlanStep, PlanStep>(ReferenceEqualityComparer.Instance);
        made.ForEach(part => makers.Add(part.Back, part.Step));
        var dismantler = new Dismantler(back => UndoAsync(makers[back], back), clock, CancellationToken.None);
        var left = await dismantler.RunAsync([.. made.Select(part => part.Back)]).ConfigureAwait(false);
        if (left.Count == 0)
        {
            return exception.Ending(exception.ErrorId, MessageText.Format(nameof(Messages.RolledBack), exception.Message, plan.Name), plan.Desired);
        }

        var reasons = string.Join(" ", dismantler.Obstacles.Select(obstacle => obstacle.Message));
        var roles = plan.Wanted.Roles.Select(role => role.Map(names.Resolve)).Select(role => KeyValuePair.Create(role.IamName, role.Arn));
        var remainders = left.Select(back => Undo.Remainder(back.Resolved(names.Resolve), plan.Account, ValueMap<string>.Create(roles)));
        return exception.Ending(
            nameof(Messages.RollbackIncomplete),
            MessageText.Format(
                nameof(Messages.RollbackIncomplete),
                exception.Message,
                plan.Name,
                reasons,
                string.Join(", ", remainders.Select(Pending.Readable))
            ),
            plan.Desired
        );
    }

    /// <summary>What this run made and the other pool, which stays, found and uses.</summary>
    private bool IsUsedByDuplicate(PlanStep back) =>
        duplicate is not null
        && back.Resolved(names.Resolve) switch
        {
            PlanStep.DeleteOpenIdConnectProvider provider => duplicate.OpenIdConnectProviderArns.Contains(provider.Arn),
            PlanStep.RemoveClientId audience => duplicate.OpenIdConnectProviderArns.Contains(audience.Arn),
            PlanStep.DeleteSamlProvider provider => duplicate.SamlProviderArns.Contains(provider.Arn),
            PlanStep.DeleteUserPool userPool => duplicate.ProviderNames.Any(name => name.EndsWith("/" + userPool.Id, StringComparison.Ordinal)),
            PlanStep.DeleteClient client => duplicate.UserPools.Any(provider => provider.ClientId == client.ClientId),
            _ => false,
        };

    private async Task UndoAsync(PlanStep step, PlanStep back)
    {
        var call = back.Resolved(names.Resolve);
        if (Pending.IsIn(call.Target))
        {
            // No name was ever heard: the answer was lost, and what it told of may be there all the same.
            if (await retrying.FindMadeAsync(step).ConfigureAwait(false) is not { } found)
            {
                return;
            }

            names.Learn(found);
            call = back.Resolved(names.Resolve);
        }

        await executor.ExecuteAsync(call).ConfigureAwait(false);
        observer.Changed(call.ToString());
    }

    private string Stopped(int done) =>
        MessageText.Format(
            nameof(Messages.PoolStopped),
            plan.Name,
            done,
            plan.Steps.Count,
            done == 0 ? Messages.Nothing : string.Join("; ", plan.Steps.Take(done)),
            string.Join("; ", plan.Steps.Skip(done))
        );
}
