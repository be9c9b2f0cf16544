namespace Amazon.CognitoIdentityProvider.Model;

public class InboundFederationLambdaType
{
    public InboundFederationLambdaVersionType? LambdaVersion { get; set; }

    public string? LambdaArn { get; set; }
}
