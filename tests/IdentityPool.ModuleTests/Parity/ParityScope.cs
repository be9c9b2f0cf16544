namespace IdentityPools.ModuleTests.Parity;

/// <summary>Where an intended difference shows.</summary>
internal enum ParityScope
{
    /// <summary>In every template that this module writes.</summary>
    Always,

    /// <summary>In templates that are whole, not fragments of a larger one.</summary>
    WholeTemplates,

    /// <summary>In definitions by this module's commands; what is imported keeps what it says.</summary>
    Definitions,
}
