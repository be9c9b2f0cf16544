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
                throw DefinitionErrors.Create(nameof(Messages.InvalidRolePath), path, path);
            }
        }

        if (settings.PermissionsBoundary is { } boundary)
        {
            Limits.PermissionsBoundary.Check(Arn.Check(boundary, "iam", "policy/", nameof(Messages.InvalidManagedPolicy)));
        }

        var (minimum, maximum) = Limits.SessionDuration;
        if (settings.MaxSessionDuration is { } seconds && (seconds < minimum || seconds > maximum))
        {
            throw DefinitionErrors.Create(nameof(Messages.InvalidSessionDuration), seconds, seconds, minimum, maximum);
        }
    }
}

/// <summary>What a managed role may be told beside its name and permissions.</summary>
internal sealed record IdentityPoolRoleSettings
{
    public TemplateValue? Description { get; init; }

    public TemplateValue? Path { get; init; }

    public TemplateValue? PermissionsBoundary { get; init; }

    public int? MaxSessionDuration { get; init; }

    public ValueMap<TemplateValue> Tags { get; init; } = ValueMap<TemplateValue>.Empty;
}

/// <summary>What changes of a role; what is not given stays.</summary>
internal sealed record RoleChange
{
    /// <summary>The new settings, but for tags.</summary>
    public required IdentityPoolRoleSettings Settings { get; init; }

    public bool RemovesDescription { get; init; }

    public bool RemovesPermissionsBoundary { get; init; }

    /// <summary>The tags of the role itself that come and go.</summary>
    public required TagChange Tags { get; init; }
}
