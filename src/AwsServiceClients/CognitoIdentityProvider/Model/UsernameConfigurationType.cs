namespace Amazon.CognitoIdentityProvider.Model;

public class UsernameConfigurationType
{
    public bool? CaseSensitive { get; set; }
}
