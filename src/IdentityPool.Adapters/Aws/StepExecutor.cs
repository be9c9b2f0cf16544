using Amazon.CognitoIdentity.Model;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.IdentityManagement.Model;
using IdentityPools.Model;
using IdentityPools.Planning;
using IdentityPools.Ports;

namespace IdentityPools.Aws;

/// <summary>Makes the call that a step stands for. A call that was begun is brought to its end: half a change is what nobody can see.</summary>
internal sealed class StepExecutor(AwsClients clients, ApiCalls calls, AwsAccount account)
{
    private static readonly ValueMap<string> Nothing = ValueMap<string>.Empty;

    /// <summary>Makes the call and gives the names that AWS gave.</summary>
    /// <exception cref="ServiceException">AWS refused, or did not answer.</exception>
    public async Task<ValueMap<string>> ExecuteAsync(PlanStep step)
    {
        try
        {
            return await calls
                .InvokeAsync(step.Operation, step.Target, () => CallAsync(step), CancellationToken.None, [.. SecretsOf(step)])
                .ConfigureAwait(false);
        }
        catch (ServiceException exception) when (exception.Kind == ServiceErrorKind.NotFound && IsRemoval(step))
        {
            // What is gone need not go.
            return Nothing;
        }
    }

    private static IEnumerable<ProviderSecret> SecretsOf(PlanStep step) =>
        step switch
        {
            PlanStep.CreatePool create => create.Pool.Secrets,
            PlanStep.UpdatePool update => update.Pool.Secrets,
            _ => [],
        };

    private static bool IsRemoval(PlanStep step) =>
        step
            is PlanStep.DeletePool
                or PlanStep.DeleteRole
                or PlanStep.DeleteRolePolicy
                or PlanStep.DetachRolePolicy
                or PlanStep.DeleteClient
                or PlanStep.DeleteUserPool
                or PlanStep.DeleteGroup
                or PlanStep.DeleteOpenIdConnectProvider
                or PlanStep.DeleteSamlProvider;

    private Task<ValueMap<string>> CallAsync(PlanStep step) =>
        step switch
        {
            PlanStep.CreateUserPool create => CreateAsync(create.UserPool),
            PlanStep.CreateClient create => CreateAsync(create.Client),
            PlanStep.CreatePool create => CreateAsync(create.Pool),
            _ => CallWithoutResultAsync(step),
        };

    private async Task<ValueMap<string>> CallWithoutResultAsync(PlanStep step)
    {
        await (step.Operation.StartsWith("iam:", StringComparison.Ordinal) ? IamAsync(step) : CognitoAsync(step)).ConfigureAwait(false);
        return Nothing;
    }

    private Task CognitoAsync(PlanStep step) =>
        step switch
        {
            PlanStep.UpdatePool update => clients.Identity.UpdateIdentityPoolAsync(PoolRequests.Update(update.Pool)),
            PlanStep.DeletePool delete => clients.Identity.DeleteIdentityPoolAsync(new DeleteIdentityPoolRequest { IdentityPoolId = delete.Id }),
            PlanStep.SetRoles set => clients.Identity.SetIdentityPoolRolesAsync(PoolRequests.Roles(set.PoolId, set.Attachment)),
            PlanStep.SetPrincipalTags set => clients.Identity.SetPrincipalTagAttributeMapAsync(PoolRequests.PrincipalTags(set.PoolId, set.Provider, set.State)),
            PlanStep.TagPool tag => clients.Identity.TagResourceAsync(PoolRequests.Tag(account.PoolArn(tag.PoolId), tag.Tags)),
            PlanStep.UntagPool untag => clients.Identity.UntagResourceAsync(PoolRequests.Untag(account.PoolArn(untag.PoolId), untag.Keys)),
            PlanStep.DeleteUserPool delete => clients.UserPools.DeleteUserPoolAsync(new DeleteUserPoolRequest { UserPoolId = delete.Id }),
            PlanStep.UpdateClient update => UserPoolsOf(update.Client.UserPoolId).UpdateUserPoolClientAsync(ClientRequests.Update(update.Client)),
            PlanStep.DeleteClient delete => UserPoolsOf(delete.UserPoolId)
                .DeleteUserPoolClientAsync(new DeleteUserPoolClientRequest { UserPoolId = delete.UserPoolId, ClientId = delete.ClientId }),
            PlanStep.CreateGroup create => UserPoolsOf(create.Group.UserPoolId).CreateGroupAsync(GroupRequests.Create(create.Group)),
            PlanStep.UpdateGroup update => UserPoolsOf(update.Group.UserPoolId).UpdateGroupAsync(GroupRequests.Update(update.Group)),
            PlanStep.DeleteGroup delete => UserPoolsOf(delete.UserPoolId)
                .DeleteGroupAsync(new DeleteGroupRequest { UserPoolId = delete.UserPoolId, GroupName = delete.Name }),
            _ => throw Unknown(step),
        };

