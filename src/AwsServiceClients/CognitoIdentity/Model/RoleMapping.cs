namespace Amazon.CognitoIdentity.Model;

public class RoleMapping
{
    public RoleMappingType? Type { get; set; }

    public AmbiguousRoleResolutionType? AmbiguousRoleResolution { get; set; }

    public RulesConfigurationType? RulesConfiguration { get; set; }
}
