using Amazon.CognitoIdentity.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using AwsServiceClients.Endpoints;
using AwsServiceClients.Protocol;

namespace Amazon.CognitoIdentity;

/// <summary>A client of Amazon Cognito identity pools.</summary>
public class AmazonCognitoIdentityClient : AmazonServiceClient, IAmazonCognitoIdentity
{
    private static readonly JsonProtocol Protocol = new(typeof(AmazonCognitoIdentityException), "AWSCognitoIdentityService", "2014-06-30");
    private static readonly ServiceName Name = new("Cognito Identity");

    public AmazonCognitoIdentityClient()
        : this(new AmazonCognitoIdentityConfig()) { }

    public AmazonCognitoIdentityClient(RegionEndpoint region)
        : this(new AmazonCognitoIdentityConfig { RegionEndpoint = region }) { }

    public AmazonCognitoIdentityClient(AmazonCognitoIdentityConfig config)
        : base(config) { }

    public AmazonCognitoIdentityClient(AWSCredentials credentials)
        : this(credentials, new AmazonCognitoIdentityConfig()) { }

    public AmazonCognitoIdentityClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonCognitoIdentityConfig { RegionEndpoint = region }) { }

    public AmazonCognitoIdentityClient(AWSCredentials credentials, AmazonCognitoIdentityConfig clientConfig)
        : base(credentials, clientConfig) { }

    /// <inheritdoc/>
    public virtual Task<CreateIdentityPoolResponse> CreateIdentityPoolAsync(CreateIdentityPoolRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateIdentityPoolResponse>(request, Protocol.OptionsFor<CreateIdentityPoolResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteIdentityPoolResponse> DeleteIdentityPoolAsync(DeleteIdentityPoolRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteIdentityPoolResponse>(request, Protocol.OptionsFor<DeleteIdentityPoolResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeIdentityPoolResponse> DescribeIdentityPoolAsync(
        DescribeIdentityPoolRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<DescribeIdentityPoolResponse>(request, Protocol.OptionsFor<DescribeIdentityPoolResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetCredentialsForIdentityResponse> GetCredentialsForIdentityAsync(
        GetCredentialsForIdentityRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<GetCredentialsForIdentityResponse>(request, Protocol.OptionsFor<GetCredentialsForIdentityResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetIdResponse> GetIdAsync(GetIdRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetIdResponse>(request, Protocol.OptionsFor<GetIdResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetIdentityPoolRolesResponse> GetIdentityPoolRolesAsync(
        GetIdentityPoolRolesRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<GetIdentityPoolRolesResponse>(request, Protocol.OptionsFor<GetIdentityPoolRolesResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetPrincipalTagAttributeMapResponse> GetPrincipalTagAttributeMapAsync(
        GetPrincipalTagAttributeMapRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<GetPrincipalTagAttributeMapResponse>(request, Protocol.OptionsFor<GetPrincipalTagAttributeMapResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListIdentityPoolsResponse> ListIdentityPoolsAsync(ListIdentityPoolsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListIdentityPoolsResponse>(request, Protocol.OptionsFor<ListIdentityPoolsResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListTagsForResourceResponse> ListTagsForResourceAsync(
        ListTagsForResourceRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<ListTagsForResourceResponse>(request, Protocol.OptionsFor<ListTagsForResourceResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<SetIdentityPoolRolesResponse> SetIdentityPoolRolesAsync(
        SetIdentityPoolRolesRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<SetIdentityPoolRolesResponse>(request, Protocol.OptionsFor<SetIdentityPoolRolesResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<SetPrincipalTagAttributeMapResponse> SetPrincipalTagAttributeMapAsync(
        SetPrincipalTagAttributeMapRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<SetPrincipalTagAttributeMapResponse>(request, Protocol.OptionsFor<SetPrincipalTagAttributeMapResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<TagResourceResponse> TagResourceAsync(TagResourceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<TagResourceResponse>(request, Protocol.OptionsFor<TagResourceResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UntagResourceResponse> UntagResourceAsync(UntagResourceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UntagResourceResponse>(request, Protocol.OptionsFor<UntagResourceResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UpdateIdentityPoolResponse> UpdateIdentityPoolAsync(UpdateIdentityPoolRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UpdateIdentityPoolResponse>(request, Protocol.OptionsFor<UpdateIdentityPoolResponse>(), cancellationToken);

    /// <inheritdoc/>
    protected override IServiceMetadata ServiceMetadata => Name;

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new EndpointHandler());
        pipeline.AddHandlerAfter<Marshaller>(new SigningHandler(typeof(GetIdRequest), typeof(GetCredentialsForIdentityRequest)));
    }
}
