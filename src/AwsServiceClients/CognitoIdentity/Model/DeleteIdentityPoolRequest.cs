namespace Amazon.CognitoIdentity.Model;

public class DeleteIdentityPoolRequest : AmazonCognitoIdentityRequest
{
    public string? IdentityPoolId { get; set; }
}
