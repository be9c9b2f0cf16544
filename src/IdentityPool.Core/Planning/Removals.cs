namespace IdentityPools.Planning;

/// <summary>
/// What goes of that which AWS has and a definition does not mention: all of it, or just what was there when the definition was read and was taken out of it
/// since.
/// </summary>
/// <param name="Prune">Whether all of it goes.</param>
/// <param name="Paths">What was taken out, by its path in a plan.</param>
internal sealed record Removals(bool Prune, IReadOnlySet<string> Paths)
{
    public static readonly Removals None = new(false, new HashSet<string>());

    public static readonly Removals All = new(true, new HashSet<string>());

    /// <summary>Whether a part goes.</summary>
    public bool Include(string path) => Prune || Paths.Contains(path);
}

/// <summary>How the parts of a pool are called in a plan.</summary>
internal static class PartPath
{
    public static string OfUserPool(string key) => Of(nameof(IdentityPool.UserPools), key);

    public static string OfLoginProvider(string url) => Of(nameof(IdentityPool.LoginProviders), url);

    public static string OfOpenIdConnectProvider(string arn) => Of(nameof(IdentityPool.OpenIdConnectProviders), arn);

    public static string OfSamlProvider(string arn) => Of(nameof(IdentityPool.SamlProviders), arn);

    public static string OfMapping(string key) => Of(nameof(IdentityPool.RoleMappings), key);

    public static string OfPrincipalTags(string provider) => Of(nameof(IdentityPool.PrincipalTags), provider);

    public static string OfGroup(string key) => Of(nameof(IdentityPool.UserPoolGroups), key);

    public static string OfTag(string owner, string key) => Of($"{owner}{nameof(IdentityPool.Tags)}", key);

    /// <summary>A role by its name within the pool, or in IAM.</summary>
    public static string OfRole(string? name) => Of(nameof(IdentityPool.Roles), name ?? "");

    public static string OfManagedPolicy(string role, string arn) => Of($"{role}.{nameof(IdentityPoolRole.ManagedPolicyArns)}", arn);

    private static string Of(string list, string key) => $"{list}[{Pending.Readable(key)}]";
}
