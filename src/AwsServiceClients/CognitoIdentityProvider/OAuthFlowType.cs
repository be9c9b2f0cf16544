using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider;

public class OAuthFlowType : ConstantClass
{
    public static readonly OAuthFlowType Client_credentials = new("client_credentials");
    public static readonly OAuthFlowType Code = new("code");
    public static readonly OAuthFlowType Implicit = new("implicit");

    public OAuthFlowType(string value)
        : base(value) { }

    public static OAuthFlowType FindValue(string value) => FindValue<OAuthFlowType>(value);

    public static implicit operator OAuthFlowType(string value) => FindValue(value);
}
