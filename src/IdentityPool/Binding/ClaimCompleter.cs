using IdentityPools.Simulation;

namespace IdentityPools.Binding;

/// <summary>Completes claims: those that the tokens of the provider on the line carry, or of the pool's providers, and those that rules of the pool look at.</summary>
public sealed class ClaimCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line)
    {
        var sources = Sources(line);
        return WellKnownClaim
            .All.Where(claim => (claim.Sources & sources) != ClaimSource.None)
            .Select(claim => new Suggestion(claim.Name, claim.Meaning))
            .Concat(
                line.PoolsAtHand.SelectMany(pool =>
                    pool.RoleMappings.SelectMany(mapping => mapping.Rules)
                        .Where(rule => rule.Claim.IsLiteral)
                        .Select(rule => Suggestion.Of(rule.Claim.Literal!, nameof(Messages.CompletedRuleClaim), pool))
                )
            );
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
