namespace IdentityPools.Sandbox;

/// <summary>An operation of a service.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Input">Its input; null when it takes none.</param>
/// <param name="Output">Its output; null when it gives none.</param>
/// <param name="IsUnsigned">Whether it is called without a signature.</param>
/// <param name="IsMutating">Whether it changes something.</param>
internal sealed record Operation(string Name, Shape? Input, Shape? Output, bool IsUnsigned, bool IsMutating);
