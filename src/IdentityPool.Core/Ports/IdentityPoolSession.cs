using IdentityPools.Ports;

namespace IdentityPools;

/// <summary>A connection to AWS, or to an account in memory. It names the way, never the secrets.</summary>
public sealed class IdentityPoolSession
{
    internal IdentityPoolSession(IIdentityPoolService service, ConnectionSettings settings)
    {
        Service = service;
        ProfileName = settings.ProfileName;
        EndpointUrl = settings.EndpointUrl;
    }

    /// <summary>The region.</summary>
    public string Region => Service.Region;

    /// <summary>The profile of the shared configuration files, if one was named.</summary>
    public string? ProfileName { get; }

    /// <summary>The endpoint, if another one than AWS's own was named.</summary>
    public Uri? EndpointUrl { get; }

    /// <summary>Whether this is an account in memory.</summary>
    public bool IsSandbox => Sandbox is not null;

    /// <summary>The account in memory: what was called, and what shall fail. Null for a real account.</summary>
    public ISandbox? Sandbox => Service.Sandbox;

    internal IIdentityPoolService Service { get; }

    /// <summary>The region, and what is special about the connection.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        IsSandbox ? $"{Region} (sandbox {Sandbox!.AccountId})"
        : ProfileName is null ? Region
        : $"{Region} ({ProfileName})";
}
