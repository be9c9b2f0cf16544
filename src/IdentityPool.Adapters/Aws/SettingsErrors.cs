using IdentityPools.Ports;
using IdentityPools.Values;

namespace IdentityPools.Aws;

/// <summary>Faults of what a user gave to connect with.</summary>
internal static class SettingsErrors
{
    public static ServiceException Create(string errorId, object? target, params object?[] arguments) =>
        new(errorId, ServiceErrorKind.Settings, MessageText.Format(errorId, arguments), target);
}
