using IdentityPools.Model;

namespace IdentityPools.Simulation;

/// <summary>Someone asks a pool for credentials.</summary>
internal sealed record RoleRequest
{
    /// <summary>The pool, with what is known of its roles.</summary>
    public required SimulatedPool Pool { get; init; }

    /// <summary>Who vouches for the identity; null for a guest.</summary>
    public ProviderReference? Provider { get; init; }

    /// <summary>The mapping of that provider.</summary>
    public RoleMapping? Mapping { get; init; }

    public TokenClaims Claims { get; init; } = TokenClaims.None;

    /// <summary>The role that is asked for.</summary>
    public string? CustomRole { get; init; }

    /// <summary>What was noticed while the claims were put together: that a token is expired, that groups contradict each other.</summary>
    public ValueList<RoleDecisionNote> Remarks { get; init; } = [];

    /// <summary>Why the token is taken for refused, where no document says so; null when the pool takes it.</summary>
    public TokenRefusal? Refusal { get; init; }

    /// <summary>Whether the token names the updated issuer of its user pool, of which no document of identity pools speaks.</summary>
    public bool IsOfUpdatedIssuer { get; init; }

    /// <summary>The request as if the token lacked a claim.</summary>
    public RoleRequest Without(string claim) => this with { Claims = new(Claims.All.Where(known => known.Key != claim).ToDictionary(StringComparer.Ordinal)) };

    /// <summary>Whether the roles of a SAML assertion decide.</summary>
    public bool IsSaml => Provider is SamlProviderReference;

    /// <summary>The session tags that the claims give: by the attributes for access control of the provider, or by the token of a developer's backend.</summary>
    public IssuedTags Tags =>
        Provider is null ? IssuedTags.None
        : Provider is ProviderUrlReference { Value: var name } && name == Pool.Definition.TypedDeveloperProviderName ? IssuedTags.OfDeveloper(Claims)
        : Pool.TagsOf(Provider) is { } tags ? IssuedTags.Read(IssuedTags.MapOf(tags).Where(tag => tag.Value is not null)!, Claims, IsSaml)
        : IssuedTags.None;

    /// <summary>Whether a role lets the identity in, with the tags that it brings; null when the trust policy is not known.</summary>
    public bool? IsTrusted(string role) =>
        Pool.IsTrusted(role, IsGuest, withTags: Provider is not null && (Pool.TagsOf(Provider) is not null || Tags.Values.Count > 0));

    /// <summary>Tags whose claims are known only when the pool is deployed.</summary>
    public IEnumerable<string> UnknownTags =>
        Provider is null || Pool.TagsOf(Provider) is not { } tags ? [] : IssuedTags.MapOf(tags).Where(tag => tag.Value is null).Select(tag => tag.Key);

    /// <summary>The roles that a SAML assertion offers where the provider has no mapping.</summary>
    public IReadOnlyList<string> OfferedRoles => IsSaml && Mapping is null ? RoleSelection.RolesOfAssertion(Claims) : [];

    public bool IsGuest => Provider is null;

    public RoleSelection Select(ClaimReading reading = default) =>
        Refusal is not null ? RoleSelection.RefusedToken
        : IsGuest ? SelectOfGuest()
        : SelectOfLogin(reading);

    /// <summary>The parts of the pool that only a deployed stack knows and that decide, or might.</summary>
    public IEnumerable<UnknownPart> UnknownParts =>
        IsGuest
            ? Pool.Definition.UnknownParts.Where(part => part.Affects(UnknownPartKind.Guests) || part.Affects(UnknownPartKind.UnauthenticatedRole))
            : Pool
                .Definition.UnknownParts.Where(part => part.Affects(UnknownPartKind.Providers) || part.Affects(UnknownPartKind.AuthenticatedRole))
                .Union(Pool.Definition.UnknownMappingsOf(Provider!));

    private RoleSelection SelectOfGuest()
    {
        var selection = RoleSelection.OfGuest(Pool.Definition.UnauthenticatedRole, CustomRole);
        return
            !selection.IsDenied
            && Pool.Definition.MayHaveGuests
            && (Pool.Definition.IsUnknown(UnknownPartKind.Guests) || Pool.Definition.IsUnknown(UnknownPartKind.UnauthenticatedRole))
            ? RoleSelection.Undetermined(selection.Step)
            : selection;
    }

    private RoleSelection SelectOfLogin(ClaimReading reading)
    {
        if (Pool.Definition.UnknownMappingsOf(Provider!).Any())
        {
            return RoleSelection.Undetermined(RoleDecisionStep.NoMapping);
        }

        var selection = RoleSelection.OfLogin(Mapping, Pool.Definition.AuthenticatedRole, Claims, CustomRole, IsSaml, reading);
        return
            selection is { IsDenied: false, Step: RoleDecisionStep.NoMapping or RoleDecisionStep.AmbiguousRoleResolution }
            && Pool.Definition.IsUnknown(UnknownPartKind.AuthenticatedRole)
            ? RoleSelection.Undetermined(selection.Step)
            : selection;
    }

    /// <summary>What comes of a selection.</summary>
    public RoleDecisionOutcome OutcomeOf(RoleSelection selection) =>
        selection.IsUndetermined ? RoleDecisionOutcome.Undetermined
        : DenialOf(selection) is null ? RoleDecisionOutcome.Role
        : RoleDecisionOutcome.Denied;

    /// <summary>AWS's message when a selection comes to nothing; null when it gives a role, or cannot be told.</summary>
    public string? DenialOf(RoleSelection selection) =>
        selection.Step == RoleDecisionStep.Token ? ServiceMessages.NotSupportedProvider
        : IsGuest && !Pool.Definition.MayHaveGuests ? ServiceMessages.GuestsNotAllowed
        : selection.IsUndetermined ? null
        : selection.IsDenied ? ServiceMessages.AmbiguousRole
        : selection.Role is null || IsTrusted(selection.Role) == false || Tags.Faults.Count > 0 ? ServiceMessages.InvalidConfiguration
        : null;
}
