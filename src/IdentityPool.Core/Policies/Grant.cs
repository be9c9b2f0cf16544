using IdentityPools.Model;

namespace IdentityPools.Policies;

/// <summary>One action that a statement of a role's policies allows.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Statement">The statement.</param>
/// <param name="Action">The action or pattern of actions, as written.</param>
/// <param name="Denials">The statements that deny without condition.</param>
internal sealed record Grant(string Policy, ParsedStatement Statement, string Action, IReadOnlyList<ParsedStatement> Denials)
{
    private const string IdentityVariable = ":sub}";
    private const string TagVariable = "${aws:PrincipalTag/";
    private const string TagKey = "aws:PrincipalTag/";

    /// <summary>The service's prefix.</summary>
    public string Service => Action.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? Action[..colon].ToLowerInvariant() : Action;

    /// <summary>What follows the service's prefix.</summary>
    public string Operation => Action[(Action.IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <summary>Whether it is every action of its service.</summary>
    public bool IsOfWholeService => Operation.All(character => character == '*');

    public IReadOnlyList<string> Resources => Statement.Resources ?? [];

    /// <summary>Whether it is on every resource of the service, or all but some.</summary>
    public bool IsOnEverything => Statement.Resources is null || Resources.Any(IsEverything);

    /// <summary>Whether resources or conditions narrow it to what is the caller's own.</summary>
    public bool IsPerIdentity =>
        (Resources.Count > 0 && Resources.All(IsOfCaller))
        || Statement.Conditions.Any(condition => condition.Values.Count > 0 && condition.Values.All(IsOfCaller) && condition.IsDemand);

    /// <summary>Whether only sessions with certain tags, which come from claims, may use it.</summary>
    public bool IsByTag =>
        Statement.Conditions.Any(condition =>
            condition.Key.StartsWith(TagKey, StringComparison.OrdinalIgnoreCase)
            && condition is { IsDemand: true, Quantifier: not ConditionQuantifier.All }
            && !condition.Values.Any(value => value.All(character => character == '*'))
        );

    /// <summary>Whether it allows an action, and no statement takes that away.</summary>
    public bool Allows(string action) =>
        Wildcard.Matches(Action, action, ignoreCase: true) && !Denials.Any(denial => RoleGrants.IsTaken(Statement, action, denial));

    /// <summary>Whether it is everything in every service.</summary>
    public bool IsAdministration =>
        Action == "*" && IsOnEverything && Statement.Conditions.Count == 0 && !Denials.Any(denial => denial is { NotActions: not null, Resources: ["*"] });

    /// <summary>
    /// Whether a resource or value is narrowed to the caller's own. A wildcard in front of the caller's part fits the parts of others, too: in
    /// <c>bucket/*/id</c> the asterisk may be another id and all that lies below it. One right behind a tag fits other tags that begin alike; ids are all of
    /// one length.
    /// </summary>
    public static bool IsOfCaller(string text)
    {
        var caller = CallerIn(text);
        return caller >= 0
            && !PolicyVariables.HasWildcard(ResourceOf(text[..caller]))
            && !(IsTag(text, caller) && text.AsSpan(text.IndexOf('}', caller) + 1) is ['*' or '?', ..]);
    }

    /// <summary>Whether a resource names the caller and fits the parts of others all the same.</summary>
    public static bool IsWidened(string text) => CallerIn(text) >= 0 && !IsOfCaller(text);

    /// <summary>Where the variable begins that stands for the caller's id or tag; -1 where there is none.</summary>
    private static int CallerIn(string text) =>
        text.Contains("cognito-identity", StringComparison.Ordinal) && text.IndexOf(IdentityVariable, StringComparison.Ordinal) is > 0 and var end
            ? text[..end].LastIndexOf("${", StringComparison.Ordinal)
            : text.IndexOf(TagVariable, StringComparison.OrdinalIgnoreCase);

    private static bool IsTag(string text, int variable) =>
        string.Compare(text, variable, TagVariable, 0, TagVariable.Length, StringComparison.OrdinalIgnoreCase) == 0;

    /// <summary>What an ARN names in its account; any other text as it is.</summary>
    public static string ResourceOf(string text) => Parts(text) is ["arn", _, _, _, _, var resource] ? resource : text;

    /// <summary>An asterisk, alone or as the resource part of an ARN that names no account or bucket.</summary>
    private static bool IsEverything(string resource)
    {
        if (resource == "*")
        {
            return true;
        }

        return Parts(resource) is ["arn", _, _, _, _, { Length: > 0 } named] && named.All(character => character is '*' or '/' or ':');
    }

    /// <summary>The parts of an ARN; <c>&lt;AWS::Region&gt;</c> has colons of its own.</summary>
    private static string[] Parts(string resource) => resource.Replace("<AWS::", "<", StringComparison.Ordinal).Split(':', 6);
}

/// <summary>What the policies of a role allow in the end: what a statement denies altogether is not there.</summary>
internal static class RoleGrants
{
    public static IReadOnlyList<Grant> Read(RoleDocuments role)
    {
        var statements = role.Policies.SelectMany(policy => policy.Policy.Statements.Select(statement => (policy.Name, Statement: statement))).ToList();
        var denials = statements.Where(item => !item.Statement.Allows && item.Statement.Conditions.Count == 0).Select(item => item.Statement).ToList();
        return
        [
            .. statements
                .Where(item => item.Statement.Allows)
                .SelectMany(item =>
                    (item.Statement.Actions ?? []).Select(action => new Grant(
                        NameOf(item.Name, item.Statement),
                        item.Statement,
                        action == "*:*" ? "*" : action,
                        denials
                    ))
                )
                .Where(grant => !denials.Exists(denial => IsTaken(grant.Statement, grant.Action, denial))),
        ];
    }

    /// <summary>The name of the policy, with what decides whether the statement is there.</summary>
    private static string NameOf(string policy, ParsedStatement statement) =>
        statement.UnknownReason is { } decider ? Values.MessageText.Format(nameof(Messages.PolicyUnderCondition), policy, decider) : policy;

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
