namespace Amazon.CognitoIdentity.Model;

public class DescribeIdentityPoolRequest : AmazonCognitoIdentityRequest
{
    public string? IdentityPoolId { get; set; }
}
