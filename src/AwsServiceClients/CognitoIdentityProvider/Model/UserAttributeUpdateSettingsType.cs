namespace Amazon.CognitoIdentityProvider.Model;

public class UserAttributeUpdateSettingsType
{
    public List<string>? AttributesRequireVerificationBeforeUpdate { get; set; }
}
