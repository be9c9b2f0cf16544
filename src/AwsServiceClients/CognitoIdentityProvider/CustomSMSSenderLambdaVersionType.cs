using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider;

public class CustomSMSSenderLambdaVersionType : ConstantClass
{
    public static readonly CustomSMSSenderLambdaVersionType V1_0 = new("V1_0");

    public CustomSMSSenderLambdaVersionType(string value)
        : base(value) { }

    public static CustomSMSSenderLambdaVersionType FindValue(string value) => FindValue<CustomSMSSenderLambdaVersionType>(value);

    public static implicit operator CustomSMSSenderLambdaVersionType(string value) => FindValue(value);
}
