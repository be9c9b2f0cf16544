using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider;

public class AliasAttributeType : ConstantClass
{
    public static readonly AliasAttributeType Email = new("email");
    public static readonly AliasAttributeType Phone_number = new("phone_number");
    public static readonly AliasAttributeType Preferred_username = new("preferred_username");

    public AliasAttributeType(string value)
        : base(value) { }

    public static AliasAttributeType FindValue(string value) => FindValue<AliasAttributeType>(value);

    public static implicit operator AliasAttributeType(string value) => FindValue(value);
}
