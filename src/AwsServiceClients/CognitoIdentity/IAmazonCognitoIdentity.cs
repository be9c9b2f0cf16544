using Amazon.CognitoIdentity.Model;
using Amazon.Runtime;

namespace Amazon.CognitoIdentity;

/// <summary>The operations of the service that are used here; each is documented by AWS under its own name.</summary>
public interface IAmazonCognitoIdentity : IAmazonService, IDisposable
{
    Task<CreateIdentityPoolResponse> CreateIdentityPoolAsync(CreateIdentityPoolRequest request, CancellationToken cancellationToken = default);

    Task<DeleteIdentityPoolResponse> DeleteIdentityPoolAsync(DeleteIdentityPoolRequest request, CancellationToken cancellationToken = default);

    Task<DescribeIdentityPoolResponse> DescribeIdentityPoolAsync(DescribeIdentityPoolRequest request, CancellationToken cancellationToken = default);

    Task<GetCredentialsForIdentityResponse> GetCredentialsForIdentityAsync(
        GetCredentialsForIdentityRequest request,
        CancellationToken cancellationToken = default
    );

    Task<GetIdResponse> GetIdAsync(GetIdRequest request, CancellationToken cancellationToken = default);

    Task<GetIdentityPoolRolesResponse> GetIdentityPoolRolesAsync(GetIdentityPoolRolesRequest request, CancellationToken cancellationToken = default);

    Task<GetPrincipalTagAttributeMapResponse> GetPrincipalTagAttributeMapAsync(
        GetPrincipalTagAttributeMapRequest request,
        CancellationToken cancellationToken = default
    );

    Task<ListIdentityPoolsResponse> ListIdentityPoolsAsync(ListIdentityPoolsRequest request, CancellationToken cancellationToken = default);

    Task<ListTagsForResourceResponse> ListTagsForResourceAsync(ListTagsForResourceRequest request, CancellationToken cancellationToken = default);

    Task<SetIdentityPoolRolesResponse> SetIdentityPoolRolesAsync(SetIdentityPoolRolesRequest request, CancellationToken cancellationToken = default);

    Task<SetPrincipalTagAttributeMapResponse> SetPrincipalTagAttributeMapAsync(
        SetPrincipalTagAttributeMapRequest request,
        CancellationToken cancellationToken = default
    );

    Task<TagResourceResponse> TagResourceAsync(TagResourceRequest request, CancellationToken cancellationToken = default);

    Task<UntagResourceResponse> UntagResourceAsync(UntagResourceRequest request, CancellationToken cancellationToken = default);

    Task<UpdateIdentityPoolResponse> UpdateIdentityPoolAsync(UpdateIdentityPoolRequest request, CancellationToken cancellationToken = default);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonCognitoIdentityConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonCognitoIdentityClient(awsCredentials, (AmazonCognitoIdentityConfig)clientConfig);
}
