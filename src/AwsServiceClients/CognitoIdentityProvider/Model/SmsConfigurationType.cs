namespace Amazon.CognitoIdentityProvider.Model;

public class SmsConfigurationType
{
    public string? SnsCallerArn { get; set; }

    public string? ExternalId { get; set; }

    public string? SnsRegion { get; set; }
}
