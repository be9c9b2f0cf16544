using System.Security.Cryptography;
using System.Text;
using IdentityPools.Validation;

namespace IdentityPools.Model;

/// <summary>
/// The tags and names by which what was published is found again; there is no other store. On the pool: that it is managed here, that it was not
/// made here but taken over, and which user pools and clients were made with it. On a role: the pool it belongs to, its name within the pool, and which managed policies were attached here.
/// </summary>
internal static class Bookkeeping
{
    public const string Prefix = "IdentityPool:";
    public const string Managed = Prefix + "Managed";
    public const string Adopted = Prefix + "Adopted";
    public const string PoolId = Prefix + "PoolId";
    public const string RoleName = Prefix + "RoleName";
    public const string Policies = Prefix + "Policies";
    public const string ClientPrefix = Prefix + "Client:";
    public const string UserPoolPrefix = Prefix + "UserPool:";
    public const string True = "true";

    /// <summary>The one inline policy of a managed role.</summary>
    public const string PolicyName = "IdentityPoolPermissions";

    private const string StackPrefix = "aws:cloudformation:";
    private const int GuidLength = 36;

    public static bool IsManaged(ValueMap<string> tags) => tags.TryGetValue(Managed, out var value) && value == True;

    /// <summary>The tags that were set here.</summary>
    public static ValueMap<string> Marks(ValueMap<string> tags) =>
        ValueMap<string>.Create(tags.Where(tag => tag.Key.StartsWith(Prefix, StringComparison.Ordinal)));

    /// <summary>The tags that a user set.</summary>
    public static ValueMap<string> UserTags(ValueMap<string> tags) =>
        ValueMap<string>.Create(tags.Where(tag => !tag.Key.StartsWith(Prefix, StringComparison.Ordinal) && !IsReserved(tag.Key)));

    /// <summary>The CloudFormation stack that made the pool, by the tags that only CloudFormation sets; null when none did.</summary>
    public static string? StackOf(ValueMap<string> tags) =>
        tags.GetValueOrDefault(StackPrefix + "stack-name")
        ?? tags.GetValueOrDefault(StackPrefix + "stack-id")
        ?? tags.GetValueOrDefault(StackPrefix + "logical-id");

    /// <summary>Whether AWS itself set the tag, which nobody else can change.</summary>
    public static bool IsReserved(string key) => key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase);

    public static KeyValuePair<string, string> ClientTag(string userPoolId, string clientId, string part) =>
        new(ClientPrefix + clientId, $"{userPoolId}/{part}");

    public static KeyValuePair<string, string> UserPoolTag(string userPoolId, string part) => new(UserPoolPrefix + userPoolId, part);

    /// <summary>The clients that were made with the pool: id, and <c>user pool/part</c>.</summary>
    public static IEnumerable<(string ClientId, string Owner)> Clients(ValueMap<string> tags) =>
        tags.Where(tag => tag.Key.StartsWith(ClientPrefix, StringComparison.Ordinal) && tag.Value.Contains('/', StringComparison.Ordinal))
            .Select(tag => (tag.Key[ClientPrefix.Length..], tag.Value));

    /// <summary>The user pool of a client's owner.</summary>
    public static string UserPoolOf(string owner) => owner[..owner.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>The part of a client's definition that tells it from the others of its user pool; empty for one without a name of its own.</summary>
    public static string PartOfClient(string owner) => owner[(UserPoolOf(owner).Length + 1)..];

    /// <summary>A client in a plan, as where it is made: with its own name if it has one.</summary>
    public static string PathOfClient(string owner)
    {
        var part = PartOfClient(owner);
        return $"UserPools[{UserPoolOf(owner)}].UserPoolClient{(part.Length > 0 ? $"[{part}]" : "")}";
    }

    /// <summary>The user pools that were made with the pool: id, and the part of its definition that tells one from the others.</summary>
    public static IEnumerable<(string Id, string Name)> UserPools(ValueMap<string> tags) =>
        tags.Where(tag => tag.Key.StartsWith(UserPoolPrefix, StringComparison.Ordinal)).Select(tag => (tag.Key[UserPoolPrefix.Length..], tag.Value));

    /// <summary>The name of a pool's role in IAM: its name within the pool and the pool's GUID, which makes it unique in the account.</summary>
    public static string RoleNameInIam(string name, string poolGuid) => $"{Shortened(name, Limits.RoleNameLength - GuidLength - 1)}-{poolGuid}";

    /// <summary>The name of a user pool or client to which nobody gave one: as CloudFormation makes it, but that the same definition gives the same name again.</summary>
    public static string MadeUpName(string poolName, string logicalId) => Shortened($"{poolName}-{logicalId}", Limits.UserPoolName.Maximum);

    private static string Shortened(string name, int room)
    {
        const int HashLength = 8;
        return name.Length <= room
            ? name
            : $"{name[..(room - HashLength - 1)]}-{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..HashLength]}";
    }

    public static string PolicyNameInIam(string poolGuid) => $"{PolicyName}-{poolGuid}";

    /// <summary>The last part of a pool's id, which the names of its roles end in.</summary>
    public static string GuidOf(string poolId) => poolId[(poolId.IndexOf(':', StringComparison.Ordinal) + 1)..];

    // IAM takes a comma in the name of a role but not in the value of a tag, and a slash the other way round.
    public static KeyValuePair<string, string> RoleNameTag(string name) => new(RoleName, name.Replace(',', '/'));

    /// <summary>Which managed policies were attached by this module. An ARN is too long for a tag that may have to hold twenty; eight digits tell them apart.</summary>
    public static KeyValuePair<string, string> PoliciesTag(IEnumerable<string> arns) =>
        new(Policies, string.Join(' ', arns.Select(PolicyMark).Order(StringComparer.Ordinal)));

    /// <summary>Whether a managed policy was attached to a role from here.</summary>
    public static bool IsAttachedHere(ValueMap<string> tags, string policyArn) =>
        tags.TryGetValue(Policies, out var policies) && policies.Split(' ').Contains(PolicyMark(policyArn), StringComparer.Ordinal);

    public static ValueMap<string> WithoutPolicies(ValueMap<string> tags) => ValueMap<string>.Create(tags.Where(tag => tag.Key != Policies));

    private static string PolicyMark(string arn) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(arn)))[..8].ToLowerInvariant();

    public static string? RoleNameOf(ValueMap<string> tags) => tags.TryGetValue(RoleName, out var name) ? name.Replace('/', ',') : null;
}
