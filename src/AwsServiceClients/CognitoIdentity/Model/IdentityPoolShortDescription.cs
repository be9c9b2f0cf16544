namespace Amazon.CognitoIdentity.Model;

public class IdentityPoolShortDescription
{
    public string? IdentityPoolId { get; set; }

    public string? IdentityPoolName { get; set; }
}
