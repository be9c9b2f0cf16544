using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Model;

/// <summary>What a definition may be told at once; null is not said.</summary>
internal sealed record IdentityPoolSettings
{
    public TemplateValue? Name { get; init; }

    public bool? AllowUnauthenticatedIdentities { get; init; }

    public bool? AllowClassicFlow { get; init; }

    /// <summary>Null: a managed role without permissions.</summary>
    public IdentityPoolRole? AuthenticatedRole { get; init; }

    /// <summary>Null: a managed role without permissions, unless <see cref="NoUnauthenticatedRole"/> says otherwise.</summary>
    public IdentityPoolRole? UnauthenticatedRole { get; init; }

    public bool NoUnauthenticatedRole { get; init; }

    public ValueMap<TemplateValue> Tags { get; init; } = ValueMap<TemplateValue>.Empty;

    public string? LogicalId { get; init; }

    public DeletionPolicy? DeletionPolicy { get; init; }

    /// <summary>Whether something is said of the default roles.</summary>
    public bool SaysRoles => AuthenticatedRole is not null || UnauthenticatedRole is not null || NoUnauthenticatedRole;

    /// <summary>The settings, if they do not contradict each other.</summary>
    /// <exception cref="DefinitionException">A role for guests is given and left out.</exception>
    public IdentityPoolSettings Checked() =>
        this is { NoUnauthenticatedRole: true, UnauthenticatedRole: not null }
            ? throw DefinitionErrors.Create(nameof(Messages.UnauthenticatedRoleBothWays), UnauthenticatedRole)
            : this;
}

/// <summary>
/// Which flags and default roles a definition says itself. The others are made as a new pool has them, and left as they are where the pool exists. It is
/// no part of what a pool is: a definition leaves it out of its equality.
/// </summary>
internal sealed record Mention
{
    public static readonly Mention Nothing = new();

    public static readonly Mention Everything = new()
    {
        AllowUnauthenticatedIdentities = true,
        AllowClassicFlow = true,
        AuthenticatedRole = true,
        UnauthenticatedRole = true,
    };

    public bool AllowUnauthenticatedIdentities { get; init; }

    public bool AllowClassicFlow { get; init; }

    public bool AuthenticatedRole { get; init; }

    /// <summary>That there should be none is said too.</summary>
    public bool UnauthenticatedRole { get; init; }

    /// <summary>What was given by whoever defined the pool.</summary>
    public static Mention From(IdentityPoolSettings settings) =>
        new()
        {
            AllowUnauthenticatedIdentities = settings.AllowUnauthenticatedIdentities is not null,
            AllowClassicFlow = settings.AllowClassicFlow is not null,
            AuthenticatedRole = settings.AuthenticatedRole is not null,
            UnauthenticatedRole = settings.UnauthenticatedRole is not null || settings.NoUnauthenticatedRole,
        };

    /// <summary>What either one says.</summary>
    public Mention And(Mention other) =>
        new()
        {
            AllowUnauthenticatedIdentities = AllowUnauthenticatedIdentities || other.AllowUnauthenticatedIdentities,
            AllowClassicFlow = AllowClassicFlow || other.AllowClassicFlow,
            AuthenticatedRole = AuthenticatedRole || other.AuthenticatedRole,
            UnauthenticatedRole = UnauthenticatedRole || other.UnauthenticatedRole,
        };
}
