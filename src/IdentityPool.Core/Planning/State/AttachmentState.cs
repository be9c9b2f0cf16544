namespace IdentityPools.Planning;

/// <summary>The roles of a pool as GetIdentityPoolRoles and SetIdentityPoolRoles know them.</summary>
internal sealed record AttachmentState
{
    public static readonly AttachmentState Empty = new();

    public string? AuthenticatedRole { get; init; }

    public string? UnauthenticatedRole { get; init; }

    /// <summary>By the provider's name, with the client id for user pools.</summary>
    public ValueMap<RoleMappingState> Mappings { get; init; } = ValueMap<RoleMappingState>.Empty;

    /// <summary>The ARN of every role that the pool may give, each once.</summary>
    public IEnumerable<string> RoleArns =>
        new[] { AuthenticatedRole, UnauthenticatedRole }
            .OfType<string>()
            .Concat(Mappings.Values.SelectMany(mapping => mapping.Rules).Select(rule => rule.RoleArn))
            .Distinct(StringComparer.Ordinal);

    /// <summary>The roles by the place where the pool gives them: by default, and by each mapping.</summary>
    public IEnumerable<(string Place, IEnumerable<string> RoleArns)> Places =>
        Mappings
            .Select(mapping => (mapping.Key, mapping.Value.Rules.Select(rule => rule.RoleArn)))
            .Append((nameof(AuthenticatedRole), new[] { AuthenticatedRole }.OfType<string>()))
            .Append((nameof(UnauthenticatedRole), new[] { UnauthenticatedRole }.OfType<string>()));

    public AttachmentState Map(Func<string, string> map) =>
        new()
        {
            AuthenticatedRole = AuthenticatedRole is null ? null : map(AuthenticatedRole),
            UnauthenticatedRole = UnauthenticatedRole is null ? null : map(UnauthenticatedRole),
            Mappings = ValueMap<RoleMappingState>.Create(Mappings.Select(entry => KeyValuePair.Create(map(entry.Key), entry.Value.Map(map)))),
        };
}

/// <summary>How identities of one provider get their role.</summary>
internal sealed record RoleMappingState(RoleMappingType Type, AmbiguousRoleResolution AmbiguousRoleResolution, ValueList<RoleRuleState> Rules)
{
    public RoleMappingState Map(Func<string, string> map) => this with { Rules = Rules.Select(rule => rule.Map(map)).ToValueList() };

    public override string ToString() =>
        Type == RoleMappingType.Token
            ? $"role from token, else {AmbiguousRoleResolution}"
            : $"{string.Join("; ", Rules.Select(rule => rule.ToString()))}; else {AmbiguousRoleResolution}";
}

/// <summary>A rule of a role mapping.</summary>
internal sealed record RoleRuleState(string Claim, ClaimMatchType MatchType, string Value, string RoleArn)
{
    public RoleRuleState Map(Func<string, string> map) => this with { Value = map(Value), RoleArn = map(RoleArn) };

    public override string ToString() => $"{Claim} {MatchType} {Pending.Readable(Value)} -> {Pending.Readable(RoleArn)}";
}
