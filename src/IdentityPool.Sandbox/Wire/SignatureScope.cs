namespace IdentityPools.Sandbox.Wire;

/// <summary>What a Signature Version 4 says of a request. The signature itself is not checked: the sandbox has no secret.</summary>
/// <param name="AccessKeyId">Who signed.</param>
/// <param name="Region">For which region.</param>
/// <param name="Service">For which service.</param>
internal sealed record SignatureScope(string AccessKeyId, string Region, string Service)
{
    private const string Algorithm = "AWS4-HMAC-SHA256 ";
    private const string Marker = "Credential=";

    public static SignatureScope? Parse(string? authorization)
    {
        if (authorization is null || !authorization.StartsWith(Algorithm, StringComparison.Ordinal))
        {
            return null;
        }

        var start = authorization.IndexOf(Marker, StringComparison.Ordinal) + Marker.Length;
        var end = authorization.IndexOf(',', start);
        var parts = (end < 0 ? authorization[start..] : authorization[start..end]).Trim().Split('/');
        return parts is [.. var key, _, var region, var service, "aws4_request"] ? new(string.Join('/', key), region, service) : null;
    }
}
