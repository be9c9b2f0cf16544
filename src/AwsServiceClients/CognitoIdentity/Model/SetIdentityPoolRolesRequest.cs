namespace Amazon.CognitoIdentity.Model;

public class SetIdentityPoolRolesRequest : AmazonCognitoIdentityRequest
{
    public string? IdentityPoolId { get; set; }

    public Dictionary<string, string>? Roles { get; set; }

    public Dictionary<string, RoleMapping>? RoleMappings { get; set; }
}
