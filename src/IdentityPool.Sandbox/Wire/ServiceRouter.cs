using System.Text.RegularExpressions;

namespace IdentityPools.Sandbox.Wire;

/// <summary>Finds the service and the region that a request is meant for.</summary>
/// <param name="services">The services of the account.</param>
/// <param name="defaultRegion">The region of a request that says none.</param>
internal sealed partial class ServiceRouter(IReadOnlyList<SandboxService> services, string defaultRegion)
{
    /// <summary>The service; null when nothing in the request tells.</summary>
    public SandboxService? ServiceOf(WireRequest request) =>
        request.Signature is { } signature ? services.FirstOrDefault(service => service.Name == signature.Service)
        : request.Target is { } target
            ? services.FirstOrDefault(service => service.Model.TargetPrefix is { } prefix && target.StartsWith(prefix + ".", StringComparison.Ordinal))
        : services.FirstOrDefault(service => request.Host.StartsWith(service.Name + ".", StringComparison.Ordinal))
            ?? services.FirstOrDefault(service => IsQueryOf(service, request.Body));

    /// <summary>
    /// The region. Where the signature does not tell, the host does in the form <c>service.region.suffix</c>; where it does not either, as under an
    /// endpoint of one's own, the id of the pool or identity does.
    /// </summary>
    public string RegionOf(WireRequest request) =>
        request.Signature?.Region
        ?? (request.Host.Split('.') is [_, var region, _, ..] && AwsRegion.IsWellFormed(region) ? region : null)
        ?? (IdOf().Match(request.Body) is { Success: true } id && AwsRegion.IsWellFormed(id.Groups[1].Value) ? id.Groups[1].Value : defaultRegion);

    [GeneratedRegex(
        """
            "Identity(?:Pool)?Id"\s*:\s*"([a-z0-9-]+):
            """
    )]
    private static partial Regex IdOf();

    private static bool IsQueryOf(SandboxService service, string body) =>
        service.Model.XmlNamespace is not null && body.Contains($"Version={service.Model.ApiVersion}", StringComparison.Ordinal);
}
