using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Model;

/// <summary>What IAM allows a role to be.</summary>
/// <remarks>https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html</remarks>
internal static class IdentityPoolRoleRules
{
    public static void Check(string? name, IdentityPoolRoleSettings settings)
    {
        if (name is not null)
        {
            Limits.RoleName.Check(name);
        }

        if (settings.Description is { } description)
        {
            Limits.RoleDescription.Check(description);
        }

        if (settings.Path?.Literal is { } path)
        {
            Limits.RolePath.Check(path);
            if (path[0] != '/' || path[^1] != '/')
            {
                throw Fault.Of(nameof(Messages.InvalidRolePath), path, path);
            }
        }

        if (settings.PermissionsBoundary is { } boundary)
        {
            Limits.PermissionsBoundary.Check(Arn.Check(boundary, "iam", "policy/", nameof(Messages.InvalidManagedPolicy)));
        }

        var (minimum, maximum) = Limits.SessionDuration;
        if (settings.MaxSessionDuration is { } seconds && (seconds < minimum || seconds > maximum))
        {
            throw Fault.Of(nameof(Messages.InvalidSessionDuration), seconds, seconds, minimum, maximum);
        }
    }
}
