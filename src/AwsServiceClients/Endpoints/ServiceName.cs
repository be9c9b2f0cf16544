using Amazon.Runtime.Internal;

namespace AwsServiceClients.Endpoints;

/// <summary>What a service is called by the SDK, and so in names of environment variables and of settings.</summary>
internal sealed class ServiceName : IServiceMetadata
{
    public ServiceName(string serviceId)
    {
        ServiceId = serviceId;
    }

    public string ServiceId { get; }

    public IDictionary<string, string> OperationNameMapping => new Dictionary<string, string>();
}
