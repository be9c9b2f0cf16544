namespace Amazon.CognitoIdentityProvider.Model;

public class UntagResourceRequest : AmazonCognitoIdentityProviderRequest
{
    public string? ResourceArn { get; set; }

    public List<string>? TagKeys { get; set; }
}
