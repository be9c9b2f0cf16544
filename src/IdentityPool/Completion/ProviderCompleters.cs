using IdentityPools.Model;

namespace IdentityPools.Completion;

/// <summary>
/// Completes a part of a pool by its name: as the pool on the line has it, or else those that variables of the session hold; and the variables that hold such
/// a part themselves. A command that can mean only what the pool has is offered nothing else where the pool is known.
/// </summary>
/// <typeparam name="T">The part.</typeparam>
public abstract class PartCompleter<T> : ValueCompleter
    where T : notnull
{
    private protected PartCompleter() { }

    private protected sealed override IEnumerable<Suggestion> Values(CompletionLine line) =>
        Named(line)
            .Concat(
                line.Session.Where(value => value is T part && IsMeant(part, line) && (!MeansHeld(line) || line.Pools.Any(pool => Holds(pool, part))))
                    .Select(variable => Suggestion.ForVariable(variable.Name, variable.Value))
                    .OfType<Suggestion>()
            );

    /// <summary>The parts of a pool that can be named by text.</summary>
    private protected abstract IEnumerable<Suggestion> Parts(IdentityPool pool, CompletionLine line);

    /// <summary>Whether a part that a variable holds can be meant.</summary>
    private protected virtual bool IsMeant(T part, CompletionLine line) => true;

    /// <summary>Whether the pool has the part, for a part that a variable holds and that a command can mean only if the pool has it.</summary>
    private protected virtual bool Holds(IdentityPool pool, T part) => true;

    /// <summary>The command that adds such a part to a pool, for which others are as good as those that the pool has; null where every command may.</summary>
    private protected virtual string? AddingCommand => null;

    private bool MeansHeld(CompletionLine line) =>
        AddingCommand is not null && line.KnowsPools && !string.Equals(line.Command, AddingCommand, StringComparison.OrdinalIgnoreCase);

    private List<Suggestion> Named(CompletionLine line)
    {
        var ofLine = line.Pools.SelectMany(pool => Parts(pool, line)).ToList();
        return ofLine.Count > 0 || MeansHeld(line) ? ofLine : line.Session.Holding<IdentityPool>().SelectMany(held => Parts(held.Value, line)).ToList();
    }
}

/// <summary>Completes user pools.</summary>
public sealed class UserPoolCompleter : PartCompleter<UserPool>
{
    private protected override IEnumerable<Suggestion> Parts(IdentityPool pool, CompletionLine line) =>
        pool
            .UserPools.Where(known => known.UserPool.TypedId?.Literal is not null)
            .Select(known => Suggestion.Create(known.UserPool.TypedId!.Literal!, nameof(Messages.CompletedProvider), nameof(UserPool), pool));

    private protected override string? AddingCommand => "Add-UserPoolAuthentication";

    private protected override bool Holds(IdentityPool pool, UserPool part) => pool.UserPools.Any(known => known.UserPool.IsSamePool(part));
}

/// <summary>Completes app clients: those of the user pool that the line names, if it names one.</summary>
public sealed class UserPoolClientCompleter : PartCompleter<UserPoolClient>
{
    private protected override IEnumerable<Suggestion> Parts(IdentityPool pool, CompletionLine line) =>
        pool
            .UserPools.Where(known => known.TypedClientId?.Literal is not null && IsOf(known.UserPool, line))
            .Select(known => Suggestion.Create(known.TypedClientId!.Literal!, nameof(Messages.CompletedClient), known.UserPool, pool));

    private protected override string? AddingCommand => "Add-UserPoolAuthentication";

    private protected override bool Holds(IdentityPool pool, UserPoolClient part) =>
        pool.UserPools.Any(known => known.UserPoolClient == part || (part.TypedClientId is { } id && id == known.TypedClientId));

    private protected override bool IsMeant(UserPoolClient part, CompletionLine line) => part.UserPool is null || IsOf(part.UserPool, line);

    private static bool IsOf(UserPool userPool, CompletionLine line) => (line.Provider as UserPoolReference)?.UserPool.IsSamePool(userPool) != false;
}

/// <summary>Completes OpenID Connect providers of IAM.</summary>
public sealed class OpenIdConnectProviderCompleter : PartCompleter<OpenIdConnectProvider>
{
    private protected override IEnumerable<Suggestion> Parts(IdentityPool pool, CompletionLine line) =>
        pool
            .OpenIdConnectProviders.Where(provider => provider.TypedArn?.Literal is not null)
            .Select(provider => Suggestion.Create(provider.TypedArn!.Literal!, nameof(Messages.CompletedProvider), nameof(OpenIdConnectProvider), pool));

    private protected override string? AddingCommand => "Add-OpenIdConnectProvider";

    private protected override bool Holds(IdentityPool pool, OpenIdConnectProvider part) => pool.OpenIdConnectProviders.Contains(part);
}

/// <summary>Completes SAML providers of IAM.</summary>
public sealed class SamlProviderCompleter : PartCompleter<SamlProvider>
{
    private protected override IEnumerable<Suggestion> Parts(IdentityPool pool, CompletionLine line) =>
        pool
            .SamlProviders.Where(provider => provider.TypedArn?.Literal is not null)
            .Select(provider => Suggestion.Create(provider.TypedArn!.Literal!, nameof(Messages.CompletedProvider), nameof(SamlProvider), pool));

    private protected override string? AddingCommand => "Add-SamlProvider";

    private protected override bool Holds(IdentityPool pool, SamlProvider part) => pool.SamlProviders.Contains(part);
}

/// <summary>Completes providers by the name that the API knows them by: those of the pool on the line, or where no pool is known the login providers.</summary>
public class ProviderUrlCompleter : ValueCompleter
{
    /// <summary>Whether the parameter can mean a provider of the pool.</summary>
    private protected virtual bool IsMeant(ProviderReference provider) => true;

    private protected sealed override IEnumerable<Suggestion> Values(CompletionLine line)
    {
        var ofPool = line
            .Pools.SelectMany(pool => pool.ProviderReferences.Where(IsMeant).Select(provider => (pool, provider)))
            .Where(known => known.provider.Url?.Literal is not null)
            .Select(known => Suggestion.Create(known.provider.Url!.Literal!, nameof(Messages.CompletedProvider), known.provider, known.pool))
            .ToList();
        return ofPool.Count > 0 || line.KnowsPools
            ? ofPool
            : Enum.GetValues<LoginProviderName>().Select(login => new Suggestion(LoginProvider.UrlOf(login), $"{login}"));
    }
}

/// <summary>Completes providers that can have a role mapping or principal tags: AWS takes neither for a developer provider.</summary>
public sealed class MappedProviderUrlCompleter : ProviderUrlCompleter
{
    private protected override bool IsMeant(ProviderReference provider) => provider is not ProviderUrlReference;
}
