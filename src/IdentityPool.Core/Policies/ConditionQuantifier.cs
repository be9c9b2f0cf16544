namespace IdentityPools.Policies;

/// <summary>How a condition treats a key that has several values.</summary>
internal enum ConditionQuantifier
{
    /// <summary>The key has one value.</summary>
    None,

    /// <summary><c>ForAllValues:</c></summary>
    All,

    /// <summary><c>ForAnyValue:</c></summary>
    Any,
}
