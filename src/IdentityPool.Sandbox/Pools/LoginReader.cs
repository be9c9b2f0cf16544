using System.Text.Json;
using System.Text.Json.Nodes;
using IdentityPools.Sandbox.Iam;
using IdentityPools.Simulation;

namespace IdentityPools.Sandbox.Pools;

/// <summary>Checks the tokens of a request against the providers of a pool.</summary>
/// <param name="pool">The pool.</param>
/// <param name="iam">Its account's IAM.</param>
/// <param name="context">The call.</param>
internal sealed class LoginReader(SandboxPool pool, IamAccount iam, SandboxContext context)
{
    private static readonly string[] Google = ["accounts.google.com", "https://accounts.google.com"];
    private static readonly string[] Apple = ["https://appleid.apple.com"];

    public IReadOnlyList<Login> Read(JsonObject input) => [.. input.Pairs("Logins").Select(login => Read(login.Key, login.Value))];

    private Login Read(string key, string token) =>
        key == context.Partition.TrustPrincipal ? OfDeveloper(key, token)
        : pool.UserPools.Any(provider => provider.Text("ProviderName") == key) ? OfUserPool(key, token)
        : pool.Settings.Pairs("SupportedLoginProviders").FirstOrDefault(provider => provider.Key == key) is { Key: not null } social
            ? OfSocial(key, social.Value, token)
        : pool.Settings.Texts("SamlProviderARNs").Contains(key) ? OfSaml(key, token)
        : pool.Settings.Texts("OpenIdConnectProviderARNs").FirstOrDefault(arn => arn.EndsWith($":oidc-provider/{key}", StringComparison.Ordinal)) is { } arn
            ? OfOpenIdConnect(key, arn, token)
        : throw NotSupported();

    private Login OfUserPool(string key, string token)
    {
        var claims = Claims(token, [$"https://{key}"]);
        var client = Claim(claims, "aud");
        return pool.UserPools.Any(provider => provider.Text("ProviderName") == key && provider.Text("ClientId") == client)
            ? Create(key, claims, $"{key}:{client}", key)
            : throw NotSupported();
    }

    private Login OfOpenIdConnect(string key, string arn, string token)
    {
        var claims = Claims(token, [$"https://{key}"]);
        return iam.OpenIdConnectProviders.TryGetValue(arn, out var provider) && provider.ClientIds.Contains(Claim(claims, "aud"))
            ? Create(key, claims, arn, arn)
            : throw NotSupported();
    }

    /// <summary>Google and Apple give OpenID Connect tokens, which can be read; the others' mean something to their makers only.</summary>
    private Login OfSocial(string key, string applicationId, string token)
    {
        if (key is not ("accounts.google.com" or "appleid.apple.com"))
        {
            return new(new(key, token), key, key, TokenClaims.None);
        }

        var claims = Claims(token, key == Google[0] ? Google : Apple);
        return Claim(claims, "aud") == applicationId ? Create(key, claims, key, key) : throw NotSupported();
    }

    private static Login OfSaml(string key, string token)
    {
        var assertion = SamlAssertion.Read(token) ?? throw PoolErrors.InvalidToken("Not a valid SAML assertion.");
        return new(new(key, assertion.Subject), key, key, assertion.Claims);
    }

    /// <summary>A token that the pool itself gave to someone whom a developer's backend vouches for.</summary>
    private Login OfDeveloper(string key, string token)
    {
        var claims = Claims(token, [$"https://{key}"]);
        return Claim(claims, "aud") == pool.Id ? Create(key, claims, null, key) : throw PoolErrors.InvalidToken("The token is not of this identity pool.");
    }

    private static Login Create(string key, JsonObject claims, string? mappingKey, string tagProvider) =>
        new(new(key, Claim(claims, "sub")), mappingKey, tagProvider, TokenClaims.FromJson(claims));

    private JsonObject Claims(string token, string[] issuers)
    {
        var claims = JsonWebToken.Read(token) ?? throw PoolErrors.InvalidToken("Not a valid OpenId Connect identity token.");
        if (!issuers.Contains(Claim(claims, "iss")))
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

    private static SandboxServiceException NotSupported() => PoolErrors.NotAuthorized(ServiceMessages.NotSupportedProvider);
}
