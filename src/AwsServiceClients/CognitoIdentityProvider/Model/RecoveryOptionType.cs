namespace Amazon.CognitoIdentityProvider.Model;

public class RecoveryOptionType
{
    public int? Priority { get; set; }

    public RecoveryOptionNameType? Name { get; set; }
}
