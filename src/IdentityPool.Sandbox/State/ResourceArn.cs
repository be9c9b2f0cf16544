namespace IdentityPools.Sandbox;

/// <summary>Takes the ARNs apart by which resources are tagged.</summary>
internal static class ResourceArn
{
    /// <summary>The id in an ARN, whose account, region and kind have to agree with the call.</summary>
    /// <exception cref="SandboxServiceException">They do not.</exception>
    public static string IdIn(string arn, string service, string prefix, string accountId, SandboxContext context)
    {
        var expected = $"{Prefix(service, prefix, accountId, context)}/";
        return arn.StartsWith(expected, StringComparison.Ordinal)
            ? arn[expected.Length..]
            : throw new SandboxServiceException("InvalidParameterException", $"Invalid resource ARN: {arn}");
    }

    public static string Create(string id, string service, string prefix, string accountId, SandboxContext context) =>
        $"{Prefix(service, prefix, accountId, context)}/{id}";

    private static string Prefix(string service, string prefix, string accountId, SandboxContext context) =>
        $"arn:{context.Partition.Name}:{service}:{context.Region}:{accountId}:{prefix}";
}
