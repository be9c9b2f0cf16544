namespace IdentityPools.Simulation;

/// <summary>Whether a rule of a mapping applies to claims.</summary>
internal static class RuleMatch
{
    /// <summary>Whether the rule applies; null where claim or value are known only when the pool is deployed.</summary>
    /// <remarks>A rule on a claim that the token lacks does not apply, whatever its kind.</remarks>
    public static bool? Evaluate(RoleMappingRule rule, TokenClaims claims, ClaimReading reading = default)
    {
        if (rule.TypedClaim.Literal is not { } name)
        {
            return null;
        }

        if (claims[name] is not { } claim)
        {
            return false;
        }

        return rule.TypedClaimValue.Literal is { } expected ? Compare(rule.MatchType, claim, expected, reading) : null;
    }

    private static bool Compare(ClaimMatchType matchType, ClaimValue claim, string expected, ClaimReading reading)
    {
        if (!reading.ByItem || claim.Kind != ClaimKind.List)
        {
            return Compare(matchType, claim.Text, expected, reading.Comparison);
        }

        return matchType == ClaimMatchType.NotEqual
            ? claim.Items.All(item => Compare(matchType, item, expected, reading.Comparison))
            : claim.Items.Any(item => Compare(matchType, item, expected, reading.Comparison));
    }

    private static bool Compare(ClaimMatchType matchType, string actual, string expected, StringComparison comparison) =>
        matchType switch
        {
            ClaimMatchType.Equals => actual.Equals(expected, comparison),
            ClaimMatchType.NotEqual => !actual.Equals(expected, comparison),
            ClaimMatchType.StartsWith => actual.StartsWith(expected, comparison),
            _ => actual.Contains(expected, comparison),
        };
}

/// <summary>How what AWS does not document is read; the default is what public reports show, and what is nearest to the documents.</summary>
/// <param name="IgnoresCase">Whether upper and lower case are the same.</param>
/// <param name="ByItem">Whether a rule looks at the items of a list one by one instead of at all of them as one text.</param>
internal readonly record struct ClaimReading(bool IgnoresCase = false, bool ByItem = false)
{
    public StringComparison Comparison => IgnoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
}
