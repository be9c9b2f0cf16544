using IdentityPools.Model;

namespace IdentityPools.Policies;

/// <summary>
/// Who can assume a role by its trust policy, told by asking it as different pools and identities would. Each statement that allows is asked with what it
/// names itself, so that the time grows with the number of statements and not with its square.
/// </summary>
internal sealed class TrustAnalysis
{
    /// <summary>
    /// An id that no pool has: a trust policy that takes it takes every pool. Not all zeros, which people write in the place of an id to come.
    /// </summary>
    private const string OtherId = ":9b3e5d1c-7a42-0f08-0d6e-c51b0e8a2f74";

    /// <summary>Keys that tell who calls, or from where.</summary>
    private static readonly HashSet<string> CallerKeys = new(StringComparer.OrdinalIgnoreCase)
    {
        "aws:PrincipalAccount",
        "aws:PrincipalArn",
        "aws:PrincipalOrgID",
        "aws:PrincipalOrgPaths",
        "aws:SourceAccount",
        "aws:SourceArn",
        "aws:SourceIp",
        "aws:SourceOrgID",
        "aws:SourceVpc",
        "aws:SourceVpce",
        "sts:ExternalId",
    };

    private readonly IdentityPool pool;
    private readonly ParsedPolicy trust;
    private readonly IReadOnlyList<Part> parts;

    public TrustAnalysis(IdentityPool pool, ParsedPolicy trust)
    {
        (this.pool, this.trust) = (pool, trust);
        var denials = trust.Statements.Where(statement => !statement.Allows).ToArray();
        parts = [.. trust.Statements.Where(statement => statement.Allows).Select(statement => new Part(statement, denials))];
        Audiences = [.. WebIdentityStatements.SelectMany(Part.AudiencesOf).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The pools that the policy names.</summary>
    public IReadOnlyList<string> Audiences { get; }

    /// <summary>The statements that let identities of identity pools in.</summary>
    public IEnumerable<ParsedStatement> WebIdentityStatements =>
        trust.Statements.Where(statement =>
            statement.Allows
            && (statement.Principals ?? []).Any(principal => AwsPartition.IsTrustPrincipal(principal.Name) || principal.Name == "*")
            && IsAssuming(statement)
        );

    /// <summary>Whether anyone at all is let in, by any principal.</summary>
    public bool AdmitsAnyone =>
        trust.Statements.Any(statement =>
            statement.Allows
            && (statement.NotPrincipals is not null || (statement.Principals ?? []).Any(principal => principal.Name == "*"))
            && !statement.Conditions.Any(IsAboutCaller)
        );

    /// <summary>Whether identities of pools that have nothing to do with this one are let in.</summary>
    public bool AdmitsOtherPools => parts.Any(part => OtherPools(part).Any(id => part.Admits(id, isGuest: false) || part.Admits(id, isGuest: true)));

    public bool AdmitsTags =>
        parts.Any(part =>
            PoolIds(part).Any(id => part.Admits(id, isGuest: false, TrustPolicy.TagSession) || part.Admits(id, isGuest: true, TrustPolicy.TagSession))
        );

    public bool Admits(bool isGuest) => parts.Any(part => PoolIds(part).Any(id => part.Admits(id, isGuest)));

    /// <summary>Whether this pool's own identities are let in; null when only a deployed stack can tell.</summary>
    public bool? AdmitsPool(bool isGuest) => PoolTrust.IsGranted(trust, pool, isGuest, withTags: false);

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

    /// <summary>What the statement names, else this pool: a role may be meant for a pool whose id is known only when it is deployed.</summary>
    private IEnumerable<string> PoolIds(Part part) => part.Audiences.Where(audience => !IsPattern(audience)).Append(new DocumentText(pool).PoolId);

    /// <summary>A pool of every region that the statement speaks of, and one that each pattern of it fits.</summary>
    private IEnumerable<string> OtherPools(Part part) =>
        part
            .Audiences.Select(audience => audience.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? audience[..colon] : null)
            .Append(pool.Region)
            .Select(region => (region ?? AwsRegion.Any) + OtherId)
            .Concat(part.Audiences.Where(IsPattern).Select(audience => audience.Replace('*', '0').Replace('?', '0')))
            .Distinct(StringComparer.Ordinal);

    /// <summary>Whether a condition names who may call; one on encryption, time or what someone is not leaves everyone else.</summary>
    private static bool IsAboutCaller(PolicyCondition condition) =>
        condition is { IsDemand: true, Quantifier: not ConditionQuantifier.All, Values.Count: > 0 }
        && !condition.Values.Any(value => value.All(character => character == '*'))
        && (CallerKeys.Contains(condition.Key) || condition.Key.EndsWith(":aud", StringComparison.OrdinalIgnoreCase) || !DocumentText.IsKnown(condition.Key));

    /// <summary>Whether the statement is about identities that assume the role, by the actions that it names or leaves out.</summary>
    private static bool IsAssuming(ParsedStatement statement)
    {
        return statement.Actions?.Any(IsAssume) ?? statement.NotActions?.Any(IsAssume) == false;

        static bool IsAssume(string pattern) => Wildcard.Matches(pattern, TrustPolicy.Assume, ignoreCase: true);
    }

    private static bool IsPattern(string audience) => audience.AsSpan().ContainsAny('*', '?');

    private static bool IsSameKey(PolicyCondition one, PolicyCondition other) => one.Key.Equals(other.Key, StringComparison.OrdinalIgnoreCase);

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
            return Values.MessageText.Format(nameof(Messages.ObstaclePrincipal), named.Length == 0 ? Messages.NoProviders : named);
        }

        if (!ours.Exists(IsAssuming))
        {
            var named = ours.SelectMany(statement => statement.Actions ?? (statement.NotActions ?? []).Select(action => "NotAction " + action));
            return Values.MessageText.Format(nameof(Messages.ObstacleAction), string.Join(", ", named));
        }

        return Audiences.Count > 0 && !Audiences.Contains(new DocumentText(pool).PoolId) && !AdmitsOtherPools
            ? Values.MessageText.Format(nameof(Messages.ObstacleAudience), string.Join(", ", Audiences))
            : Values.MessageText.Format(nameof(Messages.ObstacleState), isGuest ? "unauthenticated" : "authenticated");
    }

