using IdentityPools.Model;

namespace IdentityPools.Policies;

/// <summary>Whether trust policies let identities of a pool assume a role.</summary>
internal static class PoolTrust
{
    /// <summary>Whether identities get in; null when that depends on what only a deployed stack knows.</summary>
    /// <param name="trust">The trust policy.</param>
    /// <param name="pool">The pool.</param>
    /// <param name="isGuest">Whether it is about guests.</param>
    /// <param name="withTags">Whether attributes for access control become session tags.</param>
    public static bool? IsGranted(ParsedPolicy trust, IdentityPool pool, bool isGuest, bool withTags)
    {
        var principals = PrincipalsOf(trust, pool).ToArray();
        return trust.Statements.Any(statement => statement.UnknownReason is not null) ? null
            : principals.Any(principal => IsGranted(trust, pool, principal, isGuest, withTags)) ? true
            : IsKnown(trust, pool) ? false
            : null;
    }

    /// <summary>Whether a role lets identities of one particular pool in.</summary>
    public static bool IsGranted(ParsedPolicy trust, string poolId, string principal, bool isGuest, string action) =>
        new TrustRequest(
            action,
            TrustPolicy.Federated,
            [principal],
            new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase)
            {
                [principal + ":aud"] = [poolId],
                [principal + ":amr"] = isGuest ? ["unauthenticated"] : ["authenticated"],
                [principal + ":sub"] =
                [
                    $"{(poolId.Contains(':', StringComparison.Ordinal) ? poolId[..poolId.IndexOf(':', StringComparison.Ordinal)] : "region")}:{Guid.Empty}",
                ],
            }
        ).IsGrantedBy(trust);

    private static bool IsGranted(ParsedPolicy trust, IdentityPool pool, string principal, bool isGuest, bool withTags)
    {
        var id = new DocumentText(pool).PoolId;
        return IsGranted(trust, id, principal, isGuest, TrustPolicy.Assume) && (!withTags || IsGranted(trust, id, principal, isGuest, TrustPolicy.TagSession));
    }

    /// <summary>The principal of the pool's partition; while the region is not known, any that the policy names.</summary>
    private static IEnumerable<string> PrincipalsOf(ParsedPolicy trust, IdentityPool pool) =>
        pool.Region is not null
            ? [AwsPartition.OfRegion(pool.Region).TrustPrincipal]
            :
            [
                AwsPartition.Commercial.TrustPrincipal,
                .. trust
                    .Statements.SelectMany(statement => statement.Principals ?? [])
                    .Select(principal => principal.Name)
                    .Where(AwsPartition.IsTrustPrincipal)
                    .Distinct(StringComparer.Ordinal),
            ];

    /// <summary>
    /// Whether all that the policy asks about is known. Of an identity that is its pool and whether it signed in; not from where, when and with which
    /// provider.
    /// </summary>
    private static bool IsKnown(ParsedPolicy trust, IdentityPool pool) =>
        trust.Statements.All(statement =>
            (statement.Principals ?? statement.NotPrincipals ?? []).All(principal => DocumentText.IsKnown(principal.Name))
            && statement.Conditions.All(condition => IsKnown(condition, pool))
        );

    private static bool IsKnown(PolicyCondition condition, IdentityPool pool) =>
        condition.Values.All(DocumentText.IsKnown)
        && condition.Key[(condition.Key.LastIndexOf(':') + 1)..].ToLowerInvariant() switch
        {
            "aud" => pool.Id is not null || !condition.Values.Any(value => IsPattern(condition, value)),
            "amr" => condition.Values.All(value => value is "authenticated" or "unauthenticated"),
            _ => false,
        };

    /// <summary>A pattern that an id may fit which AWS has yet to give.</summary>
    private static bool IsPattern(PolicyCondition condition, string value) =>
        condition.Key.EndsWith(":aud", StringComparison.OrdinalIgnoreCase) && value.AsSpan().ContainsAny('*', '?');
}

/// <summary>Someone asks to assume a role.</summary>
/// <param name="Action">The operation, <c>sts:AssumeRoleWithWebIdentity</c> for example.</param>
/// <param name="Kind">The kind of principal that asks: AWS or Federated.</param>
/// <param name="Names">The names by which a policy may mean it.</param>
/// <param name="Context">The condition keys of the request and their values.</param>
internal sealed record TrustRequest(string Action, string Kind, IReadOnlyList<string> Names, IReadOnlyDictionary<string, IReadOnlyList<string>> Context)
{
    /// <summary>Whether a role's trust policy lets the request through: a statement allows and none denies.</summary>
    public bool IsGrantedBy(string trustPolicy) => IsGrantedBy(PolicyReader.Read(trustPolicy, PolicySyntax.Trust));

    /// <summary>Whether a role's trust policy lets the request through: a statement allows and none denies.</summary>
    public bool IsGrantedBy(ParsedPolicy trustPolicy)
    {
        var statements = trustPolicy.Statements.Where(Applies).ToArray();
        return statements.Any(statement => statement.Allows) && statements.All(statement => statement.Allows);
    }

    private bool Applies(ParsedStatement statement) =>
        (statement.Actions?.Any(IsAction) ?? statement.NotActions?.Any(IsAction) == false)
        && (statement.Principals?.Any(IsPrincipal) ?? statement.NotPrincipals?.Any(IsPrincipal) == false)
        && statement.Conditions.All(condition => condition.IsMet(Context));

    private bool IsAction(string pattern) => Wildcard.Matches(pattern, Action, ignoreCase: true);

    private bool IsPrincipal(PolicyPrincipal principal) =>
        principal == PolicyPrincipal.Everyone || (principal.Kind == Kind && (principal.Name == "*" || Names.Contains(principal.Name, StringComparer.Ordinal)));
}
