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
    private const string Https = "https://";

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
            OpenIdConnectProviderReference { Provider.TypedArn.Literal: not null } => true,
            _ => false,
        };
        return !isTold || Found(claims).Provider!.Equals(request.Provider)
            ? request
            : throw DefinitionErrors.Create(
                nameof(Messages.TokenOfNamedProvider),
                Target,
                Text(claims, "iss"),
                string.Join(", ", Texts(claims["aud"])),
                request.Provider
            );
    }

    private RoleRequest Found(JsonObject claims)
    {
        var issuer = Text(claims, "iss");
        var name = issuer.StartsWith(Https, StringComparison.Ordinal) ? issuer[Https.Length..] : issuer;
        if (claims["aud"] is null && (claims["token_use"] is not null || claims["client_id"] is not null))
        {
            throw DefinitionErrors.Create(nameof(Messages.TokenOfAccess), Target, ServiceMessages.MissingClaim("aud"));
        }

        var audiences = Texts(claims["aud"]);
        return OfLoginProvider(name, audiences)
            ?? OfOpenIdConnect(issuer, name, audiences)
            ?? OfUserPool(name, audiences)
            ?? throw NotOfPool(issuer, audiences);
    }

    private RoleRequest? OfLoginProvider(string name, IReadOnlyList<string> audiences) =>
        LoginProvider.OfUrl(name) is { } login
        && pool.Definition.LoginProviders.FirstOrDefault(known => known.Provider == login) is { } provider
        && (provider.TypedAppId.Literal is not { } application || audiences.Contains(application))
            ? pool.RequestOf(new LoginProviderReference(login))
            : null;

    private RoleRequest? OfOpenIdConnect(string issuer, string name, IReadOnlyList<string> audiences) =>
        pool.Definition.OpenIdConnectProviders.FirstOrDefault(known =>
            known.TypedArn?.Literal?.EndsWith($":oidc-provider/{name}", StringComparison.Ordinal)
            ?? (known.TypedUrl?.Literal == issuer && known.TypedClientIds.Any(client => audiences.Contains(client.Literal)))
        )
            is { } provider
            ? pool.RequestOf(new OpenIdConnectProviderReference(provider))
            : null;

    /// <summary>
    /// The user pool and client of the token. Of a template only the names are known of what it creates; then the one provider that can be meant is taken,
    /// and a note says so.
    /// </summary>
    private RoleRequest? OfUserPool(string name, IReadOnlyList<string> audiences)
    {
        if (!name.StartsWith("cognito-idp.", StringComparison.Ordinal))
        {
            return null;
        }

        var candidates = pool.Definition.UserPools.Where(known => (known.ProviderName ?? name) == name && Is(known.TypedClientId?.Literal)).ToList();
        var exact =
            candidates.Find(known => known.ProviderName is not null && known.TypedClientId?.Literal is not null) ?? (candidates is [var only] ? only : null);
        if (exact is null)
        {
            return candidates.Count == 0
                ? null
                : throw DefinitionErrors.Create(
                    nameof(Messages.TokenProviderAmbiguous),
                    Target,
                    pool.Definition,
                    string.Join(", ", candidates.Select(known => known.ToString()))
                );
        }

        var request = pool.RequestOf(new UserPoolReference(exact.UserPool, exact.UserPoolClient));
        return exact.ProviderName is not null && exact.TypedClientId?.Literal is not null
            ? request
            : request with
            {
                Remarks = [RoleDecisionNote.Create(nameof(Messages.NoteTokenProviderAssumed), exact)],
            };

        bool Is(string? client) => client is null || audiences.Contains(client);
    }

    private DefinitionException NotOfPool(string issuer, IReadOnlyList<string> audiences) =>
        DefinitionErrors.Create(
            nameof(Messages.TokenOfOtherProvider),
            Target,
            issuer,
            string.Join(", ", audiences),
            pool.Definition,
            pool.Definition.Providers.Count == 0 ? Messages.NoProviders : pool.Definition.Providers
        );

    private static string Text(JsonObject claims, string name) =>
        claims[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is { Length: > 0 } text
            ? text
            : throw DefinitionErrors.Create(nameof(Messages.TokenClaimMissing), Target, name, ServiceMessages.MissingClaim(name));

    private static IReadOnlyList<string> Texts(JsonNode? claim) => ClaimValue.From(claim)?.Items ?? [];
}
