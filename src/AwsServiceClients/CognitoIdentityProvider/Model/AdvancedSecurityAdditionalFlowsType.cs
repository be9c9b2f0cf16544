namespace Amazon.CognitoIdentityProvider.Model;

public class AdvancedSecurityAdditionalFlowsType
{
    public AdvancedSecurityEnabledModeType? CustomAuthMode { get; set; }
}
