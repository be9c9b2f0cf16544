using System.Text.Json.Nodes;
using IdentityPools.Policies;

namespace IdentityPools.Sandbox.Iam;

/// <summary>Roles: their life, their trust, their boundary and their tags.</summary>
internal sealed class RoleOperations(IamAccount account, TimeProvider clock)
{
    private const int TrustPolicyCharacters = 2048;

    public JsonObject? CreateRole(JsonObject input)
    {
        var name = (string)input["RoleName"]!;
        var path = (string?)input["Path"] ?? "/";
        if (account.Roles.ContainsKey(name))
        {
            throw IamErrors.EntityAlreadyExists($"Role with name {name} already exists.");
        }

        var role = new IamRole
        {
            Path = path,
            Name = name,
            Id = RandomText.Id("AROA"),
            Arn = account.Arn($"role{path}{name}"),
            CreateDate = clock.GetUtcNow(),
            TrustPolicy = TrustPolicy(input["AssumeRolePolicyDocument"]),
            Description = (string?)input["Description"],
            PermissionsBoundary = Boundary(input["PermissionsBoundary"]),
        };
        role.MaxSessionDuration = (int?)input["MaxSessionDuration"] ?? role.MaxSessionDuration;
        role.Tags.Set(input["Tags"]);
        account.Roles.Add(name, role);
        return new() { ["Role"] = IamAnswers.CreatedRole(role) };
    }

    public JsonObject? GetRole(JsonObject input)
    {
        var role = account.RoleNamed(input);
        var answer = IamAnswers.Role(role);
        answer["RoleLastUsed"] = new JsonObject();
        return new() { ["Role"] = answer };
    }

    public JsonObject? ListRoles(JsonObject input)
    {
        var prefix = (string?)input["PathPrefix"] ?? "/";
        var roles = account.Roles.Values.Where(role => role.Path.StartsWith(prefix, StringComparison.Ordinal));
        return IamPage.Create(input, "Roles", roles.Select(IamAnswers.ListedRole));
    }

    public JsonObject? UpdateRole(JsonObject input)
    {
        var role = account.RoleNamed(input);
        role.Description = (string?)input["Description"] ?? role.Description;
        role.MaxSessionDuration = (int?)input["MaxSessionDuration"] ?? role.MaxSessionDuration;
        return new();
    }

    public JsonObject? UpdateAssumeRolePolicy(JsonObject input)
    {
        account.RoleNamed(input).TrustPolicy = TrustPolicy(input["PolicyDocument"]);
        return null;
    }

    public JsonObject? DeleteRole(JsonObject input)
    {
        var role = account.RoleNamed(input);
        if (role.AttachedPolicies.Count > 0)
        {
            throw IamErrors.DeleteConflict("Cannot delete entity, must detach all policies first.");
        }

        if (role.InlinePolicies.Count > 0)
        {
            throw IamErrors.DeleteConflict("Cannot delete entity, must delete policies first.");
        }

        account.Roles.Remove(role.Name);
        return null;
    }

    public JsonObject? PutRolePermissionsBoundary(JsonObject input)
    {
        account.RoleNamed(input).PermissionsBoundary = Boundary(input["PermissionsBoundary"]);
        return null;
    }

    public JsonObject? DeleteRolePermissionsBoundary(JsonObject input)
    {
        var role = account.RoleNamed(input);
        role.PermissionsBoundary = role.PermissionsBoundary is null
            ? throw IamErrors.NoSuchEntity($"Role {role.Name} does not have a permissions boundary.")
            : null;
        return null;
    }

    public JsonObject? TagRole(JsonObject input)
    {
        account.RoleNamed(input).Tags.Set(input["Tags"]);
        return null;
    }

    public JsonObject? UntagRole(JsonObject input)
    {
        account.RoleNamed(input).Tags.Remove(input["TagKeys"]);
        return null;
    }

    public JsonObject? ListRoleTags(JsonObject input) => IamPage.Create(input, "Tags", account.RoleNamed(input).Tags.Items);

    /// <summary>The sandbox has no instances, hence no profiles; that the role exists is checked all the same.</summary>
    public JsonObject? ListInstanceProfilesForRole(JsonObject input)
    {
        _ = account.RoleNamed(input);
        return IamPage.Create(input, "InstanceProfiles", []);
    }

    private string TrustPolicy(JsonNode? document)
    {
        var text = (string)document!;
        account.TrustRules.Check(text);
        return ParsedPolicy.SizeOf(text) <= TrustPolicyCharacters
            ? text
            : throw IamErrors.LimitExceeded($"Cannot exceed quota for ACLSizePerRole: {TrustPolicyCharacters}");
    }

    private string? Boundary(JsonNode? arn) =>
        (string?)arn is not { } text ? null
        : !PolicyOperations.IsArn(text) ? throw PolicyOperations.InvalidArn(text)
        : account.HasPolicy(text) ? text
        : throw IamErrors.NoSuchEntity($"Scope ARN: {text} does not exist or is not attachable.");
}