    private static bool IsIdentityPools(PolicyPrincipal principal) =>
        principal.Kind is TrustPolicy.Federated or "" && (principal.Name == "*" || AwsPartition.IsTrustPrincipal(principal.Name));

    /// <summary>One statement that allows, with those that deny.</summary>
    private sealed class Part
    {
        private readonly ParsedPolicy policy;
        private readonly IReadOnlyList<string> principals;

        public Part(ParsedStatement statement, IReadOnlyList<ParsedStatement> denials)
        {
            policy = new(null, [statement, .. denials]);
            Audiences = AudiencesOf(statement);
            principals =
            [
                .. (statement.Principals ?? [])
                    .Select(principal => principal.Name == "*" ? AwsPartition.Commercial.TrustPrincipal : principal.Name)
                    .Where(AwsPartition.IsTrustPrincipal)
                    .Distinct(StringComparer.Ordinal),
            ];
        }

        public IReadOnlyList<string> Audiences { get; }

        public static IReadOnlyList<string> AudiencesOf(ParsedStatement statement) =>
            [
                .. statement
                    .Conditions.Where(condition =>
                        condition.Key.EndsWith(":aud", StringComparison.OrdinalIgnoreCase)
                        && AwsPartition.IsTrustPrincipal(condition.Key)
                        && condition.Operator != ConditionOperators.Null
                    )
                    .SelectMany(condition => condition.Values)
                    .Distinct(StringComparer.Ordinal),
            ];

        public bool Admits(string poolId, bool isGuest, string action = TrustPolicy.Assume) =>
            principals.Any(principal => PoolTrust.IsGranted(policy, poolId, principal, isGuest, action));
    }
}
