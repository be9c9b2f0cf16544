using IdentityPools.Binding;
using IdentityPools.Ports;

namespace IdentityPools.Live;

/// <summary>Connects from a command.</summary>
internal static class Connection
{
    private static readonly MfaPrompt Prompt = new();

    /// <exception cref="ServiceException">There is no region, or no such profile.</exception>
    public static IIdentityPoolService Open(CallPump pump, ConnectionSettings settings) =>
        // Where a region comes from may be slow to answer, so this can be stopped like any call.
        pump.Wait(pump.Start(_ => Task.FromResult(Adapters.Services.Connect(settings, Prompt))));
}
