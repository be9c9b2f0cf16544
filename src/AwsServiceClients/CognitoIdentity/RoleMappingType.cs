using Amazon.Runtime;

namespace Amazon.CognitoIdentity;

public class RoleMappingType : ConstantClass
{
    public static readonly RoleMappingType Rules = new("Rules");
    public static readonly RoleMappingType Token = new("Token");

    public RoleMappingType(string value)
        : base(value) { }

    public static RoleMappingType FindValue(string value) => FindValue<RoleMappingType>(value);

    public static implicit operator RoleMappingType(string value) => FindValue(value);
}
