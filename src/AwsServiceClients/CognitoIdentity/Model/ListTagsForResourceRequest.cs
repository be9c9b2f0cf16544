namespace Amazon.CognitoIdentity.Model;

public class ListTagsForResourceRequest : AmazonCognitoIdentityRequest
{
    public string? ResourceArn { get; set; }
}
