namespace Amazon.CognitoIdentityProvider.Model;

public class NumberAttributeConstraintsType
{
    public string? MinValue { get; set; }

    public string? MaxValue { get; set; }
}
