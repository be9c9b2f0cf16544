namespace IdentityPools.Sandbox.Pools;

/// <summary>An account at a provider.</summary>
/// <param name="Provider">The provider as logins name it.</param>
/// <param name="Subject">Who it is there.</param>
internal sealed record IdentityLink(string Provider, string Subject) : IComparable<IdentityLink>
{
    public int CompareTo(IdentityLink? other) =>
        string.CompareOrdinal(Provider, other?.Provider) is var order and not 0 ? order : string.CompareOrdinal(Subject, other?.Subject);
}
