namespace Amazon.CognitoIdentityProvider.Model;

public class PreTokenGenerationVersionConfigType
{
    public PreTokenGenerationLambdaVersionType? LambdaVersion { get; set; }

    public string? LambdaArn { get; set; }
}
