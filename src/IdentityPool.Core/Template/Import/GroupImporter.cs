namespace IdentityPools.Template;

/// <summary>Reads the groups of a pool's user pools.</summary>
internal sealed class GroupImporter(ResourceSource pool, RoleImporter roles)
{
    private const string RoleArn = nameof(RoleArn);

    private readonly List<ResourceSource> used = [];

    /// <summary>The resources of the groups.</summary>
    public IEnumerable<ResourceSource> Used => used;

    private TemplateSource Template => pool.Template;

    public IdentityPool AddTo(IdentityPool definition)
    {
        var userPools = definition.UserPools.Select(known => known.UserPool).DistinctBy(userPool => userPool.Identity).ToList();
        return definition.WithUserPoolGroups([
            .. userPools.SelectMany(userPool => Template.GroupsOf(userPool).Select(group => Group(group).WithUserPool(userPool))),
        ]);
    }

    private UserPoolGroup Group(ResourceSource resource)
    {
        resource.RefuseChosen();
        used.Add(resource);
        Template.Carry(resource.Id);
        resource.Take("UserPoolId");
        return UserPoolGroup.Define(
            new()
            {
                Name = resource.TakeValue("GroupName"),
                Description = resource.TakeValue("Description"),
                Precedence = resource.TakeNumber("Precedence"),
                Role = Role(resource),
                LogicalId = resource.Id,
                AdditionalProperties = resource.Rest(),
            }
        );
    }

    /// <summary>The role; where a function chooses one, it stays with what is kept as it is.</summary>
    private IdentityPoolRole? Role(ResourceSource resource)
    {
        if (resource.Peek(RoleArn) is not { } arn || !TemplateValue.IsValue(arn))
        {
            return null;
        }

        var role = roles.Role(resource, arn, RoleArn, RoleAudience.Authenticated, isDefault: false);
        if (role is { IsManaged: true, For: RoleAudience.Unauthenticated })
        {
            return null;
        }

        resource.Take(RoleArn);
        return role;
    }
}
