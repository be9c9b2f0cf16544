namespace Amazon.CognitoIdentityProvider.Model;

public class UserPoolAddOnsType
{
    public AdvancedSecurityModeType? AdvancedSecurityMode { get; set; }

    public AdvancedSecurityAdditionalFlowsType? AdvancedSecurityAdditionalFlows { get; set; }
}
