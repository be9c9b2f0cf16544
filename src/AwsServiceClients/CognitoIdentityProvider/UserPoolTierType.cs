using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider;

public class UserPoolTierType : ConstantClass
{
    public static readonly UserPoolTierType ESSENTIALS = new("ESSENTIALS");
    public static readonly UserPoolTierType LITE = new("LITE");
    public static readonly UserPoolTierType PLUS = new("PLUS");

    public UserPoolTierType(string value)
        : base(value) { }

    public static UserPoolTierType FindValue(string value) => FindValue<UserPoolTierType>(value);

    public static implicit operator UserPoolTierType(string value) => FindValue(value);
}
