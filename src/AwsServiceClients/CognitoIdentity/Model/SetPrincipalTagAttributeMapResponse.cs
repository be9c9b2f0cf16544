using Amazon.Runtime;

namespace Amazon.CognitoIdentity.Model;

public class SetPrincipalTagAttributeMapResponse : AmazonWebServiceResponse
{
    public string? IdentityPoolId { get; set; }

    public string? IdentityProviderName { get; set; }

    public bool? UseDefaults { get; set; }

    public Dictionary<string, string>? PrincipalTags { get; set; }
}
