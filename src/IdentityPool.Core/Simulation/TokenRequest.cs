using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using IdentityPools.Model;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Simulation;

/// <summary>Turns a token into the request that a client would make with it.</summary>
/// <param name="pool">The pool that is asked.</param>
/// <param name="clock">Tells whether tokens are expired.</param>
internal sealed class TokenRequest(SimulatedPool pool, TimeProvider clock)
{
    private const string Target = "Token";

    /// <summary>The request; provider and client come from the token unless the provider is given.</summary>
    /// <exception cref="DefinitionException">The text is not an identity token, or not one of a provider of the pool.</exception>
    public RoleRequest Create(string token, ProviderReference? provider)
    {
        var claims = JsonWebToken.Read(token);
        var request = provider is null ? Found(claims) : Given(claims, pool.RequestOf(provider));
        return request with { Claims = TokenClaims.FromJson(claims), Remarks = [.. request.Remarks, .. Remarks(claims)] };
    }

    private IEnumerable<RoleDecisionNote> Remarks(JsonObject claims)
    {
        yield return RoleDecisionNote.Create(nameof(Messages.NoteTokenNotVerified));
        if (claims["exp"] is JsonValue end && end.TryGetValue<decimal>(out var seconds) && seconds <= clock.GetUtcNow().ToUnixTimeSeconds())
        {
            yield return RoleDecisionNote.Create(nameof(Messages.NoteTokenExpired), When(seconds));
        }
    }

    /// <summary>When a token ends that says so.</summary>
    public static string EndOf(TokenClaims claims) => When(decimal.Parse(claims["exp"]!.Text, NumberStyles.Float, CultureInfo.InvariantCulture));

    private static string When(decimal seconds) =>
        seconds > DateTimeOffset.MinValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds((long)seconds).ToString("u", CultureInfo.InvariantCulture)
            : seconds.ToString(CultureInfo.InvariantCulture);

    /// <summary>The request of a provider that is named; where its tokens tell who issued them, they have to be of it.</summary>
    private RoleRequest Given(JsonObject claims, RoleRequest request)
    {
        var isTold = request.Provider switch
        {
            UserPoolReference { UserPool.ProviderName: not null, Client.TypedClientId.Literal: not null } => true,
            LoginProviderReference { Login: LoginProviderName.Google or LoginProviderName.Apple } => true,
            OpenIdConnectProviderReference { Provider: var provider } => IssuerName.Of(provider) is not null,
            ProviderUrlReference { Value: var name } => name == pool.Definition.TypedDeveloperProviderName,
            _ => false,
        };
        if (!isTold)
        {
            return request;
        }

        var found = Found(claims);
        return found.Provider!.Equals(request.Provider)
            ? found
            : throw DefinitionErrors.Create(nameof(Messages.TokenOfNamedProvider), Target, Text(claims, "iss"), TokenAudience.Of(claims), request.Provider);
    }

    private RoleRequest Found(JsonObject claims)
    {
        var issuer = Text(claims, "iss");
        var audience = TokenAudience.Of(claims);
        if (audience.Clients.Count == 0 && (claims["token_use"] is not null || claims["client_id"] is not null))
        {
            throw DefinitionErrors.Create(nameof(Messages.TokenOfAccess), Target, ServiceMessages.MissingClaim("aud"));
        }

        var name = IssuerName.OfToken(issuer);
        return (
                name is null ? null
                : AwsPartition.IsTrustPrincipal(name) ? OfPool(claims, name, audience)
                : IssuerName.IsOfUserPool(name) ? OfUserPool(name, audience)
                : OfIssuer(name, audience)
            ) ?? throw NotOfPool(issuer, name ?? issuer, audience);
    }

    /// <summary>A token that the pool itself gave to someone whom a developer's backend vouches for.</summary>
    private RoleRequest? OfPool(JsonObject claims, string name, TokenAudience audience)
    {
        var definition = pool.Definition;
        if (definition.Region is { } region && AwsPartition.OfRegion(region).TrustPrincipal != name)
        {
            return null;
        }

        if (!audience.Has(definition.Id))
        {
            throw DefinitionErrors.Create(nameof(Messages.TokenOfAnotherPool), Target, audience, definition.Id);
        }

        var methods = ClaimValue.From(claims["amr"])?.Items ?? [];
        if (definition.TypedDeveloperProviderName is not { } developer || (developer.Literal is { } known && methods.Count > 0 && !methods.Contains(known)))
        {
            throw DefinitionErrors.Create(
                nameof(Messages.TokenOfClassicFlow),
                Target,
                definition,
                string.Join(", ", methods),
                definition.TypedDeveloperProviderName ?? Messages.NoProviders
            );
        }

        var request = pool.RequestOf(new ProviderUrlReference(developer));
        return definition.Id is not null ? request : request with { Remarks = [RoleDecisionNote.Create(nameof(Messages.NoteTokenPoolAssumed), audience)] };
    }

