using IdentityPools.Simulation;

namespace IdentityPools.Binding;

/// <summary>Completes the value that a rule compares a claim with, where the claim has few or the pool's rules have some.</summary>
public sealed class ClaimValueCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line)
    {
        var claim = line.Arguments.Texts("Claim").FirstOrDefault();
        return claim is null ? [] : OfClaim(claim).Concat(OfProviders(claim, line)).Concat(OfRules(claim, line));
    }

    private static IEnumerable<Suggestion> OfClaim(string claim) =>
        claim switch
        {
            "email_verified" or "phone_number_verified" or "is_private_email" =>
            [
                Suggestion.Of("true", nameof(Messages.CompletedTrue)),
                Suggestion.Of("false", nameof(Messages.CompletedFalse)),
            ],
            _ => [],
        };

    private static IEnumerable<Suggestion> OfProviders(string claim, CompletionLine line) =>
        from pool in line.PoolsAtHand
        from reference in line.Provider is { } named ? [named] : pool.ProviderReferences
        let provider = pool.Bound(reference)
        let value = IssuedClaims.Of(pool, provider).ValueOf(claim)
        where value is not null
        select Suggestion.Of(value, nameof(Messages.CompletedIssued), provider);

    private static IEnumerable<Suggestion> OfRules(string claim, CompletionLine line) =>
        from pool in line.PoolsAtHand
        from rule in pool.RoleMappings.SelectMany(mapping => mapping.Rules)
        where rule.Claim.Literal == claim && rule.ClaimValue.IsLiteral
        select Suggestion.Of(rule.ClaimValue.Literal!, nameof(Messages.CompletedRuleValue), pool, claim);
}
