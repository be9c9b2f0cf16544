using System.Text;
using System.Text.Json.Nodes;
using IdentityPools.Simulation;
using IdentityPools.Validation;

namespace IdentityPools.Sandbox.Pools;

/// <summary>Sets and reads attributes for access control.</summary>
/// <param name="pools">The pools.</param>
/// <remarks>https://docs.aws.amazon.com/cognito/latest/developerguide/attributes-for-access-control.html</remarks>
internal sealed class PrincipalTagOperations(PoolStore pools)
{
    public JsonObject SetPrincipalTagAttributeMap(JsonObject input, SandboxContext context)
    {
        var pool = pools.Find(input, context);
        var provider = input.Required("IdentityProviderName");
        if (!pool.ProviderNames.Contains(provider))
        {
            throw PoolErrors.Invalid($"({provider}) is not a valid IdentityProviderName or is not a configured provider.");
        }

        var tags = input["PrincipalTags"] as JsonObject ?? [];
        if (tags.Sum(tag => Encoding.UTF8.GetByteCount(tag.Key) + Encoding.UTF8.GetByteCount((string)tag.Value!)) > Limits.PrincipalTagBytes)
        {
            throw PoolErrors.Invalid($"The principal tags of a provider can have at most {Limits.PrincipalTagBytes} bytes together.");
        }

        if (input.Flag("UseDefaults") && tags.Count > 0)
        {
            throw PoolErrors.Invalid("PrincipalTags cannot be given together with UseDefaults.");
        }

        var map = new JsonObject
        {
            ["IdentityPoolId"] = pool.Id,
            ["IdentityProviderName"] = provider,
            ["UseDefaults"] = input.Flag("UseDefaults"),
            ["PrincipalTags"] = tags.DeepClone(),
        };
        pool.PrincipalTags[provider] = map;
        return (JsonObject)map.DeepClone();
    }

    public JsonObject GetPrincipalTagAttributeMap(JsonObject input, SandboxContext context)
    {
        var pool = pools.Find(input, context);
        var provider = input.Required("IdentityProviderName");
        return pool.PrincipalTags.TryGetValue(provider, out var map)
            ? (JsonObject)map.DeepClone()
            : throw PoolErrors.NotFound($"The principal tags of {provider} were never set.");
    }

    /// <summary>The session tags of someone who logged in: by the attributes for access control of the provider, or by the token of a developer's backend.</summary>
    public static IssuedTags TagsOf(SandboxPool pool, Login login) =>
        login.MappingKey is null ? IssuedTags.OfDeveloper(login.Claims)
        : !HasTags(pool, login.TagProvider) ? IssuedTags.None
        : IssuedTags.Read(
            pool.PrincipalTags[login.TagProvider] is var map && map.Flag("UseDefaults") ? IssuedTags.Defaults : map.Pairs("PrincipalTags"),
            login.Claims,
            login.IsSaml
        );

    /// <summary>Whether sessions of a provider's identities carry tags.</summary>
    public static bool HasTags(SandboxPool pool, string provider) =>
        pool.PrincipalTags.TryGetValue(provider, out var map) && (map.Flag("UseDefaults") || map["PrincipalTags"] is JsonObject { Count: > 0 });
}
