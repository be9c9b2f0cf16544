using System.ComponentModel;

namespace IdentityPools.Views;

/// <summary>What a line of a view says by its colour, beside its words.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum ViewTone
{
    /// <summary>Nothing.</summary>
    Plain,

    /// <summary>It is what the lines below it are about.</summary>
    Heading,

    /// <summary>It comes.</summary>
    Added,

    /// <summary>It changes.</summary>
    Changed,

    /// <summary>It goes.</summary>
    Removed,

    /// <summary>It stays, or does not matter here.</summary>
    Quiet,

    /// <summary>It is to be mended.</summary>
    Error,

    /// <summary>It is to be weighed.</summary>
    Warning,
}
