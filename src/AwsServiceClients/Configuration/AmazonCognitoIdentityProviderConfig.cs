using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;
using AwsServiceClients.Endpoints;

namespace Amazon.CognitoIdentityProvider;

/// <summary>How a client of Amazon Cognito user pools works.</summary>
public class AmazonCognitoIdentityProviderConfig : ClientConfig
{
    private static readonly string Agent = InternalSDKUtils.BuildUserAgentString(
        "CognitoIdentityProvider",
        typeof(AmazonCognitoIdentityProviderConfig).Assembly.GetName().Version!.ToString(3)
    );

    public AmazonCognitoIdentityProviderConfig()
        : base(ClientDefaults.Provider())
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "cognito-idp";
        EndpointProvider = new RegionalEndpoints("cognito-idp");
    }

    /// <summary>What the SDK calls the service.</summary>
    public static new string ServiceId => "Cognito Identity Provider";

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => "cognito-idp";

    /// <inheritdoc/>
    public override string ServiceVersion => "2016-04-18";

    /// <inheritdoc/>
    public override string UserAgent => Agent;

    /// <inheritdoc/>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(EndpointInput.From(this, parameters.AlternateEndpoint));
}