    private Task IamAsync(PlanStep step) =>
        step switch
        {
            PlanStep.CreateRole create => clients.Iam.CreateRoleAsync(RoleRequests.Create(create.Role)),
            PlanStep.UpdateRole update => clients.Iam.UpdateRoleAsync(RoleRequests.Update(update.Role)),
            PlanStep.DeleteRole delete => clients.Iam.DeleteRoleAsync(new DeleteRoleRequest { RoleName = delete.RoleName }),
            PlanStep.UpdateTrust update => clients.Iam.UpdateAssumeRolePolicyAsync(
                new UpdateAssumeRolePolicyRequest { RoleName = update.RoleName, PolicyDocument = update.Document.ToString() }
            ),
            PlanStep.PutPermissionsBoundary put => clients.Iam.PutRolePermissionsBoundaryAsync(
                new PutRolePermissionsBoundaryRequest { RoleName = put.RoleName, PermissionsBoundary = put.PolicyArn }
            ),
            PlanStep.DeletePermissionsBoundary delete => clients.Iam.DeleteRolePermissionsBoundaryAsync(
                new DeleteRolePermissionsBoundaryRequest { RoleName = delete.RoleName }
            ),
            PlanStep.PutRolePolicy put => clients.Iam.PutRolePolicyAsync(
                new PutRolePolicyRequest
                {
                    RoleName = put.RoleName,
                    PolicyName = put.PolicyName,
                    PolicyDocument = put.Document.ToString(),
                }
            ),
            PlanStep.DeleteRolePolicy delete => clients.Iam.DeleteRolePolicyAsync(
                new DeleteRolePolicyRequest { RoleName = delete.RoleName, PolicyName = delete.PolicyName }
            ),
            PlanStep.AttachRolePolicy attach => clients.Iam.AttachRolePolicyAsync(
                new AttachRolePolicyRequest { RoleName = attach.RoleName, PolicyArn = attach.PolicyArn }
            ),
            PlanStep.DetachRolePolicy detach => clients.Iam.DetachRolePolicyAsync(
                new DetachRolePolicyRequest { RoleName = detach.RoleName, PolicyArn = detach.PolicyArn }
            ),
            PlanStep.TagRole tag => clients.Iam.TagRoleAsync(new TagRoleRequest { RoleName = tag.RoleName, Tags = RoleRequests.Tags(tag.Tags) }),
            PlanStep.UntagRole untag => clients.Iam.UntagRoleAsync(new UntagRoleRequest { RoleName = untag.RoleName, TagKeys = [.. untag.Keys] }),
            _ => ProviderAsync(step),
        };

