using Amazon.Runtime;

namespace Amazon.CognitoIdentity;

public class MappingRuleMatchType : ConstantClass
{
    public static readonly MappingRuleMatchType Contains = new("Contains");
    public static new readonly MappingRuleMatchType Equals = new("Equals");
    public static readonly MappingRuleMatchType NotEqual = new("NotEqual");
    public static readonly MappingRuleMatchType StartsWith = new("StartsWith");

    public MappingRuleMatchType(string value)
        : base(value) { }

    public static MappingRuleMatchType FindValue(string value) => FindValue<MappingRuleMatchType>(value);

    public static implicit operator MappingRuleMatchType(string value) => FindValue(value);
}
