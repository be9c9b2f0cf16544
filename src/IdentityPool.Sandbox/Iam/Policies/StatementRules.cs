using IdentityPools.Policies;

namespace IdentityPools.Sandbox.Iam;

/// <summary>What the statements of every kind of policy have to fulfil.</summary>
internal static class StatementRules
{
    /// <summary>Checks ids and actions.</summary>
    public static void Check(ParsedPolicy policy, PolicySyntax syntax)
    {
        var sids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var statement in policy.Statements)
        {
            CheckSid(statement.Sid, sids);
            if ((statement.Actions ?? statement.NotActions) is not { Count: > 0 } actions)
            {
                throw new MalformedPolicyException(syntax.Missing("Action"));
            }

            foreach (var action in actions)
            {
                CheckAction(action);
            }
        }
    }

    private static void CheckSid(string? sid, HashSet<string> others)
    {
        if (string.IsNullOrEmpty(sid))
        {
            return;
        }

        if (!sid.All(char.IsAsciiLetterOrDigit))
        {
            throw new MalformedPolicyException(
                "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*"
            );
        }

        if (!others.Add(sid))
        {
            throw new MalformedPolicyException("Statement IDs (SID) in a single policy must be unique.");
        }
    }

    private static void CheckAction(string action)
    {
        if (action == "*")
        {
            return;
        }

        var parts = action.Split(':');
        if (parts.Length == 1 || parts[1].Length == 0)
        {
            throw new MalformedPolicyException("Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.");
        }

        if (parts.Length > 2)
        {
            throw new MalformedPolicyException("Actions/Condition can contain only one colon.");
        }

        if (parts[0].Length == 0 || !parts[0].All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '.' or '*' or '?'))
        {
            throw new MalformedPolicyException($"Vendor {parts[0]} is not valid");
        }
    }
}
