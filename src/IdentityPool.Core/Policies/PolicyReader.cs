using System.Text.Json;

namespace IdentityPools.Policies;

/// <summary>Reads a policy document by IAM's grammar.</summary>
/// <remarks>https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html</remarks>
internal sealed class PolicyReader
{
    private static readonly string[] Versions = ["2008-10-17", "2012-10-17"];

    private readonly PolicySyntax syntax;

    private PolicyReader(PolicySyntax syntax) => this.syntax = syntax;

    public static ParsedPolicy Read(string document, PolicySyntax syntax)
    {
        try
        {
            using var json = JsonDocument.Parse(document);
            return new PolicyReader(syntax).Document(json.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The second one is half of a surrogate pair, which the parser finds only when the text is taken.
            throw new MalformedPolicyException(syntax.InvalidJson);
        }
    }

    private ParsedPolicy Document(JsonElement root)
    {
        var members = Members(root);
        Only(members, "Version", "Id", "Statement");
        var version = Text(members, "Version");
        _ = Text(members, "Id");
        if (version is not null && !Versions.Contains(version, StringComparer.Ordinal))
        {
            throw new MalformedPolicyException(PolicySyntax.Errors);
        }

        var statements = Required(members, "Statement");
        var read = statements.ValueKind == JsonValueKind.Array ? statements.EnumerateArray().Select(Statement).ToArray() : [Statement(statements)];
        return read.Length > 0 ? new(version, read) : throw new MalformedPolicyException(PolicySyntax.Errors);
    }

    private ParsedStatement Statement(JsonElement statement)
    {
        var members = Members(statement);
        Only(members, "Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Principal", "NotPrincipal", "Condition");
        NotBoth(members, "Action", "NotAction");
        NotBoth(members, "Resource", "NotResource");
        NotBoth(members, "Principal", "NotPrincipal");
        _ = Required(members, "Effect");
        return new()
        {
            Sid = Text(members, "Sid"),
            Allows = Text(members, "Effect") switch
            {
                "Allow" => true,
                "Deny" => false,
                _ => throw new MalformedPolicyException(PolicySyntax.Errors),
            },
            Actions = Texts(members, "Action"),
            NotActions = Texts(members, "NotAction"),
            Resources = Texts(members, "Resource"),
            NotResources = Texts(members, "NotResource"),
            Principals = Principals(members, "Principal"),
            NotPrincipals = Principals(members, "NotPrincipal"),
            Conditions = Conditions(members),
        };
    }

    private static PolicyPrincipal[]? Principals(Dictionary<string, JsonElement> members, string name)
    {
        if (!members.TryGetValue(name, out var element))
        {
            return null;
        }

        if (element.ValueKind == JsonValueKind.String)
        {
            return [new(string.Empty, element.GetString()!)];
        }

        return [.. Members(element).SelectMany(kind => Texts(kind.Value).Select(principal => new PolicyPrincipal(kind.Key, principal)))];
    }

    private static PolicyCondition[] Conditions(Dictionary<string, JsonElement> members) =>
        members.TryGetValue("Condition", out var element)
            ?
            [
                .. Members(element)
                    .SelectMany(block => Members(block.Value).Select(key => PolicyCondition.Parse(block.Key, key.Key, ConditionValues(key.Value)))),
            ]
            : [];

    private static string[] ConditionValues(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(ConditionValue)] : [ConditionValue(value)];

    private static string ConditionValue(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.True or JsonValueKind.False or JsonValueKind.Number => value.GetRawText(),
            _ => throw new MalformedPolicyException(PolicySyntax.Errors),
        };

    /// <summary>The members of an object. An element that is there twice is refused: which one counts would be anyone's guess.</summary>
    private static Dictionary<string, JsonElement> Members(JsonElement element)
    {
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (element.ValueKind != JsonValueKind.Object || element.EnumerateObject().Any(member => !members.TryAdd(member.Name, member.Value)))
        {
            throw new MalformedPolicyException(PolicySyntax.Errors);
        }

        return members;
    }

    private void Only(Dictionary<string, JsonElement> members, params string[] known)
    {
        if (members.Keys.FirstOrDefault(name => !known.Contains(name, StringComparer.Ordinal)) is { } unknown)
        {
            throw new MalformedPolicyException(syntax.Prohibited(unknown));
        }
    }

    private static void NotBoth(Dictionary<string, JsonElement> members, string one, string other)
    {
        if (members.ContainsKey(one) && members.ContainsKey(other))
        {
            throw new MalformedPolicyException(PolicySyntax.Errors);
        }
    }

    private JsonElement Required(Dictionary<string, JsonElement> members, string name) =>
        members.TryGetValue(name, out var value) ? value : throw new MalformedPolicyException(syntax.Missing(name));

    private static string? Text(Dictionary<string, JsonElement> members, string name) =>
        members.TryGetValue(name, out var value)
            ? value.ValueKind == JsonValueKind.String
                ? value.GetString()
                : throw new MalformedPolicyException(PolicySyntax.Errors)
            : null;

    private static string[]? Texts(Dictionary<string, JsonElement> members, string name) => members.TryGetValue(name, out var value) ? Texts(value) : null;

    private static string[] Texts(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => [value.GetString()!],
            JsonValueKind.Array when value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) =>
            [
                .. value.EnumerateArray().Select(item => item.GetString()!),
            ],
            _ => throw new MalformedPolicyException(PolicySyntax.Errors),
        };
}

/// <summary>What IAM says about a document that it cannot read. The sentences differ between trust policies and policies that grant.</summary>
/// <param name="InvalidJson">For text that is not JSON.</param>
/// <param name="Missing">For an element that has to be there.</param>
/// <param name="Prohibited">For an element that must not be there.</param>
internal sealed record PolicySyntax(string InvalidJson, Func<string, string> Missing, Func<string, string> Prohibited)
{
    /// <summary>The sentence for everything that is JSON and still no policy.</summary>
    public const string Errors = "Syntax errors in policy.";

    public static readonly PolicySyntax Trust = new(
        "This policy contains invalid Json",
        element => $"Missing required field {element}",
        element => $"Has prohibited field {element}"
    );

    public static readonly PolicySyntax Permissions = new(Errors, MissingInPermissions, _ => Errors);

    private static string MissingInPermissions(string element) =>
        element switch
        {
            "Action" => "Policy statement must contain actions.",
            "Resource" => "Policy statement must contain resources.",
            _ => Errors,
        };
}

/// <summary>A policy document that IAM would not take, in IAM's words.</summary>
internal sealed class MalformedPolicyException(string message) : Exception(message);
