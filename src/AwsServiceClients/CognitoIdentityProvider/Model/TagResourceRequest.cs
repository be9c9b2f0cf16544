namespace Amazon.CognitoIdentityProvider.Model;

public class TagResourceRequest : AmazonCognitoIdentityProviderRequest
{
    public string? ResourceArn { get; set; }

    public Dictionary<string, string>? Tags { get; set; }
}
