using IdentityPools.Ports;
using IdentityPools.Values;

namespace IdentityPools.Aws;

/// <summary>Faults of what a user gave to connect with.</summary>
internal static class SettingsFault
{
    public static ServiceException Of(string errorId, object? target, params object?[] arguments) =>
        new(errorId, ServiceFaultKind.Settings, Fault.Sentence(errorId, arguments), target);
}
