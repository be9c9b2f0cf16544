using IdentityPools.Model;

namespace IdentityPools.Findings;

/// <summary>What is known of the things that a pool points to: from its definition, and from an account where that was asked.</summary>
internal sealed record PoolSurroundings
{
    /// <summary>Nothing but what the definition says.</summary>
    public static readonly PoolSurroundings Unknown = new();

    private const string CustomPrefix = "custom:";

    /// <summary>The standard attributes that users can change where the app client lets them.</summary>
    /// <remarks>https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-settings-attributes.html</remarks>
    private static readonly HashSet<string> StandardAttributes = new(StringComparer.Ordinal)
    {
        "address",
        "birthdate",
        "email",
        "family_name",
        "gender",
        "given_name",
        "locale",
        "middle_name",
        "name",
        "nickname",
        "phone_number",
        "picture",
        "preferred_username",
        "profile",
        "updated_at",
        "website",
        "zoneinfo",
    };

    /// <summary>ARNs of roles that the account does not have.</summary>
    public IReadOnlySet<string> GoneRoles { get; init; } = new HashSet<string>();

    /// <summary>The documents of roles that the account has, by ARN.</summary>
    public IReadOnlyDictionary<string, RoleEvidence> Roles { get; init; } = new Dictionary<string, RoleEvidence>();

    /// <summary>
    /// The user pools that were looked up, by id; null for one that the account does not have, which may be of another account: only there could one see whether
    /// it is.
    /// </summary>
    /// <remarks>https://repost.aws/knowledge-center/cognito-integrate-user-and-identity-pool</remarks>
    public IReadOnlyDictionary<string, UserPoolFacts?> UserPools { get; init; } = new Dictionary<string, UserPoolFacts?>();

    /// <summary>The app clients that were looked up, by id; null for one that its user pool does not have.</summary>
    public IReadOnlyDictionary<string, UserPoolClientFacts?> Clients { get; init; } = new Dictionary<string, UserPoolClientFacts?>();

    /// <summary>The groups of the pool's user pools, as the account has them.</summary>
    public IReadOnlyList<UserPoolGroup> Groups { get; init; } = [];

    public bool IsGone(IdentityPoolRole role) => role.TypedArn?.Literal is { } arn && GoneRoles.Contains(arn);

    /// <summary>Whether a user pool of the account does not have the client.</summary>
    public bool IsGone(UserPoolAuthentication provider) =>
        Find(UserPools, provider.UserPool.TypedId) is not null
        && provider.TypedClientId?.Literal is { } clientId
        && Clients.TryGetValue(clientId, out var client)
        && client is null;

    /// <summary>Whether the account does not have the user pool, so that it was deleted or is of another account.</summary>
    public bool IsElsewhere(UserPool userPool) => userPool.TypedId?.Literal is { } id && UserPools.TryGetValue(id, out var facts) && facts is null;

    /// <summary>Whether people may create accounts themselves; null when that is not known.</summary>
    public bool? AllowsSelfSignUp(UserPool userPool) =>
        userPool.IsManaged ? UserPoolFacts.From(userPool).AllowsSelfSignUp
        : userPool.TypedId?.Literal is { } id && UserPools.TryGetValue(id, out var facts) ? facts?.AllowsSelfSignUp
        : null;

    /// <summary>Whether users can write the attribute behind a claim, or could unless the client forbids it and nobody looked.</summary>
    public bool CanWrite(UserPoolReference provider, string claim)
    {
        var isCustom = claim.StartsWith(CustomPrefix, StringComparison.Ordinal);
        if (!isCustom && !StandardAttributes.Contains(claim))
        {
            return false;
        }

        var userPool = provider.UserPool.IsManaged ? UserPoolFacts.From(provider.UserPool) : Find(UserPools, provider.UserPool.TypedId);
        var client = provider.Client is { IsManaged: true } defined ? UserPoolClientFacts.From(defined) : Find(Clients, provider.Client?.TypedClientId);
        // What cannot be changed later is still written when people sign up themselves.
        var isFixed = userPool is { AllowsSelfSignUp: false } && userPool.FixedAttributes.Contains(claim);
        return !isFixed && client?.MayWrite(claim, isCustom) != false;
    }

    /// <summary>Whether tokens name the role of a group, and the pool gives the role that they name.</summary>
    public static bool IsGiven(IdentityPool pool, UserPoolGroup group) =>
        group.Role is not null
        && pool.RoleMappings.Any(mapping =>
            mapping is { Type: RoleMappingType.Token, Provider: UserPoolReference { UserPool: var userPool } } && userPool.IsSamePool(group.UserPool!)
        );

    /// <summary>The groups of the account that a pool does not mention, and whose roles it does not give.</summary>
    public IEnumerable<UserPoolGroup> UnusedGroups(IdentityPool pool) =>
        Groups.Where(group => group.Role is not null && !IsGiven(pool, group) && !IsMentioned(pool, group));

    /// <summary>The pool with what the account has of its roles, those included that tokens name.</summary>
    public IdentityPool WithRoleDocuments(IdentityPool pool) =>
        Roles.Aggregate(
            Groups.Where(group => IsGiven(pool, group) && !IsMentioned(pool, group)).ToList() is { Count: > 0 } named ? pool.WithUserPoolGroups(named) : pool,
            (known, entry) =>
                known.Roles.FirstOrDefault(role => role.TypedArn?.Literal == entry.Key) is { } role
                    ? known.WithRole(role, seen => seen.WithEvidence(entry.Value))
                    : known
        );

    private static bool IsMentioned(IdentityPool pool, UserPoolGroup group) => pool.UserPoolGroups.Any(known => known.IsSameGroup(group));

    private static T? Find<T>(IReadOnlyDictionary<string, T?> facts, TemplateValue? id)
        where T : class => id?.Literal is { } text ? facts.GetValueOrDefault(text) : null;
}
