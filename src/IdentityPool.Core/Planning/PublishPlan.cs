using IdentityPools.Model;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Planning;

/// <summary>All that has to be done for a pool to be as defined, in order.</summary>
internal sealed record PublishPlan
{
    /// <summary>The definition.</summary>
    public required IdentityPool Desired { get; init; }

    public required PublishOptions Options { get; init; }

    /// <summary>The pool's name.</summary>
    public required string Name { get; init; }

    /// <summary>The name that the pool has now; the new one when it will be created.</summary>
    public string LiveName => Actual.Pool?.Name ?? Name;

    /// <summary>The pool's id; null when it will be created.</summary>
    public required string? Id { get; init; }

    /// <summary>The calls, in order.</summary>
    public required ValueList<PlanStep> Steps { get; init; }

    /// <summary>What stays although the definition does not mention it.</summary>
    public required ValueList<IdentityPoolChange> Kept { get; init; }

    /// <summary>What was found when the plan was made.</summary>
    public required LiveState Actual { get; init; }

    /// <summary>What should be, where names that AWS will give stand as marks.</summary>
    public required LiveState Wanted { get; init; }

    public required AwsAccount Account { get; init; }

    /// <summary>When the state was read, in ticks of <see cref="TimeProvider.GetTimestamp"/>.</summary>
    public required long ReadAt { get; init; }

    /// <summary>The parts of a template in whose place nothing is attached, for people.</summary>
    public ValueList<string> Unattached { get; init; } = [];

    /// <summary>Whether the pool will be created.</summary>
    public bool IsCreation => Id is null;

    /// <summary>What would be deleted, detached or taken away.</summary>
    public IEnumerable<IdentityPoolChange> Losses => Steps.SelectMany(step => step.Changes).Where(change => change.IsLoss);

    /// <summary>Every difference, then what is kept.</summary>
    public IEnumerable<IdentityPoolChange> Changes => Steps.SelectMany(step => step.Changes).Concat(Kept);

    /// <summary>What tells the plan from every other one; null when there is nothing to do.</summary>
    public string? Hash => Steps.Count == 0 ? null : PlanHash.Create(this);

    /// <summary>Whether the plan is one of those that were approved. One that does nothing needs no approval, nor does any where none is asked for.</summary>
    public bool IsApproved => Options.ApprovedHashes is not { } hashes || Hash is not { } hash || hashes.Contains(hash);

    /// <exception cref="DefinitionException">Plans were approved, and this is none of them.</exception>
    public void CheckApproved()
    {
        if (!IsApproved)
        {
            throw DefinitionErrors.Create(
                nameof(Messages.PlanNotApproved),
                Desired,
                LiveName,
                Hash,
                Options.ApprovedHashes!.Count == 0 ? Messages.None : Options.ApprovedHashes
            );
        }
    }

    /// <summary>A pool with its parts that others made is changed only by who takes it over, and no part of it is made a second time.</summary>
    /// <exception cref="DefinitionException">The pool is not taken over, or has what publishing does not change.</exception>
    public void CheckTakenOver()
    {
        if (Actual.Pool is not { } pool)
        {
            return;
        }

        var isOthers = !Bookkeeping.IsManaged(pool.Tags) && !Options.Adopt;
        if (isOthers && Bookkeeping.StackOf(pool.Tags) is { } stack)
        {
            throw DefinitionErrors.Create(nameof(Messages.PoolOfStack), Desired, pool.Name, pool.Id, stack);
        }

        var attached = Wanted.Roles.Where(role => role.AttachedAs is not null).ToList();
        if (isOthers && attached.Count > 0)
        {
            throw DefinitionErrors.Create(nameof(Messages.PartsNotManaged), Desired, pool.Name, pool.Id, string.Join(", ", attached.Select(role => role.Arn)));
        }

        if (Steps.OfType<PlanStep.PutRolePolicy>().FirstOrDefault(step => Pending.IsUnknown(step.Document.ToString())) is { } unknown)
        {
            throw DefinitionErrors.Create(
                nameof(Messages.UnresolvedIntrinsic),
                Desired,
                Desired,
                $"{PartPath.OfRole(unknown.RoleName)}.Statements",
                Pending.Readable(unknown.Document.ToString())
            );
        }

        if (Unattached.Count > 0)
        {
            throw DefinitionErrors.Create(nameof(Messages.NothingAttached), Desired, pool.Name, pool.Id, string.Join(", ", Unattached));
        }

        if (
            Steps
                .OfType<PlanStep.UpdateTrust>()
                .Select(step => attached.Find(role => role.IamName == step.RoleName))
                .FirstOrDefault(role => role is not null) is
            { } role
        )
        {
            throw DefinitionErrors.Create(nameof(Messages.AttachedTrustDiffers), Desired, role.Arn, role.AttachedAs);
        }
    }

    /// <exception cref="DefinitionException">A call would have to send a secret that is not known.</exception>
    public void CheckSecrets()
    {
        var sent = Steps.SelectMany(step =>
            step switch
            {
                PlanStep.CreatePool create => create.Pool.Secrets,
                PlanStep.UpdatePool update => update.Pool.Secrets,
                _ => [],
            }
        );
        if (sent.Any(secret => !secret.IsKnown))
        {
            throw DefinitionErrors.Create(nameof(Messages.SecretUnknown), Desired);
        }
    }
}

/// <summary>How a definition is brought to AWS.</summary>
internal sealed record PublishOptions
{
    /// <summary>The pool to change; without it the definition's id, else its name decides.</summary>
    public string? Id { get; init; }

    /// <summary>Takes over a pool of that name that was not made here.</summary>
    public bool Adopt { get; init; }

    /// <summary>Removes what the definition does not mention.</summary>
    public bool Prune { get; init; }

    /// <summary>Writes all that the definition holds, whatever it was read from.</summary>
    public bool Overwrite { get; init; }

    /// <summary>The hashes of the plans that may be carried out; null where none has to be approved.</summary>
    public ValueList<string>? ApprovedHashes { get; init; }

    /// <summary>What the definitions that are published together ask of the providers that they share; that is not pruned.</summary>
    public SharedAudiences Shared { get; init; } = SharedAudiences.None;

    /// <summary>Leaves what was made when creation fails half-way.</summary>
    public bool NoRollback { get; init; }
}

/// <summary>
/// The audiences that the definitions of one run ask for, by issuer. An account has one provider for an issuer: what one definition does not mention may be
/// what the next one needs.
/// </summary>
internal sealed record SharedAudiences
{
    public static readonly SharedAudiences None = new();

    private ValueMap<ValueList<string>> Audiences { get; init; } = ValueMap<ValueList<string>>.Empty;

    /// <summary>What definitions ask for together, as far as it stands in them as text.</summary>
    public static SharedAudiences Collect(IEnumerable<IdentityPool> definitions) =>
        new()
        {
            Audiences = ValueMap<ValueList<string>>.Create(
                definitions
                    .SelectMany(definition => definition.OpenIdConnectProviders)
                    .Where(provider => provider is { IsManaged: true, TypedUrl.Literal: not null })
                    .GroupBy(provider => provider.TypedUrl!.Literal!, StringComparer.Ordinal)
                    .Select(group =>
                        KeyValuePair.Create(
                            group.Key,
                            group.SelectMany(provider => provider.TypedClientIds).Select(clientId => clientId.Literal).OfType<string>().Distinct().ToValueList()
                        )
                    )
            ),
        };

    public IEnumerable<string> Collect(string url) => Audiences.GetValueOrDefault(url) ?? [];
}
