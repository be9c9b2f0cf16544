namespace Amazon.CognitoIdentity.Model;

public class CognitoIdentityProviderInfo
{
    public string? ProviderName { get; set; }

    public string? ClientId { get; set; }

    public bool? ServerSideTokenCheck { get; set; }
}
