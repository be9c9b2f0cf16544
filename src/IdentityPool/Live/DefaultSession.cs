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
    public static bool IsBlocked => Current is { Session: null };

    /// <summary>
    /// The error id of why no runspace of this process that has no session may call what its command does not name; null where none says so. What someone has
    /// bounded in one runspace is likely to run in others too, as the body of ForEach-Object -Parallel, and the session does not get there by itself.
    /// </summary>
    public static string? UnaskedErrorId => Open.Select(state => state.UnaskedErrorId).OfType<string>().Order(StringComparer.Ordinal).FirstOrDefault();

    /// <summary>The accounts that may be called, of each runspace of this process that says so.</summary>
    public static IReadOnlyList<ValueList<string>> Bounds =>
        [.. Open.Select(state => state.Session?.Settings.AllowedAccountIds).OfType<ValueList<string>>().Where(bound => bound.Count > 0)];

    private static IEnumerable<State> Open => States.Where(entry => entry.Key.RunspaceStateInfo.State == RunspaceState.Opened).Select(entry => entry.Value);

    private static State? Current => Runspace.DefaultRunspace is { } runspace && States.TryGetValue(runspace, out var state) ? state : null;

    public static void Set(IdentityPoolSession session) => States.AddOrUpdate(Runspace.DefaultRunspace, new(session));

    /// <summary>Blocks live commands until a session is set or the runspace is cleared.</summary>
    public static void Block() => States.AddOrUpdate(Runspace.DefaultRunspace, new(null));

    public static void Clear() => States.Remove(Runspace.DefaultRunspace);

    private sealed record State(IdentityPoolSession? Session)
    {
        public string? UnaskedErrorId =>
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
