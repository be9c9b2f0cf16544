namespace Amazon.CognitoIdentity.Model;

public class GetIdRequest : AmazonCognitoIdentityRequest
{
    public string? AccountId { get; set; }

    public string? IdentityPoolId { get; set; }

    public Dictionary<string, string>? Logins { get; set; }
}
