using System.Text.Json;
using System.Text.Json.Nodes;
using IdentityPools.Model;
using IdentityPools.Sandbox.Iam;
using IdentityPools.Simulation;

namespace IdentityPools.Sandbox.Pools;

/// <summary>Checks the tokens of a request against the providers of a pool.</summary>
/// <param name="pool">The pool.</param>
/// <param name="iam">Its account's IAM.</param>
/// <param name="context">The call.</param>
internal sealed class LoginReader(SandboxPool pool, IamAccount iam, SandboxContext context)
{
    public IReadOnlyList<Login> Read(JsonObject input) => [.. input.Pairs("Logins").Select(login => Read(login.Key, login.Value))];

    private Login Read(string key, string token) => OfProvider(IssuerName.Settled(key), token);

    private Login OfProvider(string key, string token) =>
        key == context.Partition.TrustPrincipal ? OfDeveloper(key, token)
        : pool.UserPools.Any(provider => provider.Text("ProviderName") == key) ? OfUserPool(key, token)
        : pool.Settings.Pairs("SupportedLoginProviders").FirstOrDefault(provider => provider.Key == key) is { Key: not null } social
            ? OfSocial(key, social.Value, token)
        : pool.Settings.Texts("SamlProviderARNs").Contains(key) ? OfSaml(key, token)
        : OpenIdConnectArn(key) is { } arn ? OfOpenIdConnect(key, arn, token)
        : throw PoolErrors.NotAuthorized(ServiceMessages.NotSupportedProvider);

    private string? OpenIdConnectArn(string key) =>
        pool.Settings.Texts("OpenIdConnectProviderARNs").FirstOrDefault(arn => IssuerName.AreSame(IssuerName.OfArn(arn), key));

    private Login OfUserPool(string key, string token)
    {
        var claims = Claims(token, key);
        var clients = pool.UserPools.Where(provider => provider.Text("ProviderName") == key).Select(provider => provider.Text("ClientId"));
        return Create(key, claims, $"{key}:{Client(claims, clients, [])}", key);
    }

    private Login OfOpenIdConnect(string key, string arn, string token)
    {
        var claims = Claims(token, key);
        _ = Client(claims, ClientsOf(arn), []);
        return Create(key, claims, arn, arn);
    }

    /// <summary>Google and Apple give OpenID Connect tokens, which can be read; the others' mean something to their makers only.</summary>
    private Login OfSocial(string key, string applicationId, string token)
    {
        if (key is not ("accounts.google.com" or "appleid.apple.com"))
        {
            return new(new(key, token), key, key, TokenClaims.None);
        }

        var claims = Claims(token, key);
        _ = Client(claims, [applicationId], OpenIdConnectArn(key) is { } arn ? ClientsOf(arn) : []);
        return Create(key, claims, key, key);
    }

    private List<string> ClientsOf(string arn) => iam.OpenIdConnectProviders.TryGetValue(arn, out var provider) ? provider.ClientIds : [];

    /// <summary>The client that a token is for, as far as the pool takes it.</summary>
    private static string Client(JsonObject claims, IEnumerable<string?> clients, IEnumerable<string?> others)
    {
        var audience = TokenAudience.Of(claims);
        return TokenAcceptance.Judge(audience, clients, others).Refusal switch
        {
            null => audience.Clients[0],
            var refusal when audience.Clients.Count == 0 => throw PoolErrors.InvalidToken(refusal),
            var refusal => throw PoolErrors.NotAuthorized(refusal),
        };
    }

    private static Login OfSaml(string key, string token)
    {
        var assertion = SamlAssertion.Read(token) ?? throw PoolErrors.InvalidToken("Not a valid SAML assertion.");
        return new(new(key, assertion.Subject), key, key, assertion.Claims);
    }

    /// <summary>A token that the pool itself gave to someone whom a developer's backend vouches for.</summary>
    private Login OfDeveloper(string key, string token)
    {
        var claims = Claims(token, key);
        return Claim(claims, "aud") == pool.Id ? Create(key, claims, null, key) : throw PoolErrors.InvalidToken("The token is not of this identity pool.");
    }

    private static Login Create(string key, JsonObject claims, string? mappingKey, string tagProvider) =>
        new(new(key, Claim(claims, "sub")), mappingKey, tagProvider, TokenClaims.FromJson(claims));

    private JsonObject Claims(string token, string key)
    {
        var claims = JsonWebToken.Read(token) ?? throw PoolErrors.InvalidToken("Not a valid OpenId Connect identity token.");
        if (IssuerName.OfToken(Claim(claims, "iss")) is not { } issuer || !IssuerName.AreSame(IssuerName.Settled(issuer), key))
        {
            throw PoolErrors.InvalidToken("Issuer doesn't match providerName");
        }

        if (claims["exp"] is JsonValue end && end.TryGetValue<long>(out var expiration) && expiration <= context.Time.ToUnixTimeSeconds())
        {
            throw PoolErrors.InvalidToken($"Token expired: {expiration} >= {context.Time.ToUnixTimeSeconds()}");
        }

        return claims;
    }

    private static string Claim(JsonObject claims, string name) =>
        claims[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String
            ? value.GetValue<string>()
            : throw PoolErrors.InvalidToken(ServiceMessages.MissingClaim(name));
}
