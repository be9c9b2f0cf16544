using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider;

public class CustomEmailSenderLambdaVersionType : ConstantClass
{
    public static readonly CustomEmailSenderLambdaVersionType V1_0 = new("V1_0");

    public CustomEmailSenderLambdaVersionType(string value)
        : base(value) { }

    public static CustomEmailSenderLambdaVersionType FindValue(string value) => FindValue<CustomEmailSenderLambdaVersionType>(value);

    public static implicit operator CustomEmailSenderLambdaVersionType(string value) => FindValue(value);
}
