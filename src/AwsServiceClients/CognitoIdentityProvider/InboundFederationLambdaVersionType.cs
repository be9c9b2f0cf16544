using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider;

public class InboundFederationLambdaVersionType : ConstantClass
{
    public static readonly InboundFederationLambdaVersionType V1_0 = new("V1_0");

    public InboundFederationLambdaVersionType(string value)
        : base(value) { }

    public static InboundFederationLambdaVersionType FindValue(string value) => FindValue<InboundFederationLambdaVersionType>(value);

    public static implicit operator InboundFederationLambdaVersionType(string value) => FindValue(value);
}
