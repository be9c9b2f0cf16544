namespace Amazon.CognitoIdentity.Model;

public class GetCredentialsForIdentityRequest : AmazonCognitoIdentityRequest
{
    public string? IdentityId { get; set; }

    public Dictionary<string, string>? Logins { get; set; }

    public string? CustomRoleArn { get; set; }
}
