using IdentityPools.Values;

namespace IdentityPools.Simulation;

/// <summary>
/// Tells of every rule of a mapping whether any claims lead to it, and which fall through. Exact for claims that are text: a rule looks at one claim, so only
/// earlier rules on the same claim can take from it; the other claims may be missing.
/// </summary>
internal sealed class MappingCoverage
{
    private readonly SimulatedPool pool;
    private readonly RoleMapping mapping;
    private readonly IssuedClaims issued;

    private MappingCoverage(SimulatedPool pool, RoleMapping mapping) =>
        (this.pool, this.mapping, issued) = (pool, mapping, IssuedClaims.For(pool.Definition, mapping.Provider));

    public static IEnumerable<RoleCoverage> Analyze(SimulatedPool pool, RoleMapping mapping)
    {
        var coverage = new MappingCoverage(pool, mapping);
        return mapping.Type == RoleMappingType.Token ? coverage.OfToken() : coverage.OfRules();
    }

    private IEnumerable<RoleCoverage> OfToken()
    {
        const string One = "arn:aws:iam::123456789012:role/One";
        const string Other = "arn:aws:iam::123456789012:role/Other";
        yield return Reached(RoleDecisionStep.PreferredRole, nameof(Messages.CoveragePreferredRole), (TokenClaims.PreferredRole, One));
        yield return Reached(RoleDecisionStep.SingleRole, nameof(Messages.CoverageSingleRole), (TokenClaims.Roles, One));
        yield return Reached(RoleDecisionStep.AmbiguousRoleResolution, nameof(Messages.CoverageSeveralRoles), (TokenClaims.Roles, $"{One},{Other}"));
        yield return Reached(RoleDecisionStep.AmbiguousRoleResolution, nameof(Messages.CoverageNoRoles));
    }

    private IEnumerable<RoleCoverage> OfRules() => mapping.Rules.Select((rule, position) => OfRule(rule, position + 1)).Concat(OfFallback());

    private RoleCoverage OfRule(RoleMappingRule rule, int position)
    {
        if (rule is not { TypedClaim.Literal: { } claim, TypedClaimValue.Literal: not null })
        {
            return Unknown(rule, position);
        }

        if (!issued.MayHave(claim))
        {
            return Unreachable(rule, position, [], nameof(Messages.CoverageNotIssued), mapping.Provider, claim, string.Join(", ", issued.Names));
        }

        // A claim of a known value, as the audience, decides by that value; rules on it before this one take everything when they match.
        var taken = EarlierByFixedClaim(position);
        if (taken.Count > 0)
        {
            return Unreachable(rule, position, taken, nameof(Messages.CoverageShadowed), Places(taken));
        }

        var earlier = Earlier(claim, position);
        var value = issued.ValueOf(claim) is { } known
            ? (ClaimGap.Takes(rule, known) ? known : null)
            : Gap(claim).Value(rule, earlier.Select(item => item.Rule).ToList());
        return value is not null ? Reached(rule, position, claim, value)
            : issued.ValueOf(claim) is { } never ? Unreachable(rule, position, [], nameof(Messages.CoverageFixed), claim, never, mapping.Provider)
            : Shadowed(rule, position, Gap(claim), earlier);
    }

    private List<int> EarlierByFixedClaim(int position) =>
        mapping
            .Rules.Take(position - 1)
            .Select((rule, index) => (Rule: rule, Position: index + 1))
            .Where(item => IsLiteral(item.Rule) && issued.ValueOf(item.Rule.TypedClaim.Literal!) is { } value && ClaimGap.Takes(item.Rule, value))
            .Select(item => item.Position)
            .Take(1)
            .ToList();

    private List<(RoleMappingRule Rule, int Position)> Earlier(string claim, int position) =>
        mapping
            .Rules.Take(position - 1)
            .Select((rule, index) => (Rule: rule, Position: index + 1))
            .Where(item => IsLiteral(item.Rule) && item.Rule.TypedClaim.Literal == claim)
            .ToList();

    /// <summary>The fewest earlier rules that are enough to leave nothing.</summary>
    private RoleCoverage Shadowed(RoleMappingRule rule, int position, ClaimGap gap, List<(RoleMappingRule Rule, int Position)> earlier)
    {
        var needed = earlier;
        foreach (var item in earlier)
        {
            var fewer = needed.Where(other => other.Position != item.Position).ToList();
            if (gap.Value(rule, fewer.Select(other => other.Rule).ToList()) is null)
            {
                needed = fewer;
            }
        }

        var places = needed.Select(item => item.Position).ToList();
        return Unreachable(rule, position, places, nameof(Messages.CoverageShadowed), Places(places));
    }

