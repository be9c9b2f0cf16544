using IdentityPools.Simulation;

namespace IdentityPools.Sandbox.Pools;

/// <summary>The errors of Amazon Cognito identity pools.</summary>
internal static class PoolErrors
{
    public static SandboxServiceException Invalid(string message) => new("InvalidParameterException", message);

    public static SandboxServiceException NotAuthorized(string message) => new("NotAuthorizedException", message);

    public static SandboxServiceException NotFound(string message) => new("ResourceNotFoundException", message);

    public static SandboxServiceException Conflict(string message) => new("ResourceConflictException", message);

    public static SandboxServiceException LimitExceeded(string message) => new("LimitExceededException", message);

    public static SandboxServiceException InvalidToken(string why) => NotAuthorized($"Invalid login token. {why}");

    /// <summary>One sentence for everything that is wrong with a role, as the service has it.</summary>
    public static SandboxServiceException InvalidConfiguration() => new("InvalidIdentityPoolConfigurationException", ServiceMessages.InvalidConfiguration);
}
