using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider;

public class DefaultEmailOptionType : ConstantClass
{
    public static readonly DefaultEmailOptionType CONFIRM_WITH_CODE = new("CONFIRM_WITH_CODE");
    public static readonly DefaultEmailOptionType CONFIRM_WITH_LINK = new("CONFIRM_WITH_LINK");

    public DefaultEmailOptionType(string value)
        : base(value) { }

    public static DefaultEmailOptionType FindValue(string value) => FindValue<DefaultEmailOptionType>(value);

    public static implicit operator DefaultEmailOptionType(string value) => FindValue(value);
}
