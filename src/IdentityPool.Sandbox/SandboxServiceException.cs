namespace IdentityPools.Sandbox;

/// <summary>A service refuses a request.</summary>
/// <param name="code">The code on the wire.</param>
/// <param name="message">The sentence.</param>
/// <param name="status">The HTTP status.</param>
internal sealed class SandboxServiceException(string code, string message, int status = 400) : Exception(message)
{
    public string Code => code;

    public int Status => status;
}
