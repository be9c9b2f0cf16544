using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider;

public class UsernameAttributeType : ConstantClass
{
    public static readonly UsernameAttributeType Email = new("email");
    public static readonly UsernameAttributeType Phone_number = new("phone_number");

    public UsernameAttributeType(string value)
        : base(value) { }

    public static UsernameAttributeType FindValue(string value) => FindValue<UsernameAttributeType>(value);

    public static implicit operator UsernameAttributeType(string value) => FindValue(value);
}
