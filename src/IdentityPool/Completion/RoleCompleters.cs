using IdentityPools.Model;
using IdentityPools.Values;

namespace IdentityPools.Completion;

/// <summary>Completes the roles of the pool on the line by the name they have within it; where the pool is not known, the default roles.</summary>
public sealed class RoleCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line)
    {
        var known = line.Pools.SelectMany(pool => pool.RoleNames()).ToList();
        return (known.Count > 0 ? known : [IdentityPoolRole.AuthenticatedName, IdentityPoolRole.UnauthenticatedName])
            .Select(Known)
            .Concat(line.DefinedRoles.Select(name => Suggestion.Create(name, nameof(Messages.CompletedRoleOnLine), name)));
    }

    private static Suggestion Known(string name) =>
        name switch
        {
            IdentityPoolRole.AuthenticatedName => Suggestion.Create(name, nameof(Messages.CompletedAuthenticatedRole)),
            IdentityPoolRole.UnauthenticatedName => Suggestion.Create(name, nameof(Messages.CompletedUnauthenticatedRole)),
            _ => Suggestion.Create(name, nameof(Messages.CompletedRole), name),
        };
}

/// <summary>Completes roles that exist by their ARN.</summary>
public sealed class RoleArnCompleter : PartCompleter<IdentityPoolRole>
{
    private protected override IEnumerable<Suggestion> Parts(IdentityPool pool, CompletionLine line) =>
        line.Arguments.Texts("Id").Any(id => id != pool.Id)
            ? []
            : pool
                .Roles.Where(role => role.TypedArn?.Literal is not null)
                .Select(role => Suggestion.Create(role.TypedArn!.Literal!, nameof(Messages.CompletedRoleArn), pool, TrustPolicy.NameOf(role.For)));
}

/// <summary>Completes the role that a simulated caller asks for: by its ARN, or one that the pool creates by its name.</summary>
public sealed class CustomRoleCompleter : PartCompleter<IdentityPoolRole>
{
    private protected override IEnumerable<Suggestion> Parts(IdentityPool pool, CompletionLine line) =>
        pool
            .Roles.Where(role => role.IsManaged || role.TypedArn?.Literal is not null)
            .Select(role =>
                Suggestion.Create(role.TypedArn?.Literal ?? role.ToString(), nameof(Messages.CompletedRoleArn), pool, TrustPolicy.NameOf(role.For))
            );
}

/// <summary>Completes a path in IAM, which begins and ends with a slash; files are not meant.</summary>
public sealed class IamPathCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line) =>
        line
            .PoolsAtHand.SelectMany(pool => pool.Roles)
            .Select(role => role.TypedPath?.Literal)
            .OfType<string>()
            .Append(line.Word.Length > 1 && line.Word[0] == '/' ? $"{line.Word.TrimEnd('/')}/" : "/")
            .Select(path => Suggestion.Create(path, nameof(Messages.CompletedIamPath)));
}

/// <summary>Completes how long a session of a role may last, in seconds.</summary>
public sealed class MaxSessionDurationCompleter : ValueCompleter
{
    private const int Hour = 3600;

    private static readonly int[] Hours = [2, 4, 8, 12];

    private protected override IEnumerable<Suggestion> Values(CompletionLine line) =>
        Hours
            .Select(hours => Suggestion.ForNumber(hours * Hour, MessageText.Format(nameof(Messages.CompletedDuration), hours)))
            .Prepend(Suggestion.ForNumber(Hour, Messages.CompletedDurationDefault));
}
