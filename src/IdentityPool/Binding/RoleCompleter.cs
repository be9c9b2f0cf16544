namespace IdentityPools.Binding;

/// <summary>Completes the names of the default roles.</summary>
public sealed class RoleCompleter : ValueCompleter
{
    private protected override IEnumerable<(string Text, string Tooltip)> Values() =>
        [(IdentityPoolRole.AuthenticatedName, "The default role of users who signed in"), (IdentityPoolRole.UnauthenticatedName, "The role of guests")];
}
