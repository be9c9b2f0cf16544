namespace IdentityPools.Binding;

/// <summary>Completes user pools.</summary>
public sealed class UserPoolCompleter : PartCompleter<UserPool>
{
    private protected override IEnumerable<Suggestion> Parts(IdentityPool pool, CompletionLine line) =>
        pool
            .UserPools.Where(known => known.UserPool.Id?.Literal is not null)
            .Select(known => Suggestion.Of(known.UserPool.Id!.Literal!, nameof(Messages.CompletedProvider), nameof(UserPool), pool));
}
