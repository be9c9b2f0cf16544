using IdentityPools.Model;
using IdentityPools.Simulation;

namespace IdentityPools.Completion;

/// <summary>Completes the value that a rule compares a claim with, where the claim has few or the pool's rules have some.</summary>
public sealed class ClaimValueCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line)
    {
        var claim = line.Arguments.Texts("Claim").FirstOrDefault();
        return claim is null ? [] : ValuesOfClaim(claim).Concat(IssuedValues(claim, line)).Concat(ComparedValues(claim, line));
    }

    private static IEnumerable<Suggestion> ValuesOfClaim(string claim) =>
        claim switch
        {
            "email_verified" or "phone_number_verified" or "is_private_email" =>
            [
                Suggestion.Create("true", nameof(Messages.CompletedTrue)),
                Suggestion.Create("false", nameof(Messages.CompletedFalse)),
            ],
            _ => [],
        };

    private static IEnumerable<Suggestion> IssuedValues(string claim, CompletionLine line) =>
        from pool in line.PoolsAtHand
        from reference in line.Provider is { } named ? [named] : pool.ProviderReferences
        let provider = pool.Bound(reference)
        let value = IssuedClaims.For(pool, provider).ValueOf(claim)
        where value is not null
        select Suggestion.Create(value, nameof(Messages.CompletedIssued), provider);

    private static IEnumerable<Suggestion> ComparedValues(string claim, CompletionLine line) =>
        from pool in line.PoolsAtHand
        from rule in pool.RoleMappings.SelectMany(mapping => mapping.Rules)
        where rule.TypedClaim.Literal == claim && rule.TypedClaimValue.IsLiteral
        select Suggestion.Create(rule.TypedClaimValue.Literal!, nameof(Messages.CompletedRuleValue), pool, claim);
}

/// <summary>Completes claims: those that the tokens of the provider on the line carry, or of the pool's providers, and those that rules of the pool look at.</summary>
public sealed class ClaimCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line) =>
        Known(line)
            .Select(claim => new Suggestion(claim.Name, claim.Meaning))
            .Concat(
                line.PoolsAtHand.SelectMany(pool =>
                    pool.RoleMappings.SelectMany(mapping => mapping.Rules)
                        .Where(rule => rule.TypedClaim.IsLiteral)
                        .Select(rule => Suggestion.Create(rule.TypedClaim.Literal!, nameof(Messages.CompletedRuleClaim), pool))
                )
            );

    /// <summary>The claims that tokens of the provider on the line carry, or of the pool's providers.</summary>
    internal static IEnumerable<WellKnownClaim> Known(CompletionLine line)
    {
        var sources = Sources(line);
        return WellKnownClaim.All.Where(claim => (claim.Sources & sources) != ClaimSource.None);
    }

    private static ClaimSource Sources(CompletionLine line)
    {
        if (line.Provider is { } provider)
        {
            return WellKnownClaim.SourceOf(provider);
        }

        var ofPools = line
            .Pools.SelectMany(pool => pool.ProviderReferences)
            .Aggregate(ClaimSource.None, (all, reference) => all | WellKnownClaim.SourceOf(reference));
        return ofPools == ClaimSource.None ? ClaimSource.Any : ofPools;
    }
}

/// <summary>Completes the key of a role mapping: the one it would have anyway, to start from.</summary>
public sealed class MappingKeyCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line) =>
        Providers(line)
            .Where(provider => provider.DefaultKey is { Length: > 0 })
            .Select(provider => Suggestion.Create(provider.DefaultKey!, nameof(Messages.CompletedMappingKey), provider));

    private static IEnumerable<ProviderReference> Providers(CompletionLine line) =>
        line.Provider is not { } provider ? line.Pools.SelectMany(pool => pool.ProviderReferences)
        : line.Pools.Count > 0 ? line.Pools.Select(pool => pool.Bound(provider))
        : [provider];
}
