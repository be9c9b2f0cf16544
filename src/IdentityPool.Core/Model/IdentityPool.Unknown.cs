using IdentityPools.Model;
using IdentityPools.Values;

namespace IdentityPools;

/// <content>What the template of a pool does not tell before it is deployed, and which roles trust the pool without being attached to it.</content>
public sealed partial record IdentityPool
{
    private readonly Aside<ValueList<IdentityPoolRole>> trustingRoles = new([]);

    /// <summary>
    /// The parts of the pool that its template leaves to deployment. What the definition says in their place is the reading that allows less; it can be looked at,
    /// but is not published as if it were what the stack has.
    /// </summary>
    internal ValueList<UnknownPart> UnknownParts { get; private init; } = [];

    /// <summary>Roles of the same template that trust the pool without being one of its roles. They are looked at for risks and are not part of the definition.</summary>
    internal ValueList<IdentityPoolRole> TrustingRoles
    {
        get => trustingRoles.Value;
        private init => trustingRoles = new(value);
    }

    /// <summary>Whether the pool allows guests, or may.</summary>
    internal bool MayHaveGuests => AllowUnauthenticatedIdentities || IsUnknown(UnknownPartKind.Guests);

    /// <summary>Whether clients can pick a role themselves, or may.</summary>
    internal bool MayHaveClassicFlow => IsClassicFlowOpen || IsUnknown(UnknownPartKind.ClassicFlow);

    internal bool IsUnknown(UnknownPartKind kind) => UnknownParts.Any(part => part.Affects(kind));

    /// <summary>The parts on which it depends whether, and how, a provider's role mapping decides.</summary>
    internal IEnumerable<UnknownPart> UnknownMappingsOf(ProviderReference provider) =>
        UnknownParts.Where(part => part.Affects(UnknownPartKind.RoleMappings) && (part.Provider is not { } known || Bound(known).Equals(provider)));

    internal IdentityPool WithUnknownParts(IEnumerable<UnknownPart> parts) => this with { UnknownParts = parts.Distinct().ToValueList() };

    internal IdentityPool WithTrustingRoles(IEnumerable<IdentityPoolRole> roles) => this with { TrustingRoles = roles.ToValueList() };
}
