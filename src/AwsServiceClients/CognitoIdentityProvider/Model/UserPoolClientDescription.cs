namespace Amazon.CognitoIdentityProvider.Model;

public class UserPoolClientDescription
{
    public string? ClientId { get; set; }

    public string? UserPoolId { get; set; }

    public string? ClientName { get; set; }
}
