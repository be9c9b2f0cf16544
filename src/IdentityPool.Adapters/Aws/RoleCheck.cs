using IdentityPools.Planning;
using IdentityPools.Policies;
using IdentityPools.Ports;
using IdentityPools.Template;
using IdentityPools.Validation;

namespace IdentityPools.Aws;

/// <summary>
/// Looks at the roles that a pool is about to give for the first time and that were not made here. AWS takes any ARN, and says only when somebody asks for
/// credentials that the pool is not well configured.
/// </summary>
internal sealed class RoleCheck(RoleReader roles, AwsAccount account, ICallObserver observer)
{
    /// <exception cref="DefinitionException">A role does not exist, or cannot be assumed by identities of the pool.</exception>
    public async Task CheckAsync(PublishPlan plan)
    {
        if (plan.Steps.OfType<PlanStep.SetRoles>().FirstOrDefault() is not { Attachment: var attachment })
        {
            return;
        }

        var known = plan.Actual.Attachment.RoleArns.Concat(plan.Wanted.Roles.Select(role => role.Arn)).ToHashSet(StringComparer.Ordinal);
        var others = attachment.RoleArns.Where(arn => !Pending.IsIn(arn) && !known.Contains(arn) && account.Owns(arn));
        await Task.WhenAll(others.Select(arn => CheckAsync(plan, arn, attachment))).ConfigureAwait(false);
    }

    private async Task CheckAsync(PublishPlan plan, string arn, AttachmentState attachment)
    {
        RoleState? role;
        try
        {
            role = await roles.TrustAsync(Arn.Parse(arn).Name).ConfigureAwait(false);
        }
        catch (ServiceException fault) when (fault.Kind == ServiceFaultKind.Denied)
        {
            observer.Warned(Fault.Sentence(nameof(Messages.RoleNotRead), arn, fault.Message));
            return;
        }

        if (role is null || role.Arn != arn)
        {
            throw Fault.Of(nameof(Messages.RoleMissing), plan.Desired, arn, plan.Name);
        }

        // What cannot be read, AWS would not grant either.
        if (
            new DocumentReader(new(plan.Desired)).Read(role.Trust) is { } trust
            && PoolTrust.IsGranted(
                trust,
                plan.Id ?? AudienceOf(role),
                account.Partition.TrustPrincipal,
                isGuest: arn == attachment.UnauthenticatedRole,
                TrustPolicy.Assume
            )
        )
        {
            if (plan.IsCreation)
            {
                observer.Warned(Fault.Sentence(nameof(Messages.RoleTrustsOtherPools), arn, plan.Name, Messages.IdOfThePool));
            }

            return;
        }

        throw Fault.Of(nameof(Messages.RoleDoesNotTrustPool), plan.Desired, arn, plan.Name, role.Trust);
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
