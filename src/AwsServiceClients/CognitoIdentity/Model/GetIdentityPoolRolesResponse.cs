using Amazon.Runtime;

namespace Amazon.CognitoIdentity.Model;

public class GetIdentityPoolRolesResponse : AmazonWebServiceResponse
{
    public string? IdentityPoolId { get; set; }

    public Dictionary<string, string>? Roles { get; set; }

    public Dictionary<string, RoleMapping>? RoleMappings { get; set; }
}
