using IdentityPools.Findings;
using IdentityPools.Model;
using IdentityPools.Template;
using IdentityPools.Values;

namespace IdentityPools.UnitTests.Findings;

/// <summary>Pools whose roles have documents to be looked at.</summary>
internal static class Examined
{
    public const string UserArn = "arn:aws:iam::123456789012:role/Users";
    public const string GuestArn = "arn:aws:iam::123456789012:role/Guests";
    public const string Principal = "cognito-identity.amazonaws.com";

    private static readonly JsonTemplateText Json = new();

    public static IdentityPoolSettings Settings { get; } =
        new()
        {
            Name = "shop",
            LogicalId = "Pool",
            NoUnauthenticatedRole = true,
        };

    public static IdentityPool Plain { get; } = IdentityPool.Create(Settings);

    public static TemplateNode Node(string json) => Json.Read(json);

    public static IdentityPool Users(RoleEvidence evidence, Func<IdentityPoolSettings, IdentityPoolSettings>? change = null) =>
        IdentityPool.Create((change ?? Same)(Settings with { AuthenticatedRole = IdentityPoolRole.Existing(UserArn).WithEvidence(evidence) }));

    public static IdentityPool Guests(RoleEvidence evidence, Func<IdentityPoolSettings, IdentityPoolSettings>? change = null) =>
        IdentityPool.Create(
            (change ?? Same)(
                Settings with
                {
                    AllowUnauthenticatedIdentities = true,
                    NoUnauthenticatedRole = false,
                    UnauthenticatedRole = IdentityPoolRole.Existing(GuestArn, RoleAudience.Unauthenticated).WithEvidence(evidence),
                }
            )
        );

    public static RoleEvidence Trust(string json) => new() { Trust = Node(json) };

    /// <summary>One statement that lets web identities in on a condition.</summary>
    public static RoleEvidence TrustOn(string? condition, string principal = $$"""{ "Federated": "{{Principal}}" }""", string action = TrustPolicy.Assume) =>
        Trust(
            $$"""{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": {{principal}}, "Action": "{{action}}"{{(condition is null ? "" : $", \"Condition\": {condition}")}} }] }"""
        );

    public static RoleEvidence Trusted(string audience = """{ "Ref": "Pool" }""", string amr = "authenticated", string action = TrustPolicy.Assume) =>
        TrustOn(
            $$"""{ "StringEquals": { "{{Principal}}:aud": {{audience}} }, "ForAnyValue:StringLike": { "{{Principal}}:amr": "{{amr}}" } }""",
            action: action
        );

    /// <summary>A role with the statements as its policy.</summary>
    public static RoleEvidence May(params string[] statements) => Policy($$"""{ "Version": "2012-10-17", "Statement": [{{string.Join(",", statements)}}] }""");

    public static RoleEvidence Policy(string document) => Policy(Node(document));

    public static RoleEvidence Policy(TemplateNode document) => new() { Policies = [new("app", document)] };

    public static RoleEvidence Attached(params string[] arns) => new() { ManagedPolicyArns = [.. arns.Select(arn => TemplateValue.FromNode(Node(arn)))] };

    public static string Allow(string actions, string resources = "*", string? condition = null) => Statement("Allow", actions, resources, condition);

    public static string Deny(string actions, string resources = "*", string? condition = null) => Statement("Deny", actions, resources, condition);

    public static string[] Found(IdentityPool pool, PoolSurroundings? surroundings = null) =>
        [.. FindingSet.Evaluate(pool, surroundings).Select(finding => finding.RuleId).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public static bool Finds(string ruleId, IdentityPool pool, PoolSurroundings? surroundings = null) =>
        FindingRules.Find(ruleId) is var rule && FindingSet.Evaluate(pool, surroundings, [rule]).Count > 0;

    private static string Statement(string effect, string actions, string resources, string? condition) =>
        $$"""{ "Effect": "{{effect}}", "Action": {{List(actions)}}, "Resource": {{List(resources)}}{{(condition is null ? "" : $", \"Condition\": {condition}")}} }""";

    /// <summary>JSON as it is; a text with blanks as a list; any other text as a text.</summary>
    private static string List(string text) =>
        text.StartsWith('{') || text.StartsWith('[') ? text
        : text.Contains(' ', StringComparison.Ordinal) ? $"[{string.Join(",", text.Split(' ').Select(part => $"\"{part}\""))}]"
        : $"\"{text}\"";

    private static IdentityPoolSettings Same(IdentityPoolSettings settings) => settings;
}
