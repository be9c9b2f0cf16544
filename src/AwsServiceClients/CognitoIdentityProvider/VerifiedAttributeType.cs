using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider;

public class VerifiedAttributeType : ConstantClass
{
    public static readonly VerifiedAttributeType Email = new("email");
    public static readonly VerifiedAttributeType Phone_number = new("phone_number");

    public VerifiedAttributeType(string value)
        : base(value) { }

    public static VerifiedAttributeType FindValue(string value) => FindValue<VerifiedAttributeType>(value);

    public static implicit operator VerifiedAttributeType(string value) => FindValue(value);
}
