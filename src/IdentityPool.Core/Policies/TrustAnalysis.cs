using IdentityPools.Template;

namespace IdentityPools.Policies;

/// <summary>Who can assume a role by its trust policy, told by asking it as different pools and identities would.</summary>
/// <param name="pool">The pool whose role it is.</param>
/// <param name="trust">The trust policy.</param>
internal sealed class TrustAnalysis(IdentityPool pool, ParsedPolicy trust)
{
    private const string Federated = "Federated";

    /// <summary>An id that no pool has: a trust policy that takes it takes every pool.</summary>
    private const string OtherId = ":00000000-0000-0000-0000-000000000000";

    /// <summary>The principals of identity pools that the policy names.</summary>
    private readonly IReadOnlyList<string> principals =
    [
        .. trust
            .Statements.Where(statement => statement.Allows)
            .SelectMany(statement => statement.Principals ?? [])
            .Select(principal => principal.Name)
            .Select(name => name == "*" ? AwsPartition.Commercial.TrustPrincipal : name)
            .Where(AwsPartition.IsTrustPrincipal)
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>The statements that let identities of identity pools in.</summary>
    public IEnumerable<ParsedStatement> WebIdentityStatements =>
        trust.Statements.Where(statement =>
            statement.Allows
            && (statement.Principals ?? []).Any(principal => AwsPartition.IsTrustPrincipal(principal.Name) || principal.Name == "*")
            && (statement.Actions ?? []).Any(action => Wildcard.Matches(action, TrustPolicy.Assume, ignoreCase: true))
        );

    /// <summary>Whether anybody at all is let in, by any principal.</summary>
    public bool AdmitsAnyone =>
        trust.Statements.Any(statement =>
            statement.Allows
            && (statement.NotPrincipals is not null || (statement.Principals ?? []).Any(principal => principal.Name == "*"))
            && !statement.Conditions.Any(condition => condition.Values.Count > 0 && !condition.Values.All(value => value == "*"))
        );

    /// <summary>Whether identities of pools that have nothing to do with this one are let in.</summary>
    public bool AdmitsOtherPools =>
        principals.Any(principal => OtherPools().Any(id => Admits(id, principal, isGuest: false) || Admits(id, principal, isGuest: true)));

    public bool Admits(bool isGuest) => principals.Any(principal => PoolIds().Any(id => Admits(id, principal, isGuest)));

    public bool AdmitsTags =>
        principals.Any(principal =>
            PoolIds()
                .Any(id =>
                    PoolTrust.IsGranted(trust, id, principal, isGuest: false, TrustPolicy.TagSession)
                    || PoolTrust.IsGranted(trust, id, principal, isGuest: true, TrustPolicy.TagSession)
                )
        );

    /// <summary>Whether this pool's own identities are let in; null when only a deployed stack can tell.</summary>
    public bool? AdmitsPool(bool isGuest) => PoolTrust.IsGranted(trust, pool, isGuest, withTags: false);

    /// <summary>The pools that the policy names.</summary>
    public IReadOnlyList<string> Audiences =>
        [
            .. WebIdentityStatements
                .SelectMany(statement => statement.Conditions)
                .Where(condition =>
                    condition.Key.EndsWith(":aud", StringComparison.OrdinalIgnoreCase)
                    && AwsPartition.IsTrustPrincipal(condition.Key)
                    && condition.Operator != ConditionOperators.Null
                )
                .SelectMany(condition => condition.Values)
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>Conditions on pool or sign-in that a missing key fulfils too.</summary>
    public IEnumerable<PolicyCondition> WeakConditions =>
        WebIdentityStatements
            .SelectMany(statement =>
                statement.Conditions.Where(condition => !statement.Conditions.Any(other => other.IsPresence && IsSameKey(other, condition)))
            )
            .Where(condition =>
                AwsPartition.IsTrustPrincipal(condition.Key)
                && condition.Operator != ConditionOperators.Null
                && (condition.IfExists || condition.Quantifier == ConditionQuantifier.All || ConditionOperators.IsNegated(condition.Operator))
            );

    /// <summary>What the policy names, else this pool: a role may be meant for a pool whose id is known only when it is deployed.</summary>
    private IEnumerable<string> PoolIds() =>
        Audiences.Where(audience => !audience.Contains('*', StringComparison.Ordinal)).Append(new DocumentText(pool).PoolId);

    /// <summary>The regions whose pools may be meant: an audience with an asterisk names them.</summary>
    private IEnumerable<string> Regions() =>
        Audiences
            .Select(audience => audience.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? audience[..colon] : "us-east-1")
            .Append(pool.Region ?? "us-east-1")
            .Distinct(StringComparer.Ordinal);

    /// <summary>A pool of every region that the policy speaks of, and one that each pattern of it fits.</summary>
    private IEnumerable<string> OtherPools() =>
        Regions()
            .Select(region => region + OtherId)
            .Concat(Audiences.Where(IsPattern).Select(audience => audience.Replace('*', '0').Replace('?', '0')))
            .Distinct(StringComparer.Ordinal);

    private static bool IsPattern(string audience) => audience.AsSpan().ContainsAny('*', '?');

    private static bool IsSameKey(PolicyCondition one, PolicyCondition other) => one.Key.Equals(other.Key, StringComparison.OrdinalIgnoreCase);

    private bool Admits(string poolId, string principal, bool isGuest) => PoolTrust.IsGranted(trust, poolId, principal, isGuest, TrustPolicy.Assume);

    /// <summary>Why the policy lets no identity of the pool in, in words.</summary>
    public string Obstacle(bool isGuest)
    {
        var allowing = trust.Statements.Where(statement => statement.Allows).ToList();
        var ours = allowing.FindAll(statement => (statement.Principals ?? []).Any(IsIdentityPools));
        if (ours.Count == 0)
        {
            var named = string.Join(
                ", ",
                allowing.SelectMany(statement => statement.Principals ?? []).Select(principal => $"{principal.Kind} {principal.Name}".Trim())
            );
            return Validation.Fault.Sentence(nameof(Messages.ObstaclePrincipal), named.Length == 0 ? Messages.NoProviders : named);
        }

        var acting = ours.FindAll(statement => (statement.Actions ?? []).Any(action => Wildcard.Matches(action, TrustPolicy.Assume, ignoreCase: true)));
        if (acting.Count == 0)
        {
            return Validation.Fault.Sentence(nameof(Messages.ObstacleAction), string.Join(", ", ours.SelectMany(statement => statement.Actions ?? [])));
        }

        return Audiences.Count > 0 && !Audiences.Contains(new DocumentText(pool).PoolId) && !AdmitsOtherPools
            ? Validation.Fault.Sentence(nameof(Messages.ObstacleAudience), string.Join(", ", Audiences))
            : Validation.Fault.Sentence(nameof(Messages.ObstacleState), isGuest ? "unauthenticated" : "authenticated");
    }

    private static bool IsIdentityPools(PolicyPrincipal principal) =>
        principal.Kind is Federated or "" && (principal.Name == "*" || AwsPartition.IsTrustPrincipal(principal.Name));
}
