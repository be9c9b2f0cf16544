using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider;

public class DeletionProtectionType : ConstantClass
{
    public static readonly DeletionProtectionType ACTIVE = new("ACTIVE");
    public static readonly DeletionProtectionType INACTIVE = new("INACTIVE");

    public DeletionProtectionType(string value)
        : base(value) { }

    public static DeletionProtectionType FindValue(string value) => FindValue<DeletionProtectionType>(value);

    public static implicit operator DeletionProtectionType(string value) => FindValue(value);
}
