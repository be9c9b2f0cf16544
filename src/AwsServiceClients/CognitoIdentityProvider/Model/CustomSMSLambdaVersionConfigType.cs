namespace Amazon.CognitoIdentityProvider.Model;

public class CustomSMSLambdaVersionConfigType
{
    public CustomSMSSenderLambdaVersionType? LambdaVersion { get; set; }

    public string? LambdaArn { get; set; }
}
