using System.Text.Json.Nodes;

namespace IdentityPools.Sandbox.Iam;

/// <summary>The shapes that several answers share.</summary>
internal static class IamAnswers
{
    /// <summary>A policy document as IAM sends it: URL-encoded (RFC 3986).</summary>
    public static string Document(string document) => Uri.EscapeDataString(document);

    public static JsonNode Time(DateTimeOffset time) => time.ToUnixTimeSeconds();

    /// <summary>A role with everything about it.</summary>
    public static JsonObject Role(IamRole role)
    {
        var answer = ListedRole(role);
        if (role.PermissionsBoundary is { } boundary)
        {
            answer["PermissionsBoundary"] = new JsonObject { ["PermissionsBoundaryType"] = "Policy", ["PermissionsBoundaryArn"] = boundary };
        }

        if (role.Tags.Count > 0)
        {
            answer["Tags"] = role.Tags.ToJson();
        }

        return answer;
    }

    /// <summary>A role that was just created: AWS answers without the two settings, also where the request has them.</summary>
    public static JsonObject CreatedRole(IamRole role)
    {
        var answer = Role(role);
        answer.Remove("MaxSessionDuration");
        answer.Remove("Description");
        return answer;
    }

    /// <summary>A role in a list, where IAM leaves out boundary and tags.</summary>
    public static JsonObject ListedRole(IamRole role)
    {
        var answer = new JsonObject
        {
            ["Path"] = role.Path,
            ["RoleName"] = role.Name,
            ["RoleId"] = role.Id,
            ["Arn"] = role.Arn,
            ["CreateDate"] = Time(role.CreateDate),
            ["AssumeRolePolicyDocument"] = Document(role.TrustPolicy),
            ["MaxSessionDuration"] = role.MaxSessionDuration,
        };
        if (role.Description is { } description)
        {
            answer["Description"] = description;
        }

        return answer;
    }
}
