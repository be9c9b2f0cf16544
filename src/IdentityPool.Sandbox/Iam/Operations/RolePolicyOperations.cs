using System.Text.Json.Nodes;
using IdentityPools.Policies;
using IdentityPools.Validation;

namespace IdentityPools.Sandbox.Iam;

/// <summary>What a role may do: its inline policies and the managed ones that are attached to it.</summary>
internal sealed class RolePolicyOperations(IamAccount account)
{
    private const int PoliciesPerRole = 10;

    public JsonObject? PutRolePolicy(JsonObject input)
    {
        var role = account.RoleNamed(input);
        var name = (string)input["PolicyName"]!;
        var document = (string)input["PolicyDocument"]!;
        PermissionRules.Check(document);
        var others = role.InlinePolicies.Where(policy => !policy.Key.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (others.Sum(policy => ParsedPolicy.SizeOf(policy.Value)) + ParsedPolicy.SizeOf(document) > Limits.InlinePolicyCharacters)
        {
            throw IamErrors.LimitExceeded($"Maximum policy size of {Limits.InlinePolicyCharacters} bytes exceeded for role {role.Name}");
        }

        role.InlinePolicies[name] = document;
        return null;
    }

    public JsonObject? GetRolePolicy(JsonObject input)
    {
        var role = account.RoleNamed(input);
        var name = InlinePolicyName(role, input);
        return new()
        {
            ["RoleName"] = role.Name,
            ["PolicyName"] = name,
            ["PolicyDocument"] = IamAnswers.Document(role.InlinePolicies[name]),
        };
    }

    public JsonObject? ListRolePolicies(JsonObject input) =>
        IamPage.Create(input, "PolicyNames", account.RoleNamed(input).InlinePolicies.Keys.Select(name => (JsonNode)name!));

    public JsonObject? DeleteRolePolicy(JsonObject input)
    {
        var role = account.RoleNamed(input);
        role.InlinePolicies.Remove(InlinePolicyName(role, input));
        return null;
    }

    public JsonObject? AttachRolePolicy(JsonObject input)
    {
        var role = account.RoleNamed(input);
        var arn = PolicyArn(input);
        if (!account.HasPolicy(arn))
        {
            throw IamErrors.NoSuchEntity($"Policy {arn} does not exist or is not attachable.");
        }

        if (role.AttachedPolicies.Count >= PoliciesPerRole && !role.AttachedPolicies.Contains(arn))
        {
            throw IamErrors.LimitExceeded($"Cannot exceed quota for PoliciesPerRole: {PoliciesPerRole}");
        }

        role.AttachedPolicies.Add(arn);
        return null;
    }

    public JsonObject? DetachRolePolicy(JsonObject input)
    {
        var role = account.RoleNamed(input);
        var arn = PolicyArn(input);
        return role.AttachedPolicies.Remove(arn) ? null : throw IamErrors.NoSuchEntity($"Policy {arn} was not found.");
    }

    public JsonObject? ListAttachedRolePolicies(JsonObject input)
    {
        var prefix = (string?)input["PathPrefix"] ?? "/";
        var attached = account
            .RoleNamed(input)
            .AttachedPolicies.Where(arn => PolicyOperations.PathOf(arn).StartsWith(prefix, StringComparison.Ordinal))
            .Select(arn => new JsonObject { ["PolicyName"] = arn[(arn.LastIndexOf('/') + 1)..], ["PolicyArn"] = arn });
        return IamPage.Create(input, "AttachedPolicies", attached);
    }

    /// <summary>Here AWS has other words for text that is no ARN at all than where it asks for a policy.</summary>
    private static string PolicyArn(JsonObject input) =>
        ((string)input["PolicyArn"]!).StartsWith("arn:", StringComparison.Ordinal)
            ? PolicyOperations.CheckArn(input)
            : throw IamErrors.ValidationError("Invalid ARN:  Could not be parsed!");

    private static string InlinePolicyName(IamRole role, JsonObject input)
    {
        var name = (string)input["PolicyName"]!;
        return role.InlinePolicies.Keys.FirstOrDefault(key => key.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw IamErrors.NoSuchEntity($"The role policy with name {name} cannot be found.");
    }
}
