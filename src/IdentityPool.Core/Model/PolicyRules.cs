using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Model;

/// <summary>What IAM allows a statement and a role's statements to be.</summary>
internal static class PolicyRules
{
    public static void Check(PolicyStatementParts parts)
    {
        if (parts is { Actions.Count: > 0, NotActions.Count: > 0 })
        {
            throw DefinitionErrors.Create(nameof(Messages.StatementBothWays), parts.Sid ?? parts.Actions.ToString(), "Action", "NotAction");
        }

        if (parts is { Resources.Count: > 0, NotResources.Count: > 0 })
        {
            throw DefinitionErrors.Create(nameof(Messages.StatementBothWays), parts.Sid ?? parts.Actions.ToString(), "Resource", "NotResource");
        }

        if (parts.Actions.Count + parts.NotActions.Count == 0)
        {
            throw DefinitionErrors.Create(nameof(Messages.StatementWithoutAction), parts.Sid);
        }

        if (parts.Resources.Count + parts.NotResources.Count == 0)
        {
            throw DefinitionErrors.Create(nameof(Messages.StatementWithoutResource), parts.Sid ?? parts.Actions.ToString());
        }

        if (parts.Sid is { } sid && (sid.Length == 0 || !sid.All(char.IsAsciiLetterOrDigit)))
        {
            throw DefinitionErrors.Create(nameof(Messages.InvalidSid), sid, sid);
        }

        foreach (var action in parts.Actions.Concat(parts.NotActions).Select(action => action.Literal).OfType<string>().Where(action => !IsAction(action)))
        {
            throw DefinitionErrors.Create(nameof(Messages.InvalidAction), action, action);
        }

        foreach (
            var resource in parts.Resources.Concat(parts.NotResources).Select(value => value.Literal).OfType<string>().Where(resource => !IsResource(resource))
        )
        {
            throw DefinitionErrors.Create(nameof(Messages.InvalidResource), resource, resource);
        }
    }

    /// <summary>
    /// What statements have to fulfil in one policy. Inline policies of a role have a limit together; functions count as the text that stands for them, so
    /// that a definition near the limit may still be refused by AWS.
    /// </summary>
    public static void CheckTogether(ValueList<PolicyStatement> statements, object target)
    {
        var sids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sid in statements.Select(statement => statement.Sid).OfType<string>().Where(sid => !sids.Add(sid)))
        {
            throw DefinitionErrors.Create(nameof(Messages.DuplicateSid), sid, sid, target);
        }

        CheckCharacters(statements.Sum(statement => statement.ToNode().ToString().Count(character => !char.IsWhiteSpace(character)) + 1), target);
    }

    /// <summary>
    /// Refuses statements that are too many however they are put together, each text of them counted once. To find out how they go together takes time that grows
    /// with the square of their number.
    /// </summary>
    public static void CheckTexts(IEnumerable<PolicyStatement> statements, object target)
    {
        var texts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var statement in statements)
        {
            texts.UnionWith(
                new[] { statement.TypedActions, statement.TypedNotActions, statement.TypedResources, statement.TypedNotResources }
                    .SelectMany(values => values)
                    .Select(value => value.ToString())
            );
            texts.Add(statement.Condition ?? "");
            texts.Add(statement.Sid ?? "");
        }

        CheckCharacters(texts.Sum(text => text.Count(character => !char.IsWhiteSpace(character))), target);
    }

    private static void CheckCharacters(int characters, object target)
    {
        if (characters > Limits.InlinePolicyCharacters)
        {
            throw DefinitionErrors.Create(nameof(Messages.InlinePolicyTooLarge), target, target, characters, Limits.InlinePolicyCharacters);
        }
    }

    /// <summary><c>*</c>, or a service and an action in it, wildcards allowed in both.</summary>
    private static bool IsAction(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return text == "*" || (colon > 0 && colon < text.Length - 1 && text[..colon].All(IsServiceCharacter) && text[(colon + 1)..].All(IsActionCharacter));
    }

    private static bool IsServiceCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '*' or '?';

    private static bool IsActionCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character is '*' or '?' or '_' or '-';

    private static bool IsResource(string text) => text == "*" || (Arn.LooksLike(text) && text.Split(':', 6).Length == 6);
}
