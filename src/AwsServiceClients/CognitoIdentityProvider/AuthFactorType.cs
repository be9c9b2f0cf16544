using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider;

public class AuthFactorType : ConstantClass
{
    public static readonly AuthFactorType EMAIL_OTP = new("EMAIL_OTP");
    public static readonly AuthFactorType PASSWORD = new("PASSWORD");
    public static readonly AuthFactorType SMS_OTP = new("SMS_OTP");
    public static readonly AuthFactorType WEB_AUTHN = new("WEB_AUTHN");

    public AuthFactorType(string value)
        : base(value) { }

    public static AuthFactorType FindValue(string value) => FindValue<AuthFactorType>(value);

    public static implicit operator AuthFactorType(string value) => FindValue(value);
}
