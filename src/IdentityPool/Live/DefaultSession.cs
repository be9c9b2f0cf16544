using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace IdentityPools.Live;

/// <summary>
/// The session that Connect-IdentityPool made, by runspace: those that run side by side keep their own. Once Connect-IdentityPool has begun and until it
/// succeeds there is none, and the SDK's chain does not stand in for it: what was meant is not known.
/// </summary>
internal static class DefaultSession
{
    private static readonly ConditionalWeakTable<Runspace, State> States = [];

    /// <summary>The session of the runspace that the caller runs in.</summary>
    public static IdentityPoolSession? Value => Current?.Session;

    /// <summary>Whether the last Connect-IdentityPool of the runspace did not come to its end.</summary>
    public static bool IsRefused => Current is { Session: null };

    /// <summary>Whether an open runspace of this process has a sandbox as its session: what was written for that is likely to run in others too.</summary>
    public static bool IsSandboxAnywhere =>
        States.Any(entry => entry.Value.Session is { IsSandbox: true } && entry.Key.RunspaceStateInfo.State == RunspaceState.Opened);

    private static State? Current => Runspace.DefaultRunspace is { } runspace && States.TryGetValue(runspace, out var state) ? state : null;

    public static void Set(IdentityPoolSession session) => States.AddOrUpdate(Runspace.DefaultRunspace, new(session));

    /// <summary>Has live commands refused until a session is set or the runspace is cleared.</summary>
    public static void Refuse() => States.AddOrUpdate(Runspace.DefaultRunspace, new(null));

    public static void Clear() => States.Remove(Runspace.DefaultRunspace);

    private sealed record State(IdentityPoolSession? Session);
}
