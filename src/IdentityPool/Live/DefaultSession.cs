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

    /// <summary>
    /// The error id of why no runspace of this process may use the SDK's chain; null where none says so. What somebody has bounded in one runspace is likely to
    /// run in others too, as the body of ForEach-Object -Parallel, and the bound does not get there by itself.
    /// </summary>
    public static string? ChainRefusal =>
        States
            .Where(entry => entry.Key.RunspaceStateInfo.State == RunspaceState.Opened)
            .Select(entry => entry.Value.ChainRefusal)
            .OfType<string>()
            .Order(StringComparer.Ordinal)
            .FirstOrDefault();

    private static State? Current => Runspace.DefaultRunspace is { } runspace && States.TryGetValue(runspace, out var state) ? state : null;

    public static void Set(IdentityPoolSession session) => States.AddOrUpdate(Runspace.DefaultRunspace, new(session));

    /// <summary>Has live commands refused until a session is set or the runspace is cleared.</summary>
    public static void Refuse() => States.AddOrUpdate(Runspace.DefaultRunspace, new(null));

    public static void Clear() => States.Remove(Runspace.DefaultRunspace);

    private sealed record State(IdentityPoolSession? Session)
    {
        public string? ChainRefusal =>
            Session switch
            {
                // While Connect-IdentityPool has not come to its end, nobody knows what it will allow.
                null => nameof(Messages.ConnectFailedElsewhere),
                { IsSandbox: true } => nameof(Messages.SandboxElsewhere),
                { Settings.AllowedAccountIds.Count: > 0 } => nameof(Messages.AllowedAccountElsewhere),
                _ => null,
            };
    }
}
