namespace IdentityPools.Simulation;

/// <summary>What a claim is in its token.</summary>
internal enum ClaimKind
{
    /// <summary>Text, a number or a truth value; it counts as its text.</summary>
    Text,

    /// <summary>Several values.</summary>
    List,

    /// <summary>Claims inside of a claim; it counts as its JSON.</summary>
    Object,
}