    /// <summary>A token of Google, Apple or any other provider of OpenID Connect.</summary>
    private RoleRequest? OfIssuer(string name, TokenAudience audience)
    {
        var login = pool.Definition.LoginProviders.FirstOrDefault(known => known.Provider == LoginProvider.OfUrl(name));
        var others = pool.Definition.OpenIdConnectProviders.Where(known => IssuerName.AreSame(IssuerName.Of(known), name)).ToList();
        if (login is null && others.Count == 0)
        {
            return null;
        }

        var ofOthers = others.SelectMany(ClientsOf);
        var verdict = login is null ? TokenAcceptance.Judge(audience, ofOthers, []) : TokenAcceptance.Judge(audience, [login.TypedAppId.Literal], ofOthers);
        var other = others.Find(known => ClientsOf(known).Any(audience.Has));
        return verdict is { Refusal: { } refusal, NoteId: null } ? Refused(refusal, audience)
            : login is not null && !verdict.IsOfOther ? Judged(pool.RequestOf(new LoginProviderReference(login.Provider)), verdict, audience)
            : Judged(pool.RequestOf(new OpenIdConnectProviderReference(other!)), verdict, audience) with
            {
                Remarks = ClientsOf(other!).OfType<string>().Any(client => audience.Has(client))
                    ? []
                    : [RoleDecisionNote.Create(nameof(Messages.NoteAudienceNotKnown), other, audience)],
            };
    }

    /// <summary>The clients of a provider. Of one that exists only AWS knows them.</summary>
    private static IEnumerable<string?> ClientsOf(OpenIdConnectProvider provider) =>
        provider.IsManaged ? provider.TypedClientIds.Select(client => client.Literal) : [null];

    /// <summary>
    /// The user pool and client of the token. Of a template only the names are known of what it creates; then the one provider that can be meant is taken,
    /// and a note says so.
    /// </summary>
    private RoleRequest? OfUserPool(string issuer, TokenAudience audience)
    {
        var name = IssuerName.Settled(issuer);
        var ofIssuer = pool.Definition.UserPools.Where(known => IssuerName.AreSame(known.ProviderName ?? name, name)).ToList();
        if (ofIssuer.Count == 0)
        {
            return null;
        }

        var verdict = TokenAcceptance.Judge(audience, ofIssuer.Select(known => known.TypedClientId?.Literal), []);
        if (verdict is { Refusal: { } refusal, NoteId: null })
        {
            return Refused(refusal, audience);
        }

        var candidates = ofIssuer.FindAll(known => audience.Has(known.TypedClientId?.Literal));
        var exact =
            candidates.Find(known => known.ProviderName is not null && known.TypedClientId?.Literal is not null)
            ?? (
                candidates is [var only]
                    ? only
                    : throw DefinitionErrors.Create(
                        nameof(Messages.TokenProviderAmbiguous),
                        Target,
                        pool.Definition,
                        string.Join(", ", candidates.Select(known => known.ToString()))
                    )
            );
        var request = Judged(pool.RequestOf(new UserPoolReference(exact.UserPool, exact.UserPoolClient)), verdict, audience) with
        {
            IsOfUpdatedIssuer = IssuerName.IsUpdated(issuer),
        };
        return exact.ProviderName is not null && exact.TypedClientId?.Literal is not null
            ? request
            : request with
            {
                Remarks = [RoleDecisionNote.Create(nameof(Messages.NoteTokenProviderAssumed), exact)],
            };
    }

    private static RoleRequest Judged(RoleRequest request, TokenVerdict verdict, TokenAudience audience) =>
        verdict is { Refusal: { } message, NoteId: { } note } ? request with { Refusal = new(message, note, audience.ToString()) } : request;

    /// <summary>A token whose refusal is documented is an error; that it lacks an audience is said, that it is of no provider the caller says.</summary>
    private static RoleRequest? Refused(string refusal, TokenAudience audience) =>
        audience.Clients.Count == 0 ? throw DefinitionErrors.Create(nameof(Messages.TokenClaimMissing), Target, "aud", refusal) : null;

    private DefinitionException NotOfPool(string issuer, string name, TokenAudience audience) =>
        pool.Definition.OpenIdConnectProviders.Select(IssuerName.Of).OfType<string>().FirstOrDefault(known => IssuerName.AreAlike(known, name)) is { } alike
            ? DefinitionErrors.Create(nameof(Messages.TokenOfAlikeIssuer), Target, issuer, IssuerName.Scheme + alike, ServiceMessages.NotSupportedProvider)
            : DefinitionErrors.Create(
                nameof(Messages.TokenOfOtherProvider),
                Target,
                issuer,
                audience,
                pool.Definition,
                pool.Definition.Providers.Count == 0 ? Messages.NoProviders : pool.Definition.Providers
            );

    private static string Text(JsonObject claims, string name) =>
        claims[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is { Length: > 0 } text
            ? text
            : throw DefinitionErrors.Create(nameof(Messages.TokenClaimMissing), Target, name, ServiceMessages.MissingClaim(name));
}
