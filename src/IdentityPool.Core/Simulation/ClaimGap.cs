namespace IdentityPools.Simulation;

/// <summary>
/// Finds values of one claim that one rule takes and others do not. The tests are equality, beginning and part, so it is enough to try few values: where one
/// of an infinite number would do, one with a character that stands in no rule does.
/// </summary>
/// <param name="rules">Every rule on the claim; their values tell which character is free.</param>
internal sealed class ClaimGap(IReadOnlyList<RoleMappingRule> rules)
{
    private const string FreeCharacters = "x-zyw0123456789";

    /// <summary>A character that stands in no value of a rule, so that adding it makes no rule match.</summary>
    private readonly string free = FreeCharacter(rules);

    /// <summary>A value that the rule takes and the earlier ones do not; null when there is none.</summary>
    /// <param name="rule">The rule; null to find a value that no earlier one takes.</param>
    /// <param name="earlier">The rules before it.</param>
    public string? Value(RoleMappingRule? rule, IReadOnlyCollection<RoleMappingRule> earlier) =>
        Candidates(rule, earlier).FirstOrDefault(value => (rule is null || Takes(rule, value)) && !earlier.Any(other => Takes(other, value)));

    public static bool Takes(RoleMappingRule rule, string value) =>
        RuleMatch.Evaluate(rule, new(new Dictionary<string, ClaimValue> { [rule.TypedClaim.Literal!] = new(value, [value], ClaimKind.Text) })) == true;

    /// <summary>
    /// With an earlier NotEqual only its own value is left. Else a value without anything superfluous but free characters around it meets the fewest of the
    /// earlier rules.
    /// </summary>
    private IEnumerable<string> Candidates(RoleMappingRule? rule, IReadOnlyCollection<RoleMappingRule> earlier)
    {
        foreach (var left in earlier.Where(other => other.MatchType == ClaimMatchType.NotEqual))
        {
            yield return left.TypedClaimValue.Literal!;
        }

        var value = rule?.TypedClaimValue.Literal ?? "";
        yield return rule?.MatchType switch
        {
            ClaimMatchType.Equals => value,
            ClaimMatchType.StartsWith => value + free,
            ClaimMatchType.Contains => free + value + free,
            _ => free,
        };
    }

    private static string FreeCharacter(IReadOnlyList<RoleMappingRule> rules)
    {
        var used = rules.SelectMany(rule => rule.TypedClaimValue.Literal ?? "").ToHashSet();
        return FreeCharacters.Concat(Enumerable.Range('\u00c0', 0x2000).Select(code => (char)code)).First(character => !used.Contains(character)).ToString();
    }
}
