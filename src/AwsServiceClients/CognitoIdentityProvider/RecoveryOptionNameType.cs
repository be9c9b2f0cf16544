using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider;

public class RecoveryOptionNameType : ConstantClass
{
    public static readonly RecoveryOptionNameType Admin_only = new("admin_only");
    public static readonly RecoveryOptionNameType Verified_email = new("verified_email");
    public static readonly RecoveryOptionNameType Verified_phone_number = new("verified_phone_number");

    public RecoveryOptionNameType(string value)
        : base(value) { }

    public static RecoveryOptionNameType FindValue(string value) => FindValue<RecoveryOptionNameType>(value);

    public static implicit operator RecoveryOptionNameType(string value) => FindValue(value);
}
