using IdentityPools.Model;

namespace IdentityPools.Binding;

/// <summary>Completes app clients: those of the user pool that the line names, if it names one.</summary>
public sealed class UserPoolClientCompleter : PartCompleter<UserPoolClient>
{
    private protected override IEnumerable<Suggestion> Parts(IdentityPool pool, CompletionLine line) =>
        pool
            .UserPools.Where(known => known.ClientId?.Literal is not null && IsOf(known.UserPool, line))
            .Select(known => Suggestion.Of(known.ClientId!.Literal!, nameof(Messages.CompletedClient), known.UserPool, pool));

    private protected override bool IsMeant(UserPoolClient part, CompletionLine line) => part.UserPool is null || IsOf(part.UserPool, line);

    private static bool IsOf(UserPool userPool, CompletionLine line) => (line.Provider as UserPoolReference)?.UserPool.IsSamePool(userPool) != false;
}
