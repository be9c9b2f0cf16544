using IdentityPools.Model;
using IdentityPools.Policies;

namespace IdentityPools.Findings;

/// <summary>Grants on data that many identities keep in one place.</summary>
internal static class DataAccess
{
    public static readonly string[] Reads = ["s3:GetObject", "dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query", "dynamodb:Scan"];

    public static readonly string[] Writes =
    [
        "s3:PutObject",
        "s3:DeleteObject",
        "dynamodb:PutItem",
        "dynamodb:UpdateItem",
        "dynamodb:DeleteItem",
        "dynamodb:BatchWriteItem",
    ];

    /// <summary>What a role may do to the data of others, one entry for each statement. Grants of everything, or on everything, are found elsewhere.</summary>
    public static IEnumerable<(string Actions, string Resources, string Policy)> Of(ExaminedRole role, string[] actions) =>
        Of(role, actions, resource => !Grant.IsOfCaller(resource) && !Grant.IsWidened(resource));

    /// <summary>The same of resources that name the caller, with a wildcard where it fits others too.</summary>
    public static IEnumerable<(string Actions, string Resources, string Policy)> Widened(ExaminedRole role) => Of(role, [.. Reads, .. Writes], Grant.IsWidened);

    private static IEnumerable<(string Actions, string Resources, string Policy)> Of(ExaminedRole role, string[] actions, Func<string, bool> isOfOthers) =>
        from grant in role.Grants
        where
            grant is { IsOnEverything: false, IsPerIdentity: false, IsByTag: false }
            && !grant.IsOfWholeService
            && grant.Resources.Any(isOfOthers)
            && Array.Exists(actions, grant.Allows)
        group grant by (grant.Policy, grant.Statement) into statement
        select (
            string.Join(", ", statement.Select(grant => grant.Action).Distinct(StringComparer.OrdinalIgnoreCase)),
            string.Join(", ", statement.Key.Statement.Resources!.Where(isOfOthers)),
            statement.Key.Policy
        );
}

/// <summary>Grants of MQTT client ids that are not the identity's own.</summary>
internal static class ClientIds
{
    private const string Connect = "iot:Connect";
    private const string AnyClient = "client/*";

    /// <summary>What a client calls itself, so that it is no limit.</summary>
    private const string ClaimedId = "${iot:ClientId}";

    /// <summary>A condition on the thing that is attached to the identity limits its client ids.</summary>
    /// <remarks>https://docs.aws.amazon.com/iot/latest/developerguide/thing-policy-variables.html</remarks>
    private const string AttachedThing = "iot:Connection.Thing.";

    /// <summary>The client ids that a role may take, one entry for each statement. Grants of a whole service are found elsewhere.</summary>
    public static IEnumerable<(string Clients, string Policy)> Of(ExaminedRole role) =>
        from grant in role.Grants
        where
            grant is { IsPerIdentity: false, IsByTag: false, IsOfWholeService: false }
            && grant.Allows(Connect)
            && !grant.Statement.Conditions.Any(condition => IsOfAttachedThing(condition))
        let clients = grant.Statement.Resources is { } resources ? [.. resources.Where(IsOfOthers)] : (IReadOnlyList<string>)["*"]
        where clients.Count > 0
        select (string.Join(", ", clients), grant.Policy);

    private static bool IsOfAttachedThing(PolicyCondition condition) =>
        condition is { IsDemand: true, Quantifier: not ConditionQuantifier.All }
        && condition.Key.StartsWith(AttachedThing, StringComparison.OrdinalIgnoreCase)
        && !condition.Values.Any(value => value is "false" or "*");

    private static bool IsOfOthers(string resource) =>
        !Grant.IsOfCaller(resource)
        && Grant.ResourceOf(resource).Replace(ClaimedId, "*", StringComparison.OrdinalIgnoreCase) is var named
        && PolicyVariables.HasWildcard(named)
        && Wildcard.Overlaps(named, AnyClient);
}
