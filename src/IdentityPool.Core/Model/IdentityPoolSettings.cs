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
}
