using IdentityPools.Model;

namespace IdentityPools.Completion;

/// <summary>
/// Completes a part of a pool by its name: as the pool on the line has it, or else those that variables of the session hold; and the variables that hold such
/// a part themselves.
/// </summary>
/// <typeparam name="T">The part.</typeparam>
public abstract class PartCompleter<T> : ValueCompleter
    where T : notnull
{
    private protected PartCompleter() { }

    private protected sealed override IEnumerable<Suggestion> Values(CompletionLine line) =>
        Named(line)
            .Concat(
                line.Session.Where(value => value is T part && IsMeant(part, line))
                    .Select(variable => Suggestion.ForVariable(variable.Name, variable.Value))
                    .OfType<Suggestion>()
            );

    /// <summary>The parts of a pool that can be named by text.</summary>
    private protected abstract IEnumerable<Suggestion> Parts(IdentityPool pool, CompletionLine line);

    /// <summary>Whether a part that a variable holds can be meant.</summary>
    private protected virtual bool IsMeant(T part, CompletionLine line) => true;

    private List<Suggestion> Named(CompletionLine line)
    {
        var ofLine = line.Pools.SelectMany(pool => Parts(pool, line)).ToList();
        return ofLine.Count > 0 ? ofLine : line.Session.Holding<IdentityPool>().SelectMany(held => Parts(held.Value, line)).ToList();
    }
}

/// <summary>Completes user pools.</summary>
public sealed class UserPoolCompleter : PartCompleter<UserPool>
{
    private protected override IEnumerable<Suggestion> Parts(IdentityPool pool, CompletionLine line) =>
        pool
            .UserPools.Where(known => known.UserPool.Id?.Literal is not null)
            .Select(known => Suggestion.Create(known.UserPool.Id!.Literal!, nameof(Messages.CompletedProvider), nameof(UserPool), pool));
}

/// <summary>Completes app clients: those of the user pool that the line names, if it names one.</summary>
public sealed class UserPoolClientCompleter : PartCompleter<UserPoolClient>
{
    private protected override IEnumerable<Suggestion> Parts(IdentityPool pool, CompletionLine line) =>
        pool
            .UserPools.Where(known => known.ClientId?.Literal is not null && IsOf(known.UserPool, line))
            .Select(known => Suggestion.Create(known.ClientId!.Literal!, nameof(Messages.CompletedClient), known.UserPool, pool));

    private protected override bool IsMeant(UserPoolClient part, CompletionLine line) => part.UserPool is null || IsOf(part.UserPool, line);

    private static bool IsOf(UserPool userPool, CompletionLine line) => (line.Provider as UserPoolReference)?.UserPool.IsSamePool(userPool) != false;
}

/// <summary>Completes OpenID Connect providers of IAM.</summary>
public sealed class OpenIdConnectProviderCompleter : PartCompleter<OpenIdConnectProvider>
{
    private protected override IEnumerable<Suggestion> Parts(IdentityPool pool, CompletionLine line) =>
        pool
            .OpenIdConnectProviders.Where(provider => provider.Arn?.Literal is not null)
            .Select(provider => Suggestion.Create(provider.Arn!.Literal!, nameof(Messages.CompletedProvider), nameof(OpenIdConnectProvider), pool));
}

/// <summary>Completes SAML providers of IAM.</summary>
public sealed class SamlProviderCompleter : PartCompleter<SamlProvider>
{
    private protected override IEnumerable<Suggestion> Parts(IdentityPool pool, CompletionLine line) =>
        pool
            .SamlProviders.Where(provider => provider.Arn?.Literal is not null)
            .Select(provider => Suggestion.Create(provider.Arn!.Literal!, nameof(Messages.CompletedProvider), nameof(SamlProvider), pool));
}

/// <summary>Completes providers by the name that the API knows them by: those of the pool on the line, or else the login providers.</summary>
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
        return ofPool.Count > 0 ? ofPool : Enum.GetValues<LoginProviderName>().Select(login => new Suggestion(LoginProvider.UrlOf(login), $"{login}"));
    }
}

/// <summary>Completes providers that can have a role mapping or principal tags: AWS takes neither for a developer provider.</summary>
public sealed class MappedProviderUrlCompleter : ProviderUrlCompleter
{
    private protected override bool IsMeant(ProviderReference provider) => provider is not ProviderUrlReference;
}
