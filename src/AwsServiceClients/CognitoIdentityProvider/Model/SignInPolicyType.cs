namespace Amazon.CognitoIdentityProvider.Model;

public class SignInPolicyType
{
    public List<string>? AllowedFirstAuthFactors { get; set; }
}
