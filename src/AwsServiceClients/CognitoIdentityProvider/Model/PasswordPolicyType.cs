namespace Amazon.CognitoIdentityProvider.Model;

public class PasswordPolicyType
{
    public int? MinimumLength { get; set; }

    public bool? RequireUppercase { get; set; }

    public bool? RequireLowercase { get; set; }

    public bool? RequireNumbers { get; set; }

    public bool? RequireSymbols { get; set; }

    public int? PasswordHistorySize { get; set; }

    public int? TemporaryPasswordValidityDays { get; set; }
}
