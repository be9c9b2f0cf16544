using System.Text;
using System.Text.Json.Nodes;
using IdentityPools.Simulation;

namespace IdentityPools.Sandbox.Pools;

/// <summary>Credentials for identities, and tokens to get them elsewhere.</summary>
/// <param name="account">The account.</param>
/// <param name="pools">Its pools.</param>
internal sealed class CredentialOperations(SandboxAccount account, PoolStore pools)
{
    private static readonly TimeSpan CredentialValidity = TimeSpan.FromHours(1);
    private static readonly TimeSpan TokenValidity = TimeSpan.FromMinutes(10);
    private static readonly string[] GuestMethods = ["unauthenticated"];

    /// <summary>The enhanced flow.</summary>
    public JsonObject GetCredentialsForIdentity(JsonObject input, SandboxContext context)
    {
        var identity = pools.FindIdentity(input, context);
        var logins = Authenticate(identity, input, context);
        // With several logins AWS does not say whose mapping wins; here it is the first one that has a mapping.
        var mapped = logins.FirstOrDefault(candidate => candidate.MappingKey is { } key && identity.Pool.RoleMappings[key] is not null);
        var login = mapped ?? (logins.Count > 0 ? logins[0] : null);
        var role = RoleOf(identity.Pool, login, input.Text("CustomRoleArn"));
        var tags = login is null ? IssuedTags.None : PrincipalTagOperations.TagsOf(identity.Pool, login);
        var withTags = login is not null && (PrincipalTagOperations.HasTags(identity.Pool, login.TagProvider) || tags.Values.Count > 0);
        new RoleAccess(account, context).CheckTrust(role, identity, login?.Methods ?? GuestMethods, withTags);
        if (tags.Faults.Count > 0)
        {
            throw PoolErrors.InvalidConfiguration();
        }

        return new() { ["IdentityId"] = identity.Id, ["Credentials"] = Credentials(role, identity, tags, context) };
    }

    /// <summary>The first half of the basic flow, whose second half is at STS.</summary>
    public JsonObject GetOpenIdToken(JsonObject input, SandboxContext context)
    {
        var identity = pools.FindIdentity(input, context);
        var logins = Authenticate(identity, input, context);
        // Only what was forbidden is refused: a pool of which nothing was said lets it pass.
        if (identity.Pool.Settings["AllowClassicFlow"] is { } said && !(bool)said)
        {
            throw PoolErrors.Invalid("Basic (classic) flow is not enabled, please use enhanced flow.");
        }

        if (identity.Pool.RoleMappings.Count > 0)
        {
            throw PoolErrors.Invalid("Basic (classic) flow is not supported with RoleMappings, please use enhanced flow.");
        }

        var methods = logins.Count > 0 ? logins[0].Methods : GuestMethods;
        return new() { ["IdentityId"] = identity.Id, ["Token"] = OpenIdToken.Create(identity, methods, TokenValidity, context) };
    }

    private IReadOnlyList<Login> Authenticate(SandboxIdentity identity, JsonObject input, SandboxContext context)
    {
        var logins = new LoginReader(identity.Pool, account.IamOf(context.Partition), context).Read(input);
        new IdentityLinking(pools, context).Check(identity, logins);
        return logins;
    }

    private static string RoleOf(SandboxPool pool, Login? login, string? customRole)
    {
        var mapping = RoleMappingReader.Read(pool, login?.MappingKey);
        var selection = login is null
            ? RoleSelection.OfGuest(Role(pool, "unauthenticated"), customRole)
            : RoleSelection.OfLogin(mapping, Role(pool, "authenticated"), login.Claims, customRole, login.IsSaml);
        return selection.IsDenied ? throw PoolErrors.NotAuthorized(ServiceMessages.AmbiguousRole) : selection.Role ?? throw PoolErrors.InvalidConfiguration();
    }

    private static IdentityPoolRole? Role(SandboxPool pool, string kind) => pool.Roles.Text(kind) is { } arn ? IdentityPoolRole.Existing(arn) : null;

    /// <summary>Credentials whose session token says in Base64 which role they stand for, and with which session tags.</summary>
    private static JsonObject Credentials(string role, SandboxIdentity identity, IssuedTags tags, SandboxContext context) =>
        new()
        {
            ["AccessKeyId"] = RandomText.AccessKeyId(),
            ["SecretKey"] = RandomText.Secret(40),
            ["SessionToken"] = Convert.ToBase64String(
                Encoding.UTF8.GetBytes($"{role} {identity.Id} {Guid.NewGuid()}{string.Concat(tags.Values.Select(tag => $" {tag.Key}={tag.Value}"))}")
            ),
            ["Expiration"] = context.Time.Add(CredentialValidity).ToSeconds(),
        };
}
