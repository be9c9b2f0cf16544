using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using AwsServiceClients.Endpoints;
using AwsServiceClients.Protocol;

namespace Amazon.IdentityManagement;

/// <summary>A client of AWS Identity and Access Management.</summary>
public class AmazonIdentityManagementServiceClient : AmazonServiceClient, IAmazonIdentityManagementService
{
    private static readonly QueryProtocol Protocol = new(typeof(AmazonIdentityManagementServiceException), "2010-05-08");
    private static readonly ServiceName Name = new("IAM");

    public AmazonIdentityManagementServiceClient()
        : this(new AmazonIdentityManagementServiceConfig()) { }

    public AmazonIdentityManagementServiceClient(RegionEndpoint region)
        : this(new AmazonIdentityManagementServiceConfig { RegionEndpoint = region }) { }

    public AmazonIdentityManagementServiceClient(AmazonIdentityManagementServiceConfig config)
        : base(config) { }

    public AmazonIdentityManagementServiceClient(AWSCredentials credentials)
        : this(credentials, new AmazonIdentityManagementServiceConfig()) { }

    public AmazonIdentityManagementServiceClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonIdentityManagementServiceConfig { RegionEndpoint = region }) { }

    public AmazonIdentityManagementServiceClient(AWSCredentials credentials, AmazonIdentityManagementServiceConfig clientConfig)
        : base(credentials, clientConfig) { }

    /// <inheritdoc/>
    public virtual Task<AddClientIDToOpenIDConnectProviderResponse> AddClientIDToOpenIDConnectProviderAsync(
        AddClientIDToOpenIDConnectProviderRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<AddClientIDToOpenIDConnectProviderResponse>(request, Protocol.OptionsFor<AddClientIDToOpenIDConnectProviderResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<AttachRolePolicyResponse> AttachRolePolicyAsync(AttachRolePolicyRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<AttachRolePolicyResponse>(request, Protocol.OptionsFor<AttachRolePolicyResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<CreateOpenIDConnectProviderResponse> CreateOpenIDConnectProviderAsync(
        CreateOpenIDConnectProviderRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<CreateOpenIDConnectProviderResponse>(request, Protocol.OptionsFor<CreateOpenIDConnectProviderResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<CreateRoleResponse> CreateRoleAsync(CreateRoleRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateRoleResponse>(request, Protocol.OptionsFor<CreateRoleResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<CreateSAMLProviderResponse> CreateSAMLProviderAsync(CreateSAMLProviderRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateSAMLProviderResponse>(request, Protocol.OptionsFor<CreateSAMLProviderResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteOpenIDConnectProviderResponse> DeleteOpenIDConnectProviderAsync(
        DeleteOpenIDConnectProviderRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<DeleteOpenIDConnectProviderResponse>(request, Protocol.OptionsFor<DeleteOpenIDConnectProviderResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteRoleResponse> DeleteRoleAsync(DeleteRoleRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteRoleResponse>(request, Protocol.OptionsFor<DeleteRoleResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteRolePermissionsBoundaryResponse> DeleteRolePermissionsBoundaryAsync(
        DeleteRolePermissionsBoundaryRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<DeleteRolePermissionsBoundaryResponse>(request, Protocol.OptionsFor<DeleteRolePermissionsBoundaryResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteRolePolicyResponse> DeleteRolePolicyAsync(DeleteRolePolicyRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteRolePolicyResponse>(request, Protocol.OptionsFor<DeleteRolePolicyResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteSAMLProviderResponse> DeleteSAMLProviderAsync(DeleteSAMLProviderRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteSAMLProviderResponse>(request, Protocol.OptionsFor<DeleteSAMLProviderResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DetachRolePolicyResponse> DetachRolePolicyAsync(DetachRolePolicyRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DetachRolePolicyResponse>(request, Protocol.OptionsFor<DetachRolePolicyResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetOpenIDConnectProviderResponse> GetOpenIDConnectProviderAsync(
        GetOpenIDConnectProviderRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<GetOpenIDConnectProviderResponse>(request, Protocol.OptionsFor<GetOpenIDConnectProviderResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetPolicyResponse> GetPolicyAsync(GetPolicyRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetPolicyResponse>(request, Protocol.OptionsFor<GetPolicyResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetPolicyVersionResponse> GetPolicyVersionAsync(GetPolicyVersionRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetPolicyVersionResponse>(request, Protocol.OptionsFor<GetPolicyVersionResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetRoleResponse> GetRoleAsync(GetRoleRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetRoleResponse>(request, Protocol.OptionsFor<GetRoleResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetRolePolicyResponse> GetRolePolicyAsync(GetRolePolicyRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetRolePolicyResponse>(request, Protocol.OptionsFor<GetRolePolicyResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetSAMLProviderResponse> GetSAMLProviderAsync(GetSAMLProviderRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetSAMLProviderResponse>(request, Protocol.OptionsFor<GetSAMLProviderResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListAttachedRolePoliciesResponse> ListAttachedRolePoliciesAsync(
        ListAttachedRolePoliciesRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<ListAttachedRolePoliciesResponse>(request, Protocol.OptionsFor<ListAttachedRolePoliciesResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListInstanceProfilesForRoleResponse> ListInstanceProfilesForRoleAsync(
        ListInstanceProfilesForRoleRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<ListInstanceProfilesForRoleResponse>(request, Protocol.OptionsFor<ListInstanceProfilesForRoleResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListOpenIDConnectProvidersResponse> ListOpenIDConnectProvidersAsync(
        ListOpenIDConnectProvidersRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<ListOpenIDConnectProvidersResponse>(request, Protocol.OptionsFor<ListOpenIDConnectProvidersResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListRolePoliciesResponse> ListRolePoliciesAsync(ListRolePoliciesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListRolePoliciesResponse>(request, Protocol.OptionsFor<ListRolePoliciesResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListRoleTagsResponse> ListRoleTagsAsync(ListRoleTagsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListRoleTagsResponse>(request, Protocol.OptionsFor<ListRoleTagsResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListRolesResponse> ListRolesAsync(ListRolesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListRolesResponse>(request, Protocol.OptionsFor<ListRolesResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListSAMLProvidersResponse> ListSAMLProvidersAsync(ListSAMLProvidersRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListSAMLProvidersResponse>(request, Protocol.OptionsFor<ListSAMLProvidersResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<PutRolePermissionsBoundaryResponse> PutRolePermissionsBoundaryAsync(
        PutRolePermissionsBoundaryRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<PutRolePermissionsBoundaryResponse>(request, Protocol.OptionsFor<PutRolePermissionsBoundaryResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<PutRolePolicyResponse> PutRolePolicyAsync(PutRolePolicyRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<PutRolePolicyResponse>(request, Protocol.OptionsFor<PutRolePolicyResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<RemoveClientIDFromOpenIDConnectProviderResponse> RemoveClientIDFromOpenIDConnectProviderAsync(
        RemoveClientIDFromOpenIDConnectProviderRequest request,
        CancellationToken cancellationToken = default
    ) =>
        InvokeAsync<RemoveClientIDFromOpenIDConnectProviderResponse>(
            request,
            Protocol.OptionsFor<RemoveClientIDFromOpenIDConnectProviderResponse>(),
            cancellationToken
        );

    /// <inheritdoc/>
    public virtual Task<TagOpenIDConnectProviderResponse> TagOpenIDConnectProviderAsync(
        TagOpenIDConnectProviderRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<TagOpenIDConnectProviderResponse>(request, Protocol.OptionsFor<TagOpenIDConnectProviderResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<TagRoleResponse> TagRoleAsync(TagRoleRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<TagRoleResponse>(request, Protocol.OptionsFor<TagRoleResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<TagSAMLProviderResponse> TagSAMLProviderAsync(TagSAMLProviderRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<TagSAMLProviderResponse>(request, Protocol.OptionsFor<TagSAMLProviderResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UntagOpenIDConnectProviderResponse> UntagOpenIDConnectProviderAsync(
        UntagOpenIDConnectProviderRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<UntagOpenIDConnectProviderResponse>(request, Protocol.OptionsFor<UntagOpenIDConnectProviderResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UntagRoleResponse> UntagRoleAsync(UntagRoleRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UntagRoleResponse>(request, Protocol.OptionsFor<UntagRoleResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UntagSAMLProviderResponse> UntagSAMLProviderAsync(UntagSAMLProviderRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UntagSAMLProviderResponse>(request, Protocol.OptionsFor<UntagSAMLProviderResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UpdateAssumeRolePolicyResponse> UpdateAssumeRolePolicyAsync(
        UpdateAssumeRolePolicyRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<UpdateAssumeRolePolicyResponse>(request, Protocol.OptionsFor<UpdateAssumeRolePolicyResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UpdateOpenIDConnectProviderThumbprintResponse> UpdateOpenIDConnectProviderThumbprintAsync(
        UpdateOpenIDConnectProviderThumbprintRequest request,
        CancellationToken cancellationToken = default
    ) =>
        InvokeAsync<UpdateOpenIDConnectProviderThumbprintResponse>(
            request,
            Protocol.OptionsFor<UpdateOpenIDConnectProviderThumbprintResponse>(),
            cancellationToken
        );

    /// <inheritdoc/>
    public virtual Task<UpdateRoleResponse> UpdateRoleAsync(UpdateRoleRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UpdateRoleResponse>(request, Protocol.OptionsFor<UpdateRoleResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UpdateSAMLProviderResponse> UpdateSAMLProviderAsync(UpdateSAMLProviderRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UpdateSAMLProviderResponse>(request, Protocol.OptionsFor<UpdateSAMLProviderResponse>(), cancellationToken);

    /// <inheritdoc/>
    protected override IServiceMetadata ServiceMetadata => Name;

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new EndpointHandler());
        pipeline.AddHandlerAfter<Marshaller>(new SigningHandler());
    }
}
