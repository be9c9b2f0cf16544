namespace Amazon.CognitoIdentityProvider.Model;

public class CustomEmailLambdaVersionConfigType
{
    public CustomEmailSenderLambdaVersionType? LambdaVersion { get; set; }

    public string? LambdaArn { get; set; }
}
