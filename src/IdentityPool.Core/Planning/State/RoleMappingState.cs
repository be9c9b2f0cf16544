namespace IdentityPools.Planning;

/// <summary>How identities of one provider get their role.</summary>
internal sealed record RoleMappingState(RoleMappingType Type, AmbiguousRoleResolution AmbiguousRoleResolution, ValueList<RoleRuleState> Rules)
{
    public RoleMappingState Map(Func<string, string> map) => this with { Rules = Rules.Select(rule => rule.Map(map)).ToValueList() };

    public override string ToString() =>
        Type == RoleMappingType.Token
            ? $"role from token, else {AmbiguousRoleResolution}"
            : $"{string.Join("; ", Rules.Select(rule => rule.ToString()))}; else {AmbiguousRoleResolution}";
}
