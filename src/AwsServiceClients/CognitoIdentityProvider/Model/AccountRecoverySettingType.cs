namespace Amazon.CognitoIdentityProvider.Model;

public class AccountRecoverySettingType
{
    public List<RecoveryOptionType>? RecoveryMechanisms { get; set; }
}
