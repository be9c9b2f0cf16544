namespace Amazon.CognitoIdentity.Model;

public class TagResourceRequest : AmazonCognitoIdentityRequest
{
    public string? ResourceArn { get; set; }

    public Dictionary<string, string>? Tags { get; set; }
}
