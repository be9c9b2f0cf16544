namespace IdentityPools.Completion;

/// <summary>Completes the words of a closed set and says what each of them means.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
public sealed class ChoiceCompleter<T> : ValueCompleter
    where T : struct, Enum
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line) =>
        Enum.GetNames<T>().Select(word => Suggestion.Create(word, $"Completed{typeof(T).Name}_{word}"));
}

/// <summary>Completes login providers: those of the pool on the line, or all where no pool is known.</summary>
public sealed class LoginProviderCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line) =>
        line.KnowsPools
            ? from pool in line.Pools
            from provider in pool.LoginProviders
            select Suggestion.Create($"{provider.Provider}", nameof(Messages.CompletedProvider), provider.Provider, pool)
            : Enum.GetValues<LoginProviderName>()
                .Select(login => Suggestion.Create($"{login}", nameof(Messages.CompletedLoginProvider), login, LoginProvider.UrlOf(login)));
}
