namespace IdentityPools.Binding;

/// <summary>Completes the roles of the pool on the line by the name they have within it; where the pool is not known, the default roles.</summary>
public sealed class RoleCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line)
    {
        var known = line.Pools.SelectMany(pool => pool.RoleNames()).ToList();
        return (known.Count > 0 ? known : [IdentityPoolRole.AuthenticatedName, IdentityPoolRole.UnauthenticatedName])
            .Select(Known)
            .Concat(line.DefinedRoles.Select(name => Suggestion.Of(name, nameof(Messages.CompletedRoleOnLine), name)));
    }

    private static Suggestion Known(string name) =>
        name switch
        {
            IdentityPoolRole.AuthenticatedName => Suggestion.Of(name, nameof(Messages.CompletedAuthenticatedRole)),
            IdentityPoolRole.UnauthenticatedName => Suggestion.Of(name, nameof(Messages.CompletedUnauthenticatedRole)),
            _ => Suggestion.Of(name, nameof(Messages.CompletedRole), name),
        };
}
