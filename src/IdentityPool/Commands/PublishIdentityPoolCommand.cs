using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;
using IdentityPools.Live;
using IdentityPools.Model;
using IdentityPools.Planning;
using IdentityPools.Values;

namespace IdentityPools.Commands;

/// <summary>Brings definitions to AWS: creates pools, or changes them into what their definitions say.</summary>
[Cmdlet(
    VerbsData.Publish,
    "IdentityPool",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = HelpPages.Base + "Publish-IdentityPool.md"
)]
[OutputType(typeof(IdentityPool))]
public sealed class PublishIdentityPoolCommand : LiveCommand
{
    private readonly List<Publication> publications = [];
    private readonly KeptDifferences kept = new();
    private readonly HashSet<string> named = new(StringComparer.Ordinal);
    private Consent? consent;
    private LoginProvider? twitter;
    private ValueList<string>? approvedHashes;

    /// <summary>The definitions.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(VariableCompleter<IdentityPool>))]
    [TakeStored]
    public IdentityPool InputObject { get; set; } = null!;

    /// <summary>The pool to change, for a definition without an id. Without it the definition's id decides, else its name.</summary>
    [Parameter]
    [Alias("IdentityPoolId")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(IdentityPoolIdCompleter))]
    public string? Id { get; set; }

    /// <summary>Takes over a pool of that name that was not made here.</summary>
    [Parameter]
    [RejectNull]
    public SwitchParameter Adopt { get; set; }

    /// <summary>Removes what the definition does not mention.</summary>
    [Parameter]
    [RejectNull]
    public SwitchParameter Prune { get; set; }

    /// <summary>Writes every part that the definition holds, also those that AWS has changed since it was read.</summary>
    [Parameter]
    [RejectNull]
    public SwitchParameter Overwrite { get; set; }

    /// <summary>Twitter's consumer key and secret, as user name and password, where a definition knows the secret only as a parameter of a template.</summary>
    [Parameter]
    [ValidateNotNull]
    [Credential]
    [ArgumentCompleter(typeof(VariableCompleter<PSCredential>))]
    public PSCredential? Twitter { get; set; }

    /// <summary>The hashes of the plans that were approved; a pool whose plan is none of them is not changed.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyCollection]
    [AllowEmptyString]
    public string[]? PlanHash { get; set; }

    /// <summary>Leaves what was made when creation fails half-way; the next run carries on from there.</summary>
    [Parameter]
    public SwitchParameter NoRollback { get; set; }

    /// <summary>Publishes without asking. -WhatIf and an explicit -Confirm still count.</summary>
    [Parameter]
    [RejectNull]
    public SwitchParameter Force { get; set; }

    /// <summary>How many pools are worked on at the same time.</summary>
    [Parameter]
    [ValidateRange(1, 64)]
    public int ThrottleLimit { get; set; } = 5;

    /// <summary>Emits the pools as they are then.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private Consent Consent => consent ??= new(this, ConfirmImpact.Medium, MessageText.Format(nameof(Messages.PublishCaption)), Force);

    /// <inheritdoc/>
    private protected override void CheckArguments()
    {
        if (Id is not null)
        {
            IdentityPoolId.Check(Id);
        }

        twitter = Twitter is null ? null : TwitterArgument.Read(Twitter);
        // A variable of a pipeline that found nothing to approve is empty: then nothing is approved.
        approvedHashes = this.IsBound(nameof(PlanHash))
            ? (PlanHash ?? []).Where(hash => !string.IsNullOrWhiteSpace(hash)).Select(hash => Planning.PlanHash.Check(hash.Trim())).Distinct().ToValueList()
            : null;
    }

    /// <inheritdoc/>
    private protected override void Process() =>
        Item(
            InputObject,
            () =>
            {
                CheckOwnId();
                var definition = twitter is null ? InputObject : InputObject.WithTwitterSecret(twitter);
                var service = ServiceFor(definition, Id);
                CheckNew(named, definition, Id ?? definition.Id ?? definition.TypedName?.ToString());
                publications.Add(new(definition, service, Observer(definition.ToString())));
            }
        );

    /// <inheritdoc/>
    private protected override void Leaving()
    {
        foreach (var exception in publications.Where(publication => !publication.IsTold).Select(publication => publication.Failure).OfType<Exception>())
        {
            SayLast(exception.Message);
        }

        if (publications.Exists(publication => publication.Work is not null) && publications.Exists(publication => publication.Failure is null))
        {
            SayLast(Standing(publications));
        }
    }

    /// <summary>
    /// Plans, asks and publishes, so many pools at the same time. Questions and results come in the order of the pipeline; what was agreed to begins at
    /// once, so that a plan is hardly older than the calls that it makes.
    /// </summary>
    private protected override void Complete()
    {
        var options = new PublishOptions
        {
            Id = Id,
            Adopt = Adopt,
            Prune = Prune,
            Overwrite = Overwrite,
            NoRollback = NoRollback,
            ApprovedHashes = approvedHashes,
            Shared = SharedAudiences.Collect(publications.Select(publication => publication.Definition)),
        };
        var throttle = new Throttle(Pump, ThrottleLimit);
        OrderByParts();
        Bar.ExpectPools(publications.Count);
        var found = new HashSet<string>(StringComparer.Ordinal);
        var plannings = publications.Select(publication => throttle.Enter(cancellation => publication.PlanAsync(options, cancellation))).ToList();
        var begun = new Queue<Publication>();
        foreach (var (publication, planning) in publications.Zip(plannings))
        {
            FinishUntil(planning, begun);
            Item(publication.Definition, () => Begin(publication, planning, throttle, found));
            if (publication.Work is null)
            {
                Bar.Settle(publication.Observer);
            }
            else
            {
                begun.Enqueue(publication);
            }
        }

        if (kept.ToSentence(nameof(Messages.KeptUnshown)) is { } text)
        {
            WriteWarning(text);
        }

        while (begun.TryDequeue(out var publication))
        {
            Finish(publication);
        }
    }

    /// <summary>
    /// Writes in order what is published already, and goes on with it until the next plan is there: a command that wants no more ends before the pools begin
    /// that still wait for a place.
    /// </summary>
    private void FinishUntil(Task<PublishPlan> planning, Queue<Publication> begun)
    {
        while (begun.TryPeek(out var first))
        {
            if (!planning.IsCompleted && !first.Work!.IsCompleted)
            {
                Pump.Wait(Task.WhenAny(planning, first.Work));
            }

            if (!first.Work!.IsCompleted)
            {
                return;
            }

            Finish(begun.Dequeue());
        }
    }

    /// <summary>A user pool or provider that several definitions create is one: the first makes it, the others find it.</summary>
    private void OrderByParts()
    {
        if (Consent.IsWhatIf)
        {
            // Nothing is made, so there is nothing to wait for.
            return;
        }

        var makers = new Dictionary<string, List<Publication>>(StringComparer.Ordinal);
        foreach (var publication in publications)
        {
            foreach (var part in SharedParts.Find(publication.Definition))
            {
                if (!makers.TryGetValue(part, out var others))
                {
                    makers.Add(part, others = []);
                }

                publication.Follow(others);
                others.Add(publication);
            }
        }
    }

    private void Begin(Publication publication, Task<PublishPlan> planning, Throttle throttle, HashSet<string> found)
    {
        Bar.Planned(publication.Name, publications.IndexOf(publication));
        var plan = Pump.Wait(planning);
        try
        {
            CheckNew(found, publication.Definition, plan.Id);
            var isAgreed = IsAgreed(plan);
            if (isAgreed || (plan.Steps.Count == 0 && !Consent.IsWhatIf))
            {
                kept.Add(plan.Name, plan.Kept.Count(change => !change.IsTakenOver));
            }

            if (isAgreed)
            {
                Bar.ExpectSteps(publication.Observer, plan.Steps.Count);
                publication.Work = throttle.Finish(publication.PublishAsync);
            }
        }
        finally
        {
            if (publication.Work is null)
            {
                publication.Skip();
                throttle.Leave();
            }
        }
    }

    private bool IsAgreed(PublishPlan plan)
    {
        var isUnchanged = plan.Steps.Count == 0;
        var text = isUnchanged ? PlanText.Unchanged(plan) : PlanText.Write(plan);
        if (isUnchanged && !Consent.IsWhatIf)
        {
            WriteVerbose(text);
            return PassThru;
        }

        if (!plan.IsApproved)
        {
            WriteVerbose(text);
            plan.CheckApproved();
        }

        // Whoever approved the plan has agreed to what it takes away.
        return Consent.IsGiven((plan.Desired, plan.LiveName), text, approvedHashes is null ? PlanText.Losses(plan) : null);
    }

    /// <summary>What was read of one pool would take another one's place: no question names both, so that nobody could know what is agreed to.</summary>
    private void CheckOwnId()
    {
        if (Id is not null && InputObject.Id is { } own && own != Id)
        {
            throw DefinitionErrors.Create(nameof(Messages.DefinitionOfOtherPool), InputObject, InputObject, own, Id);
        }
    }

    private static void CheckNew(HashSet<string> seen, IdentityPool definition, string? name)
    {
        if (name is not null && !seen.Add(name))
        {
            throw DefinitionErrors.Create(nameof(Messages.SamePoolTwice), definition, name);
        }
    }

    private void Finish(Publication publication) =>
        Item(
            publication.Definition,
            () =>
            {
                var pool = Result(publication);
                if (PassThru)
                {
                    WriteObject(LivePool.Mark(pool));
                }
            }
        );

    private IdentityPool Result(Publication publication)
    {
        try
        {
            return Pump.Wait(publication.Work!);
        }
        catch (Exception exception) when (ReferenceEquals(exception, publication.Failure))
        {
            publication.IsTold = true;
            throw;
        }
    }

    /// <summary>What is done and what is not.</summary>
    private static string Standing(List<Publication> publications)
    {
        var names = publications.ToLookup(publication => publication.IsDone, publication => publication.Name);
        if (!names.Contains(false))
        {
            return MessageText.Format(nameof(Messages.PublishStoppedLast), string.Join(", ", names[true]));
        }

        var notStarted = publications.Where(publication => publication is { IsDone: false, PartDone: null, Failure: null });
        (string Message, IEnumerable<string> Names)[] lists =
        [
            (nameof(Messages.PublishStoppedDone), names[true]),
            (nameof(Messages.PublishStoppedPartly), publications.Select(publication => publication.PartDone).OfType<string>()),
            (nameof(Messages.PublishStoppedNotStarted), notStarted.Select(publication => publication.Name)),
        ];
        var known = lists.Where(list => list.Names.Any()).Select(list => MessageText.Format(list.Message, string.Join(", ", list.Names)));
        return MessageText.Format(nameof(Messages.PublishStopped), string.Join(' ', known));
    }
}
