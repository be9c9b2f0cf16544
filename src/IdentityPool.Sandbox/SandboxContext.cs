using IdentityPools.Model;

namespace IdentityPools.Sandbox;

/// <summary>What a service knows of a call besides its input.</summary>
/// <param name="Region">The region that it went to.</param>
/// <param name="AccessKeyId">Who signed it; null for an unsigned call.</param>
/// <param name="Time">When it came.</param>
internal sealed record SandboxContext(string Region, string? AccessKeyId, DateTimeOffset Time)
{
    public AwsPartition Partition => AwsPartition.OfRegion(Region);
}