    private Task ProviderAsync(PlanStep step) =>
        step switch
        {
            PlanStep.CreateOpenIdConnectProvider { Provider: var provider } => clients.Iam.CreateOpenIDConnectProviderAsync(
                new CreateOpenIDConnectProviderRequest
                {
                    Url = provider.Url,
                    ClientIDList = [.. provider.ClientIds],
                    ThumbprintList = provider.Thumbprints.Count == 0 ? null : [.. provider.Thumbprints],
                    Tags = RoleRequests.Tags(provider.Tags),
                }
            ),
            PlanStep.DeleteOpenIdConnectProvider delete => clients.Iam.DeleteOpenIDConnectProviderAsync(
                new DeleteOpenIDConnectProviderRequest { OpenIDConnectProviderArn = delete.Arn }
            ),
            PlanStep.AddClientId add => clients.Iam.AddClientIDToOpenIDConnectProviderAsync(
                new AddClientIDToOpenIDConnectProviderRequest { OpenIDConnectProviderArn = add.Arn, ClientID = add.ClientId }
            ),
            PlanStep.RemoveClientId remove => clients.Iam.RemoveClientIDFromOpenIDConnectProviderAsync(
                new RemoveClientIDFromOpenIDConnectProviderRequest { OpenIDConnectProviderArn = remove.Arn, ClientID = remove.ClientId }
            ),
            PlanStep.UpdateThumbprints update => clients.Iam.UpdateOpenIDConnectProviderThumbprintAsync(
                new UpdateOpenIDConnectProviderThumbprintRequest { OpenIDConnectProviderArn = update.Arn, ThumbprintList = [.. update.Thumbprints] }
            ),
            PlanStep.TagOpenIdConnectProvider tag => clients.Iam.TagOpenIDConnectProviderAsync(
                new TagOpenIDConnectProviderRequest { OpenIDConnectProviderArn = tag.Arn, Tags = RoleRequests.Tags(tag.Tags) }
            ),
            PlanStep.CreateSamlProvider { Provider: var provider } => clients.Iam.CreateSAMLProviderAsync(
                new CreateSAMLProviderRequest
                {
                    Name = provider.Name,
                    SAMLMetadataDocument = provider.MetadataDocument,
                    Tags = RoleRequests.Tags(provider.Tags),
                }
            ),
            PlanStep.DeleteSamlProvider delete => clients.Iam.DeleteSAMLProviderAsync(new DeleteSAMLProviderRequest { SAMLProviderArn = delete.Arn }),
            PlanStep.TagSamlProvider tag => clients.Iam.TagSAMLProviderAsync(
                new TagSAMLProviderRequest { SAMLProviderArn = tag.Arn, Tags = RoleRequests.Tags(tag.Tags) }
            ),
            _ => throw Unknown(step),
        };

    private Amazon.CognitoIdentityProvider.IAmazonCognitoIdentityProvider UserPoolsOf(string userPoolId) => clients.UserPoolsOf(UserPool.RegionOf(userPoolId));

    private async Task<ValueMap<string>> CreateAsync(UserPoolState userPool)
    {
        var answer = await clients.UserPoolsOnce.CreateUserPoolAsync(ClientRequests.Create(userPool)).ConfigureAwait(false);
        return Known((userPool.Id, answer.UserPool!.Id!));
    }

    private async Task<ValueMap<string>> CreateAsync(ClientState client)
    {
        var answer = await clients
            .UserPoolsOnceOf(UserPool.RegionOf(client.UserPoolId))
            .CreateUserPoolClientAsync(ClientRequests.Create(client))
            .ConfigureAwait(false);
        return Known((client.ClientId, answer.UserPoolClient!.ClientId!));
    }

    private async Task<ValueMap<string>> CreateAsync(PoolState pool)
    {
        var answer = await clients.IdentityOnce.CreateIdentityPoolAsync(PoolRequests.Create(pool)).ConfigureAwait(false);
        return KnownPool(answer.IdentityPoolId!);
    }

    /// <summary>The names that come with the id of a pool.</summary>
    public static ValueMap<string> KnownPool(string id) => Known((Pending.PoolId, id), (Pending.PoolGuid, Bookkeeping.GuidOf(id)));

    public static ValueMap<string> Known(params (string Mark, string Name)[] names) =>
        ValueMap<string>.Create(names.Select(entry => KeyValuePair.Create(entry.Mark, entry.Name)));

    private static InvalidOperationException Unknown(PlanStep step) => new($"No call is known for {step.Operation}.");
}
