namespace IdentityPools.Planning;

/// <summary>Something that was made with a pool and stays when the pool goes.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="Reason">Why it stays and how it is removed.</param>
internal sealed record KeptPart(string Arn, string Reason);
