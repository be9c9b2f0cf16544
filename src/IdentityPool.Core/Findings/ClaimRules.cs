using IdentityPools.Model;
using IdentityPools.Policies;
using IdentityPools.Simulation;
using static IdentityPools.Findings.FindingRule;

namespace IdentityPools.Findings;

/// <summary>Role mappings and the claims that they read.</summary>
internal static class ClaimRules
{
    public static readonly IReadOnlyList<FindingRule> All =
    [
        // Roles are mapped, or session tags set, for a provider that the pool does not have.
        FindingRule.Create(
            FindingRuleId.MappedProviderMissing,
            FindingSeverity.Error,
            new("https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_SetIdentityPoolRoles.html"),
            context =>
                context.Pool.IsUnknown(UnknownPartKind.Providers)
                    ? []
                    :
                    [
                        .. context
                            .Pool.RoleMappings.Where(mapping => !Completeness.IsAttached(context.Pool, mapping.Provider))
                            .Select(mapping => Found(FindingSubject.From(mapping), mapping.Provider, context.Pool)),
                        .. context
                            .Pool.PrincipalTags.Where(tags => !Completeness.IsAttached(context.Pool, tags.Provider))
                            .Select(tags => Found(FindingSubject.From(tags), tags.Provider, context.Pool)),
                    ]
        ),
        // A rule that can never decide.
        OfMappings(
            FindingRuleId.UnreachableRule,
            FindingSeverity.Warning,
            Guide("role-based-access-control.html"),
            (context, mapping) =>
                MappingCoverage
                    .Analyze(context.Simulated, mapping)
                    .Where(coverage => coverage is { Rule: not null, IsReachable: false })
                    .Select(coverage =>
                        Found(FindingSubject.From(mapping, coverage.Position!.Value), coverage.Position, mapping.Provider, coverage.Rule, coverage.Reason)
                    )
        ),
        // Part of a group name is enough.
        OfMappings(
            FindingRuleId.ContainsOnGroups,
            FindingSeverity.Warning,
            Guide("role-based-access-control.html"),
            (_, mapping) =>
                Numbered(mapping)
                    .Where(item =>
                        item.Rule
                            is { MatchType: ClaimMatchType.Contains or ClaimMatchType.StartsWith, TypedClaim.Literal: TokenClaims.Groups or TokenClaims.Roles }
                    )
                    .Select(item => Found(FindingSubject.From(mapping, item.Position), item.Position, mapping.Provider, item.Rule))
        ),
        // A token without the claim passes by.
        OfMappings(
            FindingRuleId.NotEqualGate,
            FindingSeverity.Warning,
            Guide("role-based-access-control.html"),
            (_, mapping) =>
                Numbered(mapping)
                    .Where(item => item.Rule.MatchType == ClaimMatchType.NotEqual)
                    .Select(item => Found(FindingSubject.From(mapping, item.Position), item.Position, mapping.Provider, item.Rule))
        ),
        // Users can write the claim that decides.
        OfMappings(
            FindingRuleId.WritableClaim,
            FindingSeverity.Warning,
            Guide("role-based-access-control.html"),
            (context, mapping) =>
                mapping.Provider is UserPoolReference reference
                    ? Numbered(mapping)
                        .Where(item => item.Rule.TypedClaim.Literal is { } claim && context.Surroundings.CanWrite(reference, claim))
                        .Select(item =>
                            Found(FindingSubject.From(mapping, item.Position), item.Position, mapping.Provider, item.Rule.TypedClaim, item.Rule.MappedRole)
                        )
                    : []
        ),
        // Only user pools issue the claims of a token mapping.
        OfMappings(
            FindingRuleId.TokenMappingWithoutRoles,
            FindingSeverity.Warning,
            Guide("role-based-access-control.html"),
            (_, mapping) => mapping.IsTokenWithoutRoles ? [Found(FindingSubject.From(mapping), mapping.Provider, mapping.AmbiguousRoleResolution)] : []
        ),
        // Users in no group are locked out.
        OfMappings(
            FindingRuleId.UsersWithoutGroupDenied,
            FindingSeverity.Information,
            Guide("role-based-access-control.html"),
            (_, mapping) =>
                mapping is { Type: RoleMappingType.Token, AmbiguousRoleResolution: AmbiguousRoleResolution.Deny, IsTokenWithoutRoles: false }
                    ? [Found(FindingSubject.From(mapping), mapping.Provider)]
                    : []
        ),
        // The token names a role that no mapping takes.
        FindingRule.Create(
            FindingRuleId.GroupRoleUnused,
            FindingSeverity.Information,
            Guide("role-based-access-control.html"),
            context =>
                from @group in context.Pool.UserPoolGroups.Concat(context.Surroundings.UnusedGroups(context.Pool))
                where
                    @group.Role is not null
                    && !context.Pool.IsUnknown(UnknownPartKind.RoleMappings)
                    && !context.Pool.RoleMappings.Any(mapping => Gives(context.Pool, mapping, @group))
                select Found(FindingSubject.From(@group.Role!), @group.Role, @group, @group.UserPool)
        ),
        // Who fails every rule gets more.
        OfMappings(FindingRuleId.FallbackStronger, FindingSeverity.Warning, Guide("role-based-access-control.html"), FallbackStronger),
    ];

    private static bool Gives(IdentityPool pool, RoleMapping mapping, UserPoolGroup group) =>
        mapping.Provider is UserPoolReference { UserPool: var userPool } && userPool.IsSamePool(group.UserPool!) && pool.MayGive(mapping, group.Role!);

    private static IEnumerable<Sighting> FallbackStronger(FindingContext context, RoleMapping mapping)
    {
        if (mapping.AmbiguousRoleResolution != AmbiguousRoleResolution.AuthenticatedRole || context.Find(context.Pool.AuthenticatedRole) is not { } fallback)
        {
            return [];
        }

        var mapped = mapping.Rules.Select(rule => context.Find(rule.MappedRole)).OfType<ExaminedRole>().DistinctBy(role => role.Role).ToList();
        return mapped.Count > 0 && mapped.TrueForAll(role => role.IsKnown && role.Role != fallback.Role && IsMore(fallback, role))
            ? [Found(FindingSubject.From(mapping), mapping.Provider, fallback.Role, string.Join(", ", mapped.Select(role => PartName.Get(role.Role))))]
            : [];
    }

    /// <summary>Whether one role may do all that the other one may, and more.</summary>
    private static bool IsMore(ExaminedRole stronger, ExaminedRole weaker) =>
        IsFullyKnown(weaker)
        && weaker.Grants.All(grant => stronger.Grants.Any(other => Covers(other, grant)))
        && stronger.Grants.Any(grant => !weaker.Grants.Any(other => Covers(other, grant)));

    /// <summary>Whether what the role may do is in its grants and nowhere else.</summary>
    private static bool IsFullyKnown(ExaminedRole role) =>
        !role.Documents.ManagedPolicyArns.Any()
        && role.Documents.Unreadable.Count == 0
        && role.Documents.UnknownPolicies.Count == 0
        && !role.Statements.Any(item => item.Statement is { Allows: true, NotActions: not null });

    private static bool Covers(Grant grant, Grant other) =>
        RoleGrants.Covers(grant.Action, other.Action, ignoreCase: true)
        && (
            grant.IsOnEverything
            || (
                other.Resources.Count > 0
                && other.Resources.All(resource => grant.Resources.Any(pattern => RoleGrants.Covers(pattern, resource, ignoreCase: false)))
            )
        )
        && (grant.Statement.Conditions.Count == 0 || grant.Statement.Conditions.SequenceEqual(other.Statement.Conditions));
}
