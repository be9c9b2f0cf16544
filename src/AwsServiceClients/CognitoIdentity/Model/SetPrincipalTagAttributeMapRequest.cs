namespace Amazon.CognitoIdentity.Model;

public class SetPrincipalTagAttributeMapRequest : AmazonCognitoIdentityRequest
{
    public string? IdentityPoolId { get; set; }

    public string? IdentityProviderName { get; set; }

    public bool? UseDefaults { get; set; }

    public Dictionary<string, string>? PrincipalTags { get; set; }
}
