namespace IdentityPools.Policies;

/// <summary>What the policies of a role allow in the end: what a statement denies altogether is not there.</summary>
internal static class RoleGrants
{
    public static IReadOnlyList<Grant> Of(RoleDocuments role)
    {
        var statements = role.Policies.SelectMany(policy => policy.Policy.Statements.Select(statement => (policy.Name, Statement: statement))).ToList();
        var denials = statements.Where(item => !item.Statement.Allows && item.Statement.Conditions.Count == 0).Select(item => item.Statement).ToList();
        return
        [
            .. statements
                .Where(item => item.Statement.Allows)
                .SelectMany(item =>
                    (item.Statement.Actions ?? []).Select(action => new Grant(item.Name, item.Statement, action == "*:*" ? "*" : action, denials))
                )
                .Where(grant => !denials.Exists(denial => IsTaken(grant.Statement, grant.Action, denial))),
        ];
    }

    /// <summary>Whether a statement takes an action that another one allows away, on all of its resources.</summary>
    public static bool IsTaken(ParsedStatement statement, string action, ParsedStatement denial) =>
        Covers(denial.Actions, denial.NotActions, action, ignoreCase: true)
        && (statement.Resources ?? ["*"]).All(resource => Covers(denial.Resources, denial.NotResources, resource, ignoreCase: false));

    /// <summary>Whether patterns take all that another pattern means. Asterisks in the other one are compared as characters, which never takes too much.</summary>
    public static bool Covers(string pattern, string other, bool ignoreCase) =>
        pattern == "*"
        || (
            Wildcard.Matches(pattern, other, ignoreCase) && (!pattern.Contains('?', StringComparison.Ordinal) || !other.Contains('*', StringComparison.Ordinal))
        );

    private static bool Covers(IReadOnlyList<string>? patterns, IReadOnlyList<string>? butFor, string text, bool ignoreCase) =>
        patterns?.Any(pattern => Covers(pattern, text, ignoreCase))
        ?? butFor?.Any(pattern => !DocumentText.IsKnown(pattern) || Wildcard.Overlaps(pattern, text, ignoreCase)) == false;
}
