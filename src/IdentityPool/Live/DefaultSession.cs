using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace IdentityPools.Live;

/// <summary>The session that Connect-IdentityPool made, by runspace: those that run side by side keep their own.</summary>
internal static class DefaultSession
{
    private static readonly ConditionalWeakTable<Runspace, IdentityPoolSession> Sessions = [];

    /// <summary>The session of the runspace that the caller runs in.</summary>
    public static IdentityPoolSession? Value
    {
        get => Runspace.DefaultRunspace is { } runspace && Sessions.TryGetValue(runspace, out var session) ? session : null;
        set
        {
            if (value is null)
            {
                Sessions.Remove(Runspace.DefaultRunspace);
            }
            else
            {
                Sessions.AddOrUpdate(Runspace.DefaultRunspace, value);
            }
        }
    }
}
