namespace Amazon.CognitoIdentity.Model;

public class UntagResourceRequest : AmazonCognitoIdentityRequest
{
    public string? ResourceArn { get; set; }

    public List<string>? TagKeys { get; set; }
}
