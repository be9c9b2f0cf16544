using Amazon.IdentityManagement.Model;
using IdentityPools.Planning;

namespace IdentityPools.Aws;

/// <summary>What the calls for roles take.</summary>
internal static class RoleRequests
{
    public static CreateRoleRequest Create(RoleState role) =>
        new()
        {
            RoleName = role.IamName,
            Path = role.Path,
            AssumeRolePolicyDocument = role.Trust.ToString(),
            Description = role.Description,
            MaxSessionDuration = role.MaxSessionDuration,
            PermissionsBoundary = role.PermissionsBoundary,
            Tags = Tags(role.Tags),
        };

    public static UpdateRoleRequest Update(RoleState role) =>
        new()
        {
            RoleName = role.IamName,
            Description = role.Description,
            MaxSessionDuration = role.MaxSessionDuration,
        };

    public static List<Tag> Tags(ValueMap<string> tags) => [.. tags.Select(tag => new Tag { Key = tag.Key, Value = tag.Value })];
}
