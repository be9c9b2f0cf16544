namespace Amazon.CognitoIdentityProvider.Model;

public class UserPoolPolicyType
{
    public PasswordPolicyType? PasswordPolicy { get; set; }

    public SignInPolicyType? SignInPolicy { get; set; }
}
