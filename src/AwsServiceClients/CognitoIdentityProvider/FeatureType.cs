using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider;

public class FeatureType : ConstantClass
{
    public static readonly FeatureType DISABLED = new("DISABLED");
    public static readonly FeatureType ENABLED = new("ENABLED");

    public FeatureType(string value)
        : base(value) { }

    public static FeatureType FindValue(string value) => FindValue<FeatureType>(value);

    public static implicit operator FeatureType(string value) => FindValue(value);
}
