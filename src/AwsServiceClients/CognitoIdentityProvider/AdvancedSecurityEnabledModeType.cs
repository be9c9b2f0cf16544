using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider;

public class AdvancedSecurityEnabledModeType : ConstantClass
{
    public static readonly AdvancedSecurityEnabledModeType AUDIT = new("AUDIT");
    public static readonly AdvancedSecurityEnabledModeType ENFORCED = new("ENFORCED");

    public AdvancedSecurityEnabledModeType(string value)
        : base(value) { }

    public static AdvancedSecurityEnabledModeType FindValue(string value) => FindValue<AdvancedSecurityEnabledModeType>(value);

    public static implicit operator AdvancedSecurityEnabledModeType(string value) => FindValue(value);
}
