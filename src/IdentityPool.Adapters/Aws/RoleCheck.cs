using IdentityPools.Model;
using IdentityPools.Planning;
using IdentityPools.Policies;
using IdentityPools.Ports;
using IdentityPools.Template;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Aws;

/// <summary>
/// Looks at the roles that were not made here and that a pool is about to give for the first time, or to grant something to. AWS takes any ARN of a role, and
/// says only when someone asks for credentials that the pool is not well configured; what is granted goes to the role of that name, wherever it is.
/// </summary>
internal sealed class RoleCheck(RoleReader roles, AwsAccount account, ICallObserver observer)
{
    /// <exception cref="DefinitionException">
    /// A role does not exist, or cannot be assumed by identities of the pool, or not with the session tags that they are to bring.
    /// </exception>
    public async Task CheckAsync(PublishPlan plan)
    {
        var attachment = plan.Steps.OfType<PlanStep.SetRoles>().FirstOrDefault()?.Attachment ?? plan.Actual.Attachment;
        var ours = plan
            .Wanted.Roles.Where(role => role.AttachedAs is null)
            .Concat(plan.Wanted.DefaultRoles)
            .Concat(plan.Actual.Roles.Where(role => plan.Id is { } id && role.IsManagedBy(id)))
            .Select(role => role.Arn)
            .ToHashSet(StringComparer.Ordinal);
        var known = plan.Actual.Attachment.RoleArns.Concat(RolesOf(plan.Actual)).ToHashSet(StringComparer.Ordinal);
        var tagged = plan.Wanted.NewlyTaggedRoles.ToHashSet(StringComparer.Ordinal);
        var granted = Granted(plan);
        var others = attachment
            .RoleArns.Union(RolesOf(plan.Wanted), StringComparer.Ordinal)
            .Where(arn => !Pending.IsIn(arn) && !ours.Contains(arn) && account.Owns(arn));
        await Task.WhenAll(
                others
                    .Where(arn => !known.Contains(arn) || tagged.Contains(arn) || granted.Contains(arn))
                    .Select(arn => CheckAsync(plan, arn, attachment, isNew: !known.Contains(arn), isTagged: tagged.Contains(arn)))
            )
            .ConfigureAwait(false);
    }

    private static IEnumerable<string> RolesOf(LiveState state) => state.Groups.Select(group => group.RoleArn).OfType<string>();

    /// <summary>The roles, by their ARNs, whose policy of this pool is written.</summary>
    private static HashSet<string> Granted(PublishPlan plan)
    {
        var names = plan.Steps.OfType<PlanStep.PutRolePolicy>().Select(step => step.RoleName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return plan
            .Desired.Roles.Where(role => role is { IsManaged: false, Statements.Count: > 0 })
            .Select(role => role.TypedArn!.Literal!)
            .Where(arn => names.Contains(Arn.Parse(arn).Name))
            .ToHashSet(StringComparer.Ordinal);
    }

    private async Task CheckAsync(PublishPlan plan, string arn, AttachmentState attachment, bool isNew, bool isTagged)
    {
        RoleState? role;
        try
        {
            role = await roles.TrustAsync(Arn.Parse(arn).Name).ConfigureAwait(false);
        }
        catch (ServiceException exception) when (exception.Kind == ServiceErrorKind.Denied)
        {
            observer.Warned(MessageText.Format(nameof(Messages.RoleNotRead), arn, exception.Message));
            return;
        }

        if (role is null || role.Arn != arn)
        {
            throw DefinitionErrors.Create(nameof(Messages.RoleMissing), plan.Desired, arn, plan.Name);
        }

        if (isNew && !Grants(TrustPolicy.Assume))
        {
            throw DefinitionErrors.Create(nameof(Messages.RoleDoesNotTrustPool), plan.Desired, arn, plan.Name, role.Trust);
        }

        if (isTagged && !Grants(TrustPolicy.TagSession))
        {
            throw DefinitionErrors.Create(nameof(Messages.RoleForbidsSessionTags), plan.Desired, arn, plan.Name);
        }

        if (isNew && plan.IsCreation)
        {
            observer.Warned(MessageText.Format(nameof(Messages.RoleTrustsOtherPools), arn, plan.Name, Messages.IdOfThePool));
        }

        // What cannot be read, AWS would not grant either.
        bool Grants(string action) =>
            new DocumentReader(new(plan.Desired)).Read(role.Trust) is { } trust
            && PoolTrust.IsGranted(
                trust,
                plan.Id ?? AudienceOf(role),
                account.Partition.TrustPrincipal,
                isGuest: arn == attachment.UnauthenticatedRole,
                action
            );
    }

    /// <summary>A pool that the role trusts: a pool that does not exist yet cannot stand in any trust policy.</summary>
    private string AudienceOf(RoleState role) =>
        Texts(role.Trust, account.Partition.TrustPrincipal + ":aud", isInside: false).FirstOrDefault() ?? $"{account.Region}:{Guid.Empty}";

    private static IEnumerable<string> Texts(TemplateNode node, string key, bool isInside) =>
        node switch
        {
            TemplateScalar scalar => isInside ? [scalar.Text] : [],
            TemplateSequence sequence => sequence.SelectMany(item => Texts(item, key, isInside)),
            TemplateMapping mapping => mapping.SelectMany(entry => Texts(entry.Value, key, isInside || entry.Key == key)),
            _ => [],
        };
}
