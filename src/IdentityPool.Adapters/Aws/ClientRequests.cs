using Amazon.CognitoIdentityProvider.Model;
using IdentityPools.Aws.Shapes;
using IdentityPools.Planning;

namespace IdentityPools.Aws;

/// <summary>What the calls for user pools and their clients take.</summary>
internal static class ClientRequests
{
    /// <summary>Makes the requests of a plan before anything is called: what a template may say and the API may not, is found here.</summary>
    /// <exception cref="Validation.DefinitionException">A setting has no place in the API.</exception>
    public static void Check(IEnumerable<PlanStep> steps)
    {
        foreach (var step in steps)
        {
            _ = step switch
            {
                PlanStep.CreateUserPool create => Create(create.UserPool),
                PlanStep.CreateClient create => Create(create.Client),
                PlanStep.UpdateClient update => (object)Update(update.Client),
                _ => null,
            };
        }
    }

    public static CreateUserPoolRequest Create(UserPoolState userPool) =>
        PropertyTree.Fill(
            CreateUserPoolRequestShape.Instance,
            new CreateUserPoolRequest { PoolName = userPool.Name, UserPoolTags = new(userPool.Tags) },
            userPool.Properties,
            userPool.Name
        );

    public static CreateUserPoolClientRequest Create(ClientState client) =>
        PropertyTree.Fill(
            CreateUserPoolClientRequestShape.Instance,
            new CreateUserPoolClientRequest
            {
                UserPoolId = client.UserPoolId,
                ClientName = client.Name,
                GenerateSecret = client.HasSecret,
            },
            client.Properties,
            client.Name
        );

    /// <summary>The call replaces every setting, so the state holds those that were there too.</summary>
    public static UpdateUserPoolClientRequest Update(ClientState client) =>
        PropertyTree.Fill(
            UpdateUserPoolClientRequestShape.Instance,
            new UpdateUserPoolClientRequest
            {
                UserPoolId = client.UserPoolId,
                ClientId = client.ClientId,
                ClientName = client.Name,
            },
            client.Properties,
            client.Name
        );
}

/// <summary>What the calls for groups of user pools take.</summary>
internal static class GroupRequests
{
    public static CreateGroupRequest Create(GroupState group) =>
        new()
        {
            UserPoolId = group.UserPoolId,
            GroupName = group.Name,
            RoleArn = group.RoleArn,
            Precedence = group.Precedence,
            Description = group.Description,
        };

    /// <summary>What a call leaves out may be taken for what is to go, so that the state holds all that there will be.</summary>
    public static UpdateGroupRequest Update(GroupState group) =>
        new()
        {
            UserPoolId = group.UserPoolId,
            GroupName = group.Name,
            RoleArn = group.RoleArn,
            Precedence = group.Precedence,
            Description = group.Description,
        };
}
