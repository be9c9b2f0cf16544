using System.Management.Automation;

namespace IdentityPools.Live;

/// <summary>Pools that are known to exist are shown with their ids.</summary>
internal static class LivePool
{
    /// <summary>The name by which the views tell such pools from definitions.</summary>
    public const string TypeName = "IdentityPools.IdentityPool#Live";

    public static PSObject Mark(IdentityPool pool)
    {
        var shown = new PSObject(pool);
        shown.TypeNames.Insert(0, TypeName);
        return shown;
    }
}
