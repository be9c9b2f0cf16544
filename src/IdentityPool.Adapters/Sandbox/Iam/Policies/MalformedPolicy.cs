namespace IdentityPools.Sandbox.Iam;

/// <summary>The refusal of a policy document.</summary>
internal static class MalformedPolicy
{
    public static SandboxServiceException Because(string message) => new("MalformedPolicyDocument", message, 400);
}
