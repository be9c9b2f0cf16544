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
        from grant in role.Grants
        where grant is { IsOnEverything: false, IsPerIdentity: false, IsByTag: false } && !grant.IsOfWholeService && Array.Exists(actions, grant.Allows)
        group grant by (grant.Policy, grant.Statement) into statement
        select (
            string.Join(", ", statement.Select(grant => grant.Action).Distinct(StringComparer.OrdinalIgnoreCase)),
            string.Join(", ", statement.Key.Statement.Resources!.Where(resource => !Grant.IsOfCaller(resource))),
            statement.Key.Policy
        );
}
