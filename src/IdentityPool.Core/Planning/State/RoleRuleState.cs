namespace IdentityPools.Planning;

/// <summary>A rule of a role mapping.</summary>
internal sealed record RoleRuleState(string Claim, ClaimMatchType MatchType, string Value, string RoleArn)
{
    public RoleRuleState Map(Func<string, string> map) => this with { RoleArn = map(RoleArn) };

    public override string ToString() => $"{Claim} {MatchType} {Value} -> {Pending.Readable(RoleArn)}";
}
