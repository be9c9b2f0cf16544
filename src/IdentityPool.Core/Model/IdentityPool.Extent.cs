using IdentityPools.Model;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools;

/// <content>How much of a pool is known: a reference and a pool of which only the settings were read are partial.</content>
public sealed partial record IdentityPool
{
    /// <summary>The properties that were not read and therefore say nothing; none for a definition and for a pool that was read completely.</summary>
    public ValueList<string> UnreadParts => UnreadPart.Of(Extent);

    /// <summary>How much of the pool is known.</summary>
    internal PoolExtent Extent { get; private init; }

    /// <summary>Whether nothing but the id of the pool is known.</summary>
    internal bool IsReference => Extent == PoolExtent.Id;

    /// <summary>Whether there is more to the pool than is known.</summary>
    internal bool IsPartial => Extent != PoolExtent.Whole;

    /// <summary>The pool as DescribeIdentityPool tells it; what it says of roles, mappings and principal tags is left out and not said.</summary>
    /// <exception cref="DefinitionException">Only the id of the pool is known.</exception>
    internal IdentityPool WithSettingsAlone()
    {
        CheckSettingsAreKnown();
        return this with
        {
            Extent = PoolExtent.Settings,
            RoleMappings = [],
            AuthenticatedRole = null,
            UnauthenticatedRole = null,
            Roles = [],
            PrincipalTags = [],
            UserPoolGroups = [],
            Mention = Mention with { AuthenticatedRole = false, UnauthenticatedRole = false },
        };
    }

    /// <summary>What takes all of a pool has to know it.</summary>
    /// <exception cref="DefinitionException">Only its id or its settings are known.</exception>
    internal void CheckIsWhole() => CheckKnown(PoolExtent.Whole);

    /// <summary>What takes name, flags, providers or tags of a pool has to know these.</summary>
    /// <exception cref="DefinitionException">Only the id of the pool is known.</exception>
    internal void CheckSettingsAreKnown() => CheckKnown(PoolExtent.Settings);

    private void CheckKnown(PoolExtent needed)
    {
        if (Extent > needed)
        {
            throw IsReference
                ? DefinitionErrors.Create(nameof(Messages.PoolIsReference), this, this)
                : DefinitionErrors.Create(nameof(Messages.PoolIsPartial), this, this, Id);
        }
    }
}
