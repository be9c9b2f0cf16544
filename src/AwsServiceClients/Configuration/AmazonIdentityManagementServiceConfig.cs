using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;
using AwsServiceClients.Endpoints;

namespace Amazon.IdentityManagement;

/// <summary>How a client of AWS Identity and Access Management works.</summary>
public class AmazonIdentityManagementServiceConfig : ClientConfig
{
    private static readonly string Agent = InternalSDKUtils.BuildUserAgentString(
        "IdentityManagement",
        typeof(AmazonIdentityManagementServiceConfig).Assembly.GetName().Version!.ToString(3)
    );

    public AmazonIdentityManagementServiceConfig()
        : base(ClientDefaults.Provider())
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "iam";
        EndpointProvider = new IamEndpoints();
    }

    /// <summary>What the SDK calls the service.</summary>
    public static new string ServiceId => "IAM";

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => "iam";

    /// <inheritdoc/>
    public override string ServiceVersion => "2010-05-08";

    /// <inheritdoc/>
    public override string UserAgent => Agent;

    /// <inheritdoc/>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(EndpointInput.From(this, parameters.AlternateEndpoint));
}
