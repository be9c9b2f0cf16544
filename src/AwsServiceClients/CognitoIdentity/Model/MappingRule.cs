namespace Amazon.CognitoIdentity.Model;

public class MappingRule
{
    public string? Claim { get; set; }

    public MappingRuleMatchType? MatchType { get; set; }

    public string? Value { get; set; }

    public string? RoleARN { get; set; }
}
