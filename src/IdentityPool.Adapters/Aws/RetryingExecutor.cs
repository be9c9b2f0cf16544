using System.Runtime.ExceptionServices;
using IdentityPools.Model;
using IdentityPools.Planning;
using IdentityPools.Ports;

namespace IdentityPools.Aws;

/// <summary>
/// Makes the calls of a plan as one who knows AWS: a creation whose answer was lost may have worked and is looked for before it is tried again; a role that
/// was just made may need a moment until others see it; two who change one pool at once have to take turns.
/// </summary>
internal sealed class RetryingExecutor(
    StepExecutor executor,
    PoolReader pools,
    RoleReader roles,
    SupportReader support,
    GroupReader groups,
    PublishPlan plan,
    TimeProvider clock,
    ICallObserver observer,
    CancellationToken cancellation
)
{
    private static readonly TimeSpan Propagation = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Repetition = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Contention = TimeSpan.FromSeconds(15);

    private readonly HashSet<string> madeRoles = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Makes the call; gives the names that AWS gave, and whether the thing was made by this call.</summary>
    public async Task<(ValueMap<string> Names, bool IsOurs)> ExecuteAsync(PlanStep step)
    {
        if (step is PlanStep.CreatePool or PlanStep.CreateClient or PlanStep.CreateUserPool)
        {
            return (await CreateAsync(step).ConfigureAwait(false), true);
        }

        var patience = new Backoff(Propagation, clock);
        var turns = new Backoff(Contention, clock);
        var repeats = new Backoff(Repetition, clock);
        while (true)
        {
            try
            {
                return (await CallAsync(step).ConfigureAwait(false), true);
            }
            catch (ServiceException exception) when (IsPropagation(step, exception))
            {
                await WaitAsync(patience, exception).ConfigureAwait(false);
            }
            catch (ServiceException exception) when (exception.ErrorId == nameof(Messages.AnswerUnreadable))
            {
                // The SDK repeats what was not answered, but not what was answered in part; all calls but those above may be made twice.
                await WaitAsync(repeats, exception).ConfigureAwait(false);
            }
            catch (ServiceException exception) when (IsContention(exception))
            {
                await WaitAsync(turns, exception).ConfigureAwait(false);
                await PlanFreshness.CheckAsync(plan, step, pools).ConfigureAwait(false);
            }
            catch (ServiceException exception) when (IsTaken(exception))
            {
                return (ValueMap<string>.Empty, await FindOursAsync(step, exception).ConfigureAwait(false));
            }
        }
    }

    private async Task<ValueMap<string>> CallAsync(PlanStep step)
    {
        if (MustLookAgain(step))
        {
            await PlanFreshness.CheckAsync(plan, step, pools).ConfigureAwait(false);
        }

        var names = await executor.ExecuteAsync(step).ConfigureAwait(false);
        Note(step);
        return names;
    }

    /// <summary>Waits before the next attempt; when the time for that is over, the exception is what the user gets.</summary>
    private async Task WaitAsync(Backoff backoff, ServiceException exception)
    {
        if (!await backoff.WaitAsync(cancellation).ConfigureAwait(false))
        {
            ExceptionDispatchInfo.Throw(exception);
        }

        observer.Repeats(exception);
    }

    /// <summary>Takes up what is there under the name already, if it is meant for this pool; tells whether this run made it.</summary>
    private async Task<bool> FindOursAsync(PlanStep step, ServiceException exception)
    {
        if (!await ExistsForUsAsync(step).ConfigureAwait(false))
        {
            ExceptionDispatchInfo.Throw(exception);
        }

        Note(step);
        // A role that bears the GUID of a pool that this run made cannot be anyone else's, nor a group that was not there and is just as it should be.
        return step is PlanStep.CreateRole or PlanStep.CreateGroup && plan.IsCreation;
    }

    /// <summary>Whether a call replaces a whole that was read a while ago. A second update of one run follows its own first one.</summary>
    private bool MustLookAgain(PlanStep step) =>
        PlanFreshness.IsOld(plan, clock)
        && (step is PlanStep.SetRoles || (step is PlanStep.UpdatePool && plan.Steps.OfType<PlanStep.UpdatePool>().Count() == 1));

    private void Note(PlanStep step)
    {
        if (step is PlanStep.CreateRole create)
        {
            madeRoles.Add(create.Role.IamName);
        }
    }

    /// <summary>Whether the exception is one that a role made a moment ago gives.</summary>
    private bool IsPropagation(PlanStep step, ServiceException exception) =>
        step switch
        {
            PlanStep.SetRoles set => set.Attachment.RoleArns.Any(arn => madeRoles.Contains(Arn.Parse(arn).Name))
                && (
                    exception.ErrorId == nameof(Messages.PassRoleDenied)
                    || exception is { Kind: ServiceErrorKind.Invalid, ErrorCode: "InvalidParameterException" }
                )
                && madeRoles.Any(role => exception.Message.Contains(role, StringComparison.OrdinalIgnoreCase)),
            PlanStep.PutRolePolicy put => exception.Kind == ServiceErrorKind.NotFound && madeRoles.Contains(put.RoleName),
            PlanStep.AttachRolePolicy attach => exception.Kind == ServiceErrorKind.NotFound && madeRoles.Contains(attach.RoleName),
            _ => false,
        };

    private static bool IsContention(ServiceException exception) => exception.ErrorCode?.StartsWith("ConcurrentModification", StringComparison.Ordinal) == true;

    private static bool IsTaken(ServiceException exception) =>
        exception.ErrorCode is { } code
        && (code.StartsWith("EntityAlreadyExists", StringComparison.Ordinal) || code.StartsWith("GroupExists", StringComparison.Ordinal));

    private async Task<ValueMap<string>> CreateAsync(PlanStep step)
    {
        var tries = new Backoff(Contention, clock);
        var isDoubtful = false;
        ServiceException? contradiction = null;
        while (true)
        {
            try
            {
                if (isDoubtful && await FindMadeAsync(step).ConfigureAwait(false) is { } made)
                {
                    return made;
                }

                if (contradiction is not null)
                {
                    // Who answers such a call so answers the next one no better, and each may make another one.
                    ExceptionDispatchInfo.Throw(contradiction);
                }

                isDoubtful = false;
                return await executor.ExecuteAsync(step).ConfigureAwait(false);
            }
            catch (ServiceException exception) when (exception.MayHaveHappened || exception.Kind == ServiceErrorKind.Throttled)
            {
                // As long as the search fails too, nothing is tried again that may have worked.
                isDoubtful |= exception.MayHaveHappened;
                contradiction ??= exception.ErrorId is nameof(Messages.InvalidAnswer) or nameof(Messages.AnswerOfAnother) or nameof(Messages.AnswerRedirects)
                    ? exception
                    : null;
                await WaitAsync(tries, exception).ConfigureAwait(false);
            }
        }
    }

    /// <summary>What a call made whose answer was lost. Before it, there was nothing of that name that could be taken for it.</summary>
    public async Task<ValueMap<string>?> FindMadeAsync(PlanStep step)
    {
        switch (step)
        {
            case PlanStep.CreatePool { Pool: var pool }:
                var named = await pools.NamedAsync(pool.Name).ConfigureAwait(false);
                return named.FirstOrDefault(other => Bookkeeping.IsManaged(other.Tags) && other.Id != plan.Id) is { } found
                    ? StepExecutor.KnownPool(found.Id)
                    : null;
            case PlanStep.CreateClient { Client: var client }:
                var clients = await support.ClientsNamedAsync(client.UserPoolId, client.Name).ConfigureAwait(false);
                return clients.Find(other => SupportPlanner.IsAsWanted(client, other)) is { } made
                    ? StepExecutor.Known((client.ClientId, made.ClientId))
                    : null;
            case PlanStep.CreateUserPool { UserPool: var userPool }:
                var userPools = await support.UserPoolsNamedAsync(userPool.Name).ConfigureAwait(false);
                return userPools.Find(other => Bookkeeping.IsManaged(other.Tags)) is { } known ? StepExecutor.Known((userPool.Id, known.Id)) : null;
            default:
                return null;
        }
    }

    /// <summary>Whether what is there already was made for this pool, by a try whose answer was lost or by someone who publishes the same.</summary>
    private async Task<bool> ExistsForUsAsync(PlanStep step) =>
        step switch
        {
            PlanStep.CreateRole create => await roles.TrustAsync(create.Role.IamName).ConfigureAwait(false) is { } role
                && role.Tags.TryGetValue(Bookkeeping.PoolId, out var owner)
                && owner == create.Role.Tags[Bookkeeping.PoolId],
            PlanStep.CreateGroup create => await groups.FindAsync(create.Group.UserPoolId, create.Group.Name).ConfigureAwait(false) is { } group
                && (group == create.Group ? true : throw PlanFreshness.Changed(plan)),
            PlanStep.CreateOpenIdConnectProvider create => await support.OpenIdConnectProviderAsync(create.Provider.Arn).ConfigureAwait(false) is { } known
                && Bookkeeping.IsManaged(known.Tags)
                && (known.Has(create.Provider) ? true : throw PlanFreshness.Changed(plan)),
            PlanStep.CreateSamlProvider create => await support.SamlProviderAsync(create.Provider.Arn, create.Provider.Name).ConfigureAwait(false) is { } known
                && Bookkeeping.IsManaged(known.Tags)
                && create.Provider.HasMetadataOf(known),
            _ => false,
        };
}
