using IdentityPools.Values;

namespace IdentityPools.Model;

/// <summary>The roles of a pool, each once. The same role may have been given several times, and grown by a grant in between; what has grown counts.</summary>
internal sealed class RoleRegister
{
    private readonly IdentityPool pool;
    private readonly List<IdentityPoolRole> roles = [];
    private readonly HashSet<ProviderReference> tagged;

    public RoleRegister(IdentityPool pool)
    {
        this.pool = pool;
        tagged = [.. pool.PrincipalTags.Where(tags => tags.IsOn).Select(tags => tags.Provider)];
        Register(pool.AuthenticatedRole);
        Register(pool.UnauthenticatedRole);
        foreach (var mapping in pool.RoleMappings)
        {
            foreach (var rule in mapping.Rules)
            {
                Register(rule.MappedRole);
            }
        }

        foreach (var group in pool.UserPoolGroups)
        {
            Register(group.Role);
        }

        CheckNames();
    }

    /// <summary>The role as it is in this pool.</summary>
    public IdentityPoolRole Settled(IdentityPoolRole role)
    {
        var known = roles.Find(role.IsSameRole)!.ForAudience(role.For);
        return known.IsManaged ? known.WithTags(known.TypedTags.Except(pool.TypedTags)) with { AllowsSessionTags = GetsSessionTags(known) } : known;
    }

    private void Register(IdentityPoolRole? role)
    {
        if (role is null)
        {
            return;
        }

        role = role with { AllowsSessionTags = false };
        var index = roles.FindIndex(role.IsSameRole);
        if (index < 0)
        {
            roles.Add(role);
        }
        else
        {
            roles[index] = Grown(roles[index], role);
        }
    }

    /// <summary>Of two states of a role, the one that the other grew into.</summary>
    private IdentityPoolRole Grown(IdentityPoolRole known, IdentityPoolRole other)
    {
        if (known == other)
        {
            return known;
        }

        var alike = known.IsManaged ? other : other.ForAudience(known.For);
        return Includes(known, alike) ? known
            : Includes(alike, known) ? alike
            : throw DefinitionErrors.Create(nameof(Messages.RoleConflict), other, other, pool);
    }

    private bool Includes(IdentityPoolRole larger, IdentityPoolRole smaller) =>
        larger == smaller.WithGrantsOf(larger).WithTags(larger.TypedTags)
        && smaller.TypedTags.Except(pool.TypedTags).SequenceEqual(larger.TypedTags.Except(pool.TypedTags))
        && PolicyStatements.Merge(larger.Statements, smaller.Statements) == larger.Statements
        && smaller.TypedManagedPolicyArns.All(larger.TypedManagedPolicyArns.Contains);

    private void CheckNames()
    {
        var parts = new Dictionary<string, IdentityPoolRole>(StringComparer.Ordinal);
        foreach (var role in roles.Where(role => role.IsManaged))
        {
            if (!parts.TryAdd(LogicalName.From(role.Name!), role))
            {
                throw DefinitionErrors.Create(nameof(Messages.RoleNamesTooAlike), role, role.Name, parts[LogicalName.From(role.Name!)].Name, pool);
            }

            if (
                IsReserved(role, RoleAudience.Authenticated, pool.AuthenticatedRole) || IsReserved(role, RoleAudience.Unauthenticated, pool.UnauthenticatedRole)
            )
            {
                throw DefinitionErrors.Create(nameof(Messages.RoleNameReserved), role, role.Name);
            }
        }
    }

    /// <summary>The names of the default roles mean the default roles.</summary>
    private static bool IsReserved(IdentityPoolRole role, RoleAudience audience, IdentityPoolRole? defaultRole) =>
        string.Equals(role.Name, audience.ToString(), StringComparison.OrdinalIgnoreCase) && defaultRole?.IsSameRole(role) != true;

    private bool GetsSessionTags(IdentityPoolRole role)
    {
        if (role.For == RoleAudience.Unauthenticated || tagged.Count == 0)
        {
            return false;
        }

        var isDefault = pool.AuthenticatedRole?.IsSameRole(role) == true;
        return isDefault || pool.RoleMappings.Where(mapping => tagged.Contains(mapping.Provider.WithoutClient)).Any(mapping => pool.MayGive(mapping, role));
    }
}
