using IdentityPools.Model;

namespace IdentityPools.Binding;

/// <summary>Completes the ways to sign in that an app client may allow.</summary>
public sealed class AuthFlowCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line) =>
        UserPoolClientRules.AuthFlows.Select(flow => Suggestion.Of(flow, $"AuthFlow_{flow}"));
}
