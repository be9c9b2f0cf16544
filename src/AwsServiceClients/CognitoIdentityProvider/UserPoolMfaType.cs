using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider;

public class UserPoolMfaType : ConstantClass
{
    public static readonly UserPoolMfaType OFF = new("OFF");
    public static readonly UserPoolMfaType ON = new("ON");
    public static readonly UserPoolMfaType OPTIONAL = new("OPTIONAL");

    public UserPoolMfaType(string value)
        : base(value) { }

    public static UserPoolMfaType FindValue(string value) => FindValue<UserPoolMfaType>(value);

    public static implicit operator UserPoolMfaType(string value) => FindValue(value);
}
