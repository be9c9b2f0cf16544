namespace IdentityPools.Sandbox.Iam;

/// <summary>The errors of IAM with their codes on the wire.</summary>
internal static class IamErrors
{
    public static SandboxServiceException NoSuchEntity(string message) => new("NoSuchEntity", message, 404);

    public static SandboxServiceException EntityAlreadyExists(string message) => new("EntityAlreadyExists", message, 409);

    public static SandboxServiceException DeleteConflict(string message) => new("DeleteConflict", message, 409);

    public static SandboxServiceException LimitExceeded(string message) => new("LimitExceeded", message, 409);

    public static SandboxServiceException InvalidInput(string message) => new("InvalidInput", message, 400);

    public static SandboxServiceException ValidationError(string message) => new("ValidationError", message, 400);
}
