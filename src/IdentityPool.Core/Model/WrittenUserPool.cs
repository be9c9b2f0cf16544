using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Model;

/// <summary>What is asked of a user pool that a user names, beyond its form: that it can exist.</summary>
internal static class WrittenUserPool
{
    /// <param name="value">Its id, ARN or provider name, or a function, which passes.</param>
    /// <returns>The user pool.</returns>
    /// <exception cref="DefinitionException">There can be no such user pool.</exception>
    public static UserPool Check(TemplateValue value)
    {
        var userPool = UserPool.Existing(WrittenArn.Check(value));
        return userPool.Id?.Literal is { } id && AwsRegion.Fault(UserPool.RegionOf(id)) is { } fault
            ? throw Fault.Named(fault.ErrorId, nameof(Messages.UserPoolOfRegion), value, value, fault.Message)
            : userPool;
    }

    /// <summary>What is not known of it, though it may exist; null where nothing speaks against it.</summary>
    public static string? Doubt(UserPool userPool) =>
        userPool.Id?.Literal is { } id && UserPool.RegionOf(id) is var region && !AwsRegion.Known.Contains(region) ? AwsRegion.Doubt(region) : null;
}
