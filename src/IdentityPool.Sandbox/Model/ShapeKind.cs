namespace IdentityPools.Sandbox;

/// <summary>The kinds of values that the services know.</summary>
internal enum ShapeKind
{
    /// <summary>Members by name.</summary>
    Structure,

    /// <summary>Values of one shape in order.</summary>
    List,

    /// <summary>Values of one shape by key.</summary>
    Map,

    /// <summary>Text.</summary>
    String,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>Seconds since the epoch.</summary>
    Timestamp,
}
