namespace Amazon.CognitoIdentityProvider.Model;

public class ListTagsForResourceRequest : AmazonCognitoIdentityProviderRequest
{
    public string? ResourceArn { get; set; }
}
