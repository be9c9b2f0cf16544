using IdentityPools.Model;

namespace IdentityPools.Sandbox;

/// <summary>What a service knows of a call besides its input.</summary>
/// <param name="Region">The region that it went to.</param>
/// <param name="AccessKeyId">Who signed it; null for an unsigned call.</param>
/// <param name="Time">When it came.</param>
internal sealed record SandboxContext(string Region, string? AccessKeyId, DateTimeOffset Time)
{
    /// <summary>Whether it is not a call, but what someone else does in the account. That may be AWS itself.</summary>
    public bool IsForeign { get; init; }

    public AwsPartition Partition => AwsPartition.OfRegion(Region);
}
