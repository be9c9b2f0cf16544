namespace Amazon.CognitoIdentity.Model;

public class GetIdentityPoolRolesRequest : AmazonCognitoIdentityRequest
{
    public string? IdentityPoolId { get; set; }
}
