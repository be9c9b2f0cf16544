using IdentityPools.Validation;

namespace IdentityPools.Binding;

/// <summary>Completes the ways to sign in that an app client may allow.</summary>
public sealed class AuthFlowCompleter : ValueCompleter
{
    private protected override IEnumerable<(string Text, string Tooltip)> Values() =>
        UserPoolClientRules.AuthFlows.Select(flow => (flow, $"Authentication flow {flow}"));
}
