namespace Amazon.CognitoIdentityProvider.Model;

public class StringAttributeConstraintsType
{
    public string? MinLength { get; set; }

    public string? MaxLength { get; set; }
}
