namespace Amazon.CognitoIdentityProvider.Model;

public class MessageTemplateType
{
    public string? SMSMessage { get; set; }

    public string? EmailMessage { get; set; }

    public string? EmailSubject { get; set; }
}
