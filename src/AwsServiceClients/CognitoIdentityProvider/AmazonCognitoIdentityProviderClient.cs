using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using AwsServiceClients.Endpoints;
using AwsServiceClients.Protocol;

namespace Amazon.CognitoIdentityProvider;

/// <summary>A client of Amazon Cognito user pools.</summary>
public class AmazonCognitoIdentityProviderClient : AmazonServiceClient, IAmazonCognitoIdentityProvider
{
    private static readonly JsonProtocol Protocol = new(typeof(AmazonCognitoIdentityProviderException), "AWSCognitoIdentityProviderService", "2016-04-18");
    private static readonly ServiceName Name = new("Cognito Identity Provider");

    public AmazonCognitoIdentityProviderClient()
        : this(new AmazonCognitoIdentityProviderConfig()) { }

    public AmazonCognitoIdentityProviderClient(RegionEndpoint region)
        : this(new AmazonCognitoIdentityProviderConfig { RegionEndpoint = region }) { }

    public AmazonCognitoIdentityProviderClient(AmazonCognitoIdentityProviderConfig config)
        : base(config) { }

    public AmazonCognitoIdentityProviderClient(AWSCredentials credentials)
        : this(credentials, new AmazonCognitoIdentityProviderConfig()) { }

    public AmazonCognitoIdentityProviderClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonCognitoIdentityProviderConfig { RegionEndpoint = region }) { }

    public AmazonCognitoIdentityProviderClient(AWSCredentials credentials, AmazonCognitoIdentityProviderConfig clientConfig)
        : base(credentials, clientConfig) { }

    /// <inheritdoc/>
    public virtual Task<CreateUserPoolResponse> CreateUserPoolAsync(CreateUserPoolRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateUserPoolResponse>(request, Protocol.OptionsFor<CreateUserPoolResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<CreateUserPoolClientResponse> CreateUserPoolClientAsync(
        CreateUserPoolClientRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<CreateUserPoolClientResponse>(request, Protocol.OptionsFor<CreateUserPoolClientResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteUserPoolResponse> DeleteUserPoolAsync(DeleteUserPoolRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteUserPoolResponse>(request, Protocol.OptionsFor<DeleteUserPoolResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteUserPoolClientResponse> DeleteUserPoolClientAsync(
        DeleteUserPoolClientRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<DeleteUserPoolClientResponse>(request, Protocol.OptionsFor<DeleteUserPoolClientResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeUserPoolResponse> DescribeUserPoolAsync(DescribeUserPoolRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeUserPoolResponse>(request, Protocol.OptionsFor<DescribeUserPoolResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeUserPoolClientResponse> DescribeUserPoolClientAsync(
        DescribeUserPoolClientRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<DescribeUserPoolClientResponse>(request, Protocol.OptionsFor<DescribeUserPoolClientResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListTagsForResourceResponse> ListTagsForResourceAsync(
        ListTagsForResourceRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<ListTagsForResourceResponse>(request, Protocol.OptionsFor<ListTagsForResourceResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListUserPoolClientsResponse> ListUserPoolClientsAsync(
        ListUserPoolClientsRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<ListUserPoolClientsResponse>(request, Protocol.OptionsFor<ListUserPoolClientsResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListUserPoolsResponse> ListUserPoolsAsync(ListUserPoolsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListUserPoolsResponse>(request, Protocol.OptionsFor<ListUserPoolsResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<TagResourceResponse> TagResourceAsync(TagResourceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<TagResourceResponse>(request, Protocol.OptionsFor<TagResourceResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UntagResourceResponse> UntagResourceAsync(UntagResourceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UntagResourceResponse>(request, Protocol.OptionsFor<UntagResourceResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UpdateUserPoolClientResponse> UpdateUserPoolClientAsync(
        UpdateUserPoolClientRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<UpdateUserPoolClientResponse>(request, Protocol.OptionsFor<UpdateUserPoolClientResponse>(), cancellationToken);

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
