using IdentityPools.Model;
using IdentityPools.Validation;
using static IdentityPools.Findings.FindingRule;

namespace IdentityPools.Findings;

/// <summary>Sessions: the tags that they carry, and how long they last.</summary>
internal static class SessionRules
{
    public static readonly IReadOnlyList<FindingRule> All =
    [
        // Users can write the claim behind a session tag.
        FindingRule.Create(
            FindingRuleId.WritableTag,
            FindingSeverity.Warning,
            Guide("attributes-for-access-control.html"),
            context =>
                context
                    .Pool.PrincipalTags.Where(tags => tags.Provider is UserPoolReference)
                    .SelectMany(tags =>
                        tags.TypedTags.Where(tag => tag.Value.Literal is { } claim && context.Surroundings.CanWrite((UserPoolReference)tags.Provider, claim))
                            .Select(tag => Found(FindingSubject.From(tags), tags.Provider, tag.Key, tag.Value))
                    )
        ),
        // Session tags are set and the role does not take them.
        FindingRule.Create(
            FindingRuleId.TagSessionMissing,
            FindingSeverity.Error,
            Guide("attributes-for-access-control.html"),
            context =>
                context
                    .Pool.PrincipalTags.Where(tags => tags.IsOn)
                    .SelectMany(tags =>
                        context
                            .RolesOf(tags.Provider)
                            .Where(role => role.Trust is { } trust && trust.AdmitsPool(isGuest: false) == true && !trust.AdmitsTags)
                            .Select(role => Found(role.Subject, role.Role, tags.Provider))
                    )
        ),
        // The role takes session tags that nobody sets.
        FindingRule.Create(
            FindingRuleId.TagSessionNeedless,
            FindingSeverity.Information,
            Guide("attributes-for-access-control.html"),
            context =>
                context.Pool.PrincipalTags.Any(tags => tags.IsOn) || context.Pool.IsUnknown(UnknownPartKind.PrincipalTags)
                    ? []
                    : context.Attached.Where(role => role.Trust?.AdmitsTags == true).Select(role => Found(role.Subject, role.Role, context.Pool))
        ),
        // A longer session that nobody gets.
        OfRoles(
            FindingRuleId.SessionDurationPointless,
            FindingSeverity.Information,
            IamGuide("id_roles_update-role-settings.html"),
            (context, role) =>
                role.Role.MaxSessionDuration is > Limits.DefaultSessionDuration and var seconds && !context.Pool.MayHaveClassicFlow
                    ? [Found(role.Subject, role.Role, seconds)]
                    : []
        ),
    ];
}
