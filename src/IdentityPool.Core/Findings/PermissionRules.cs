using IdentityPools.Model;
using IdentityPools.Policies;
using static IdentityPools.Findings.FindingRule;

namespace IdentityPools.Findings;

/// <summary>What roles may do.</summary>
internal static class PermissionRules
{
    public static readonly IReadOnlyList<FindingRule> All =
    [
        // A document that is not a policy.
        OfRoles(
            FindingRuleId.PolicyUnreadable,
            FindingSeverity.Warning,
            IamGuide("reference_policies_grammar.html"),
            (_, role) => role.Documents.Unreadable.Select(name => Found(role.Subject, role.Role, name))
        ),
        // A part of a policy that a function chooses when the template is deployed.
        OfRoles(
            FindingRuleId.NotExamined,
            FindingSeverity.Information,
            new("https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html"),
            (_, role) => role.Documents.UnknownPolicies.Select(part => Found(role.Subject, role.Role, part.Name, part.Decider))
        ),
        // Policy variables that are not variables.
        OfRoles(
            FindingRuleId.PolicyVersionOld,
            FindingSeverity.Error,
            IamGuide("reference_policies_elements_version.html"),
            (_, role) =>
                role
                    .Documents.Seen.Where(document =>
                        document.Policy is { Version: not PolicyDocument.Version } policy && DocumentText.IsKnown(policy.Version ?? "") && policy.UsesVariables
                    )
                    .Select(document => Found(role.Subject, role.Role, document.Name, document.Policy.Version ?? Messages.NoVersion))
        ),
        // The role may do everything.
        OfPermissions(
            FindingRuleId.AdministratorAccess,
            FindingSeverity.Error,
            IamGuide("access_policies_managed-vs-inline.html"),
            (_, role) =>
                [
                    .. role.Grants.Where(grant => grant.IsAdministration).Select(grant => Found(role.Subject, role.Role, grant.Policy)),
                    .. role.Documents.ManagedPolicyArns.Where(BroadPolicies.IsAdministration).Select(arn => Found(role.Subject, role.Role, arn)),
                ]
        ),
        // Users have all of a service by a managed policy.
        OfPermissions(
            FindingRuleId.FullAccessPolicy,
            FindingSeverity.Warning,
            Guide("iam-roles.html"),
            (_, role) =>
                role is { IsForGuests: false }
                    ? role.Documents.ManagedPolicyArns.Where(BroadPolicies.IsFullAccess).Select(arn => Found(role.Subject, role.Role, arn))
                    : []
        ),
        // Users may do everything in a service.
        OfPermissions(
            FindingRuleId.WildcardAction,
            FindingSeverity.Warning,
            Guide("iam-roles.html"),
            (_, role) =>
                role is { IsForGuests: false } ? WildcardActions.Find(role).Select(grant => Found(role.Subject, role.Role, grant.Action, grant.Policy)) : []
        ),
        // Everything but some is allowed.
        OfPermissions(
            FindingRuleId.NotActionAllowed,
            FindingSeverity.Error,
            IamGuide("reference_policies_elements_notaction.html"),
            (_, role) =>
                role
                    .Statements.Where(item => item.Statement is { Allows: true, NotActions: not null })
                    .Select(item => Found(role.Subject, role.Role, item.Policy, string.Join(", ", item.Statement.NotActions!)))
        ),
        // All resources but some are allowed.
        OfPermissions(
            FindingRuleId.NotResourceAllowed,
            FindingSeverity.Warning,
            IamGuide("reference_policies_elements_notresource.html"),
            (_, role) =>
                role
                    .Statements.Where(item => item.Statement is { Allows: true, NotResources: not null })
                    .Select(item => Found(role.Subject, role.Role, item.Policy, string.Join(", ", item.Statement.NotResources!)))
        ),
        // Every resource of a service is reached.
        OfPermissions(
            FindingRuleId.WildcardResource,
            FindingSeverity.Warning,
            Guide("iam-roles.html"),
            (_, role) => WildcardResources.Of(role).Select(item => Found(role.Subject, role.Role, item.Policy, string.Join(", ", item.Actions)))
        ),
        // Identities administer the pools that vouch for them.
        OfPermissions(
            FindingRuleId.CognitoAdministration,
            FindingSeverity.Error,
            Guide("identity-pools-security-best-practices.html"),
            (_, role) => Escalation.Of(role, Escalation.Cognito).Select(item => Found(role.Subject, role.Role, item.Actions, item.Policy))
        ),
        // Identities can give themselves more.
        OfPermissions(
            FindingRuleId.PrivilegeEscalation,
            FindingSeverity.Error,
            IamGuide("best-practices.html"),
            (_, role) => Escalation.Of(role, Escalation.Iam).Select(item => Found(role.Subject, role.Role, item.Actions, item.Policy))
        ),
        // Identities can hand roles to services.
        OfPermissions(
            FindingRuleId.PassRole,
            FindingSeverity.Error,
            IamGuide("id_roles_use_passrole.html"),
            (_, role) => Escalation.Of(role, ["iam:PassRole"]).Select(item => Found(role.Subject, role.Role, item.Policy))
        ),
        // Identities can read the accounts of other users.
        OfPermissions(
            FindingRuleId.UserDirectoryAccess,
            FindingSeverity.Warning,
            Guide("identity-pools-security-best-practices.html"),
            (_, role) =>
                role is { IsForGuests: false }
                    ? Escalation.OfSome(role, Escalation.Users).Select(item => Found(role.Subject, role.Role, item.Actions, item.Policy))
                    : []
        ),
        // Identities choose their policies of AWS IoT.
        OfPermissions(
            FindingRuleId.IoTPolicyChange,
            FindingSeverity.Warning,
            new("https://docs.aws.amazon.com/iot/latest/developerguide/cognito-identities.html"),
            (_, role) => Escalation.OfSome(role, Escalation.IoT).Select(item => Found(role.Subject, role.Role, item.Actions, item.Policy))
        ),
        // What the console puts into every role that it creates.
        OfPermissions(
            FindingRuleId.ConsoleDefaultPolicy,
            FindingSeverity.Information,
            Guide("iam-roles.html"),
            (_, role) => WildcardActions.FindOfConsole(role).Select(grant => Found(role.Subject, role.Role, grant.Action, grant.Policy))
        ),
        // Identities can go on to other roles.
        OfPermissions(
            FindingRuleId.RoleChaining,
            FindingSeverity.Warning,
            IamGuide("id_roles.html"),
            (_, role) => Escalation.Of(role, ["sts:AssumeRole"]).Select(item => Found(role.Subject, role.Role, item.Policy, item.Resources))
        ),
        // Identities can read secrets.
        OfPermissions(
            FindingRuleId.SecretAccess,
            FindingSeverity.Warning,
            Guide("iam-roles.html"),
            (_, role) => Escalation.Of(role, Escalation.Secrets).Select(item => Found(role.Subject, role.Role, item.Actions, item.Policy))
        ),
        // Identities can change one another's data.
        OfPermissions(
            FindingRuleId.SharedWriteAccess,
            FindingSeverity.Warning,
            Guide("iam-roles.html"),
            (_, role) => DataAccess.Of(role, DataAccess.Writes).Select(item => Found(role.Subject, role.Role, item.Actions, item.Resources, item.Policy))
        ),
        // Identities can read one another's data.
        OfPermissions(
            FindingRuleId.SharedReadAccess,
            FindingSeverity.Information,
            Guide("iam-roles.html"),
            (_, role) => DataAccess.Of(role, DataAccess.Reads).Select(item => Found(role.Subject, role.Role, item.Actions, item.Resources, item.Policy))
        ),
        // A wildcard in front of the part that is the identity's own.
        OfPermissions(
            FindingRuleId.WildcardIdentityPath,
            FindingSeverity.Warning,
            IamGuide("reference_policies_variables.html"),
            (_, role) => DataAccess.Widened(role).Select(item => Found(role.Subject, role.Role, item.Actions, item.Resources, item.Policy))
        ),
        // Identities can connect to AWS IoT as someone else.
        OfPermissions(
            FindingRuleId.AnyClientId,
            FindingSeverity.Warning,
            new("https://docs.aws.amazon.com/iot/latest/developerguide/connect-policy.html"),
            (_, role) => ClientIds.Of(role).Select(item => Found(role.Subject, role.Role, item.Clients, item.Policy))
        ),
    ];
}
