namespace IdentityPools.Sandbox.Wire;

/// <summary>Finds the service and the region that a request is meant for.</summary>
/// <param name="services">The services of the account.</param>
/// <param name="defaultRegion">The region of a request that says none.</param>
internal sealed class ServiceRouter(IReadOnlyList<SandboxService> services, string defaultRegion)
{
    /// <summary>The service; null when nothing in the request tells.</summary>
    public SandboxService? ServiceOf(WireRequest request) =>
        request.Signature is { } signature ? services.FirstOrDefault(service => service.Name == signature.Service)
        : request.Target is { } target
            ? services.FirstOrDefault(service => service.Model.TargetPrefix is { } prefix && target.StartsWith(prefix + ".", StringComparison.Ordinal))
        : services.FirstOrDefault(service => request.Host.StartsWith(service.Name + ".", StringComparison.Ordinal))
            ?? services.FirstOrDefault(service => IsQueryOf(service, request.Body));

    /// <summary>The region. Where only the host could tell, it does in the form <c>service.region.suffix</c>.</summary>
    public string RegionOf(WireRequest request) =>
        request.Signature?.Region ?? (request.Host.Split('.') is [_, var region, _, ..] && AwsRegion.IsWellFormed(region) ? region : defaultRegion);

    private static bool IsQueryOf(SandboxService service, string body) =>
        service.Model.XmlNamespace is not null && body.Contains($"Version={service.Model.ApiVersion}", StringComparison.Ordinal);
}