    private IEnumerable<RoleCoverage> OfFallback()
    {
        if (EarlierByFixedClaim(mapping.Rules.Count + 1) is { Count: > 0 } taken)
        {
            yield return new()
            {
                Provider = mapping.Provider.ToString(),
                Step = RoleDecisionStep.AmbiguousRoleResolution,
                IsReachable = false,
                ShadowedBy = taken.ToValueList(),
                Reason = MessageText.Format(nameof(Messages.CoverageNothingLeft), Places(taken)),
            };
            yield break;
        }

        var claims = mapping.Rules.Where(IsLiteral).Select(rule => rule.TypedClaim.Literal!).Distinct(StringComparer.Ordinal).ToList();
        yield return Reached(RoleDecisionStep.AmbiguousRoleResolution, nameof(Messages.CoverageWithoutClaims), string.Join(", ", claims));
        foreach (var claim in claims.Where(claim => issued.MayHave(claim) && issued.ValueOf(claim) is null))
        {
            var rules = Earlier(claim, mapping.Rules.Count + 1);
            if (Gap(claim).Value(null, rules.Select(item => item.Rule).ToList()) is { } value)
            {
                yield return Reached(RoleDecisionStep.AmbiguousRoleResolution, nameof(Messages.CoverageOtherValues), (claim, value), Values(claim, rules));
            }
        }
    }

    /// <summary>Which values of a claim no rule takes, in words.</summary>
    private static string Values(string claim, List<(RoleMappingRule Rule, int Position)> rules) =>
        string.Join(
            " ",
            new[] { claim }.Concat([
                string.Join(Messages.CoverageAnd, rules.Select(item => MessageText.Format("CoverageNot" + item.Rule.MatchType, item.Rule.TypedClaimValue))),
            ])
        );

    private ClaimGap Gap(string claim) => new(mapping.Rules.Where(rule => rule.TypedClaim.Literal == claim).ToList());

    private static bool IsLiteral(RoleMappingRule rule) => rule is { TypedClaim.IsLiteral: true, TypedClaimValue.IsLiteral: true };

    private static string Places(IReadOnlyCollection<int> positions) => string.Join(", ", positions);

    private RoleCoverage Unknown(RoleMappingRule rule, int position) =>
        OfRule(rule, position, nameof(Messages.TraceUndetermined), rule.TypedClaim, rule.MatchType, rule.TypedClaimValue);

    private RoleCoverage Unreachable(RoleMappingRule rule, int position, IEnumerable<int> shadowedBy, string sentence, params object?[] arguments) =>
        OfRule(rule, position, sentence, arguments) with
        {
            IsReachable = false,
            ShadowedBy = shadowedBy.ToValueList(),
        };

    private RoleCoverage Reached(RoleMappingRule rule, int position, string claim, string value) =>
        Witnessed(OfRule(rule, position, nameof(Messages.CoverageReached), claim, value), (claim, value));

    private RoleCoverage OfRule(RoleMappingRule rule, int position, string sentence, params object?[] arguments) =>
        new()
        {
            Provider = mapping.Provider.ToString(),
            Position = position,
            Rule = rule,
            Step = RoleDecisionStep.Rule,
            Reason = MessageText.Format(sentence, arguments),
        };

    private RoleCoverage Reached(RoleDecisionStep step, string sentence, (string Claim, string Value) witness, params object?[] arguments) =>
        Witnessed(Plain(step, sentence, arguments), witness);

    private RoleCoverage Reached(RoleDecisionStep step, string sentence, params object?[] arguments) => Witnessed(Plain(step, sentence, arguments));

    private RoleCoverage Plain(RoleDecisionStep step, string sentence, object?[] arguments) =>
        new()
        {
            Provider = mapping.Provider.ToString(),
            Step = step,
            Reason = MessageText.Format(sentence, arguments),
        };

    /// <summary>The coverage with claims that lead there, and what they get when they are played through.</summary>
    private RoleCoverage Witnessed(RoleCoverage coverage, params (string Claim, string Value)[] claims)
    {
        var witness = ValueMap<string>.Create(
            issued.Fixed.Concat(claims.Select(claim => KeyValuePair.Create(claim.Claim, claim.Value))).DistinctBy(claim => claim.Key)
        );
        var request = pool.RequestOf(mapping) with { Claims = TokenClaims.FromDictionary(witness) };
        var decision = new RoleDecision(request);
        return coverage with { IsReachable = decision.Outcome == RoleDecisionOutcome.Undetermined ? null : true, Witness = witness, Decision = decision };
    }
}
