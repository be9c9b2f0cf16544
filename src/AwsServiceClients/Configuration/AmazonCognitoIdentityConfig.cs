using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;
using AwsServiceClients.Endpoints;

namespace Amazon.CognitoIdentity;

/// <summary>How a client of Amazon Cognito identity pools works.</summary>
public class AmazonCognitoIdentityConfig : ClientConfig
{
    private static readonly string Agent = InternalSDKUtils.BuildUserAgentString(
        "CognitoIdentity",
        typeof(AmazonCognitoIdentityConfig).Assembly.GetName().Version!.ToString(3)
    );

    public AmazonCognitoIdentityConfig()
        : base(ClientDefaults.Provider())
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "cognito-identity";
        EndpointProvider = new RegionalEndpoints("cognito-identity");
    }

    /// <summary>What the SDK calls the service.</summary>
    public static new string ServiceId => "Cognito Identity";

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => "cognito-identity";

    /// <inheritdoc/>
    public override string ServiceVersion => "2014-06-30";

    /// <inheritdoc/>
    public override string UserAgent => Agent;

    /// <inheritdoc/>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(EndpointInput.From(this, parameters.AlternateEndpoint));
}
