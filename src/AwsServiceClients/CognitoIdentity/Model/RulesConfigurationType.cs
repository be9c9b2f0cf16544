namespace Amazon.CognitoIdentity.Model;

public class RulesConfigurationType
{
    public List<MappingRule>? Rules { get; set; }
}
