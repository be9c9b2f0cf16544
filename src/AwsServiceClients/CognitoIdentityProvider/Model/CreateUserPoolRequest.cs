namespace Amazon.CognitoIdentityProvider.Model;

public class CreateUserPoolRequest : AmazonCognitoIdentityProviderRequest
{
    public string? PoolName { get; set; }

    public UserPoolPolicyType? Policies { get; set; }

    public DeletionProtectionType? DeletionProtection { get; set; }

    public LambdaConfigType? LambdaConfig { get; set; }

    public List<string>? AutoVerifiedAttributes { get; set; }

    public List<string>? AliasAttributes { get; set; }

    public List<string>? UsernameAttributes { get; set; }

    public string? SmsVerificationMessage { get; set; }

    public string? EmailVerificationMessage { get; set; }

    public string? EmailVerificationSubject { get; set; }

    public VerificationMessageTemplateType? VerificationMessageTemplate { get; set; }

    public string? SmsAuthenticationMessage { get; set; }

    public UserPoolMfaType? MfaConfiguration { get; set; }

    public UserAttributeUpdateSettingsType? UserAttributeUpdateSettings { get; set; }

    public DeviceConfigurationType? DeviceConfiguration { get; set; }

    public EmailConfigurationType? EmailConfiguration { get; set; }

    public SmsConfigurationType? SmsConfiguration { get; set; }

    public Dictionary<string, string>? UserPoolTags { get; set; }

    public AdminCreateUserConfigType? AdminCreateUserConfig { get; set; }

    public List<SchemaAttributeType>? Schema { get; set; }

    public UserPoolAddOnsType? UserPoolAddOns { get; set; }

    public UsernameConfigurationType? UsernameConfiguration { get; set; }

    public AccountRecoverySettingType? AccountRecoverySetting { get; set; }

    public UserPoolTierType? UserPoolTier { get; set; }
}
