using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider;

public class AdvancedSecurityModeType : ConstantClass
{
    public static readonly AdvancedSecurityModeType AUDIT = new("AUDIT");
    public static readonly AdvancedSecurityModeType ENFORCED = new("ENFORCED");
    public static readonly AdvancedSecurityModeType OFF = new("OFF");

    public AdvancedSecurityModeType(string value)
        : base(value) { }

    public static AdvancedSecurityModeType FindValue(string value) => FindValue<AdvancedSecurityModeType>(value);

    public static implicit operator AdvancedSecurityModeType(string value) => FindValue(value);
}
