using IdentityPools.Model;
using IdentityPools.Template;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools;

/// <summary>A group of a user pool. Tokens of its members name its role, which a mapping with the type Token then gives.</summary>
public sealed record UserPoolGroup : IDefinition
{
    private UserPoolGroup() { }

    /// <summary>The user pool that the group belongs to; set when the group is added to an identity pool.</summary>
    public UserPool? UserPool { get; private init; }

    /// <summary>The name, 1 to 128 characters; left out in a template, CloudFormation makes one up.</summary>
    public object? Name => TypedName?.Plain;

    internal TemplateValue? TypedName { get; private init; }

    /// <summary>The role of its members; null for a group without one.</summary>
    public IdentityPoolRole? Role { get; private init; }

    /// <summary>The rank among the groups of a user, from 0: of several, the role of the lowest number is preferred. A group without one comes last.</summary>
    public int? Precedence { get; private init; }

    /// <summary>A description, up to 2,048 characters.</summary>
    public object? Description => TypedDescription?.Plain;

    internal TemplateValue? TypedDescription { get; private init; }

    /// <summary>The logical id in a template that the group was imported from.</summary>
    internal string? LogicalId { get; private init; }

    /// <summary>Properties of an imported template that cannot be told before it is deployed; they are kept as they are.</summary>
    internal TemplateMapping AdditionalProperties { get; private init; } = [];

    /// <summary>The logical id of the resource. The group is its user pool's, whichever identity pools use that.</summary>
    internal string ResourceId => LogicalId ?? DefaultLogicalId();

    internal string SortKey => $"{UserPool}\n{this}";

    /// <exception cref="DefinitionException">AWS allows no such group.</exception>
    internal static UserPoolGroup Define(UserPoolGroupSettings settings)
    {
        if (settings.Name is { } name)
        {
            Limits.GroupName.Check(name);
        }

        if (settings.Description is { } description)
        {
            Limits.GroupDescription.Check(description);
        }

        if (settings.Precedence < 0)
        {
            throw DefinitionErrors.Create(nameof(Messages.InvalidPrecedence), settings.Precedence, settings.Precedence);
        }

        return new()
        {
            TypedName = settings.Name,
            Role = Checked(settings.Role),
            Precedence = settings.Precedence,
            TypedDescription = settings.Description,
            LogicalId = settings.LogicalId,
            AdditionalProperties = settings.AdditionalProperties,
        };
    }

    /// <summary>The group as one of that user pool.</summary>
    /// <exception cref="DefinitionException">The group belongs to another user pool.</exception>
    internal UserPoolGroup WithUserPool(UserPool userPool) =>
        UserPool is null || UserPool.IsSamePool(userPool)
            ? (this with { UserPool = userPool }).Named()
            : throw DefinitionErrors.Create(nameof(Messages.UserPoolGroupOfAnotherPool), this, this, UserPool, userPool);

    internal UserPoolGroup WithRole(IdentityPoolRole? role) => ReferenceEquals(Role, role) ? this : this with { Role = role };

    /// <summary>Whether both are one group, whatever they say.</summary>
    internal bool IsSameGroup(UserPoolGroup other) => Identity.Equals(other.Identity);

    /// <summary>What two definitions of one group have in common. CloudFormation makes up a name for each that has none.</summary>
    internal (object?, object?) Identity => (UserPool?.Identity, (object?)TypedName ?? ResourceId);

    /// <summary>The name; of a group without one, its logical id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => TypedName?.ToString() ?? ResourceId;

    /// <summary>The group without the logical id that it would have anyway.</summary>
    private UserPoolGroup Named() => LogicalId is not null && LogicalId == DefaultLogicalId() ? this with { LogicalId = null } : this;

    private string DefaultLogicalId() => $"{UserPool?.LogicalPart}{(TypedName is null ? "" : LogicalName.From(TypedName))}Group";

    private static IdentityPoolRole? Checked(IdentityPoolRole? role) =>
        role is { IsManaged: true, Name: null } ? throw DefinitionErrors.Create(nameof(Messages.GroupRoleWithoutName), role)
        : role is { For: RoleAudience.Unauthenticated } ? throw DefinitionErrors.Create(nameof(Messages.GroupRoleForGuests), role, role)
        : role;
}
