using IdentityPools.Values;

namespace IdentityPools.Binding;

/// <summary>Completes how long a session of a role may last, in seconds.</summary>
public sealed class MaxSessionDurationCompleter : ValueCompleter
{
    private const int Hour = 3600;

    private static readonly int[] Hours = [2, 4, 8, 12];

    private protected override IEnumerable<Suggestion> Values(CompletionLine line) =>
        Hours
            .Select(hours => Suggestion.OfNumber(hours * Hour, Fault.Sentence(nameof(Messages.CompletedDuration), hours)))
            .Prepend(Suggestion.OfNumber(Hour, Messages.CompletedDurationDefault));
}
