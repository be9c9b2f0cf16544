namespace Amazon.CognitoIdentityProvider.Model;

public class VerificationMessageTemplateType
{
    public string? SmsMessage { get; set; }

    public string? EmailMessage { get; set; }

    public string? EmailSubject { get; set; }

    public string? EmailMessageByLink { get; set; }

    public string? EmailSubjectByLink { get; set; }

    public DefaultEmailOptionType? DefaultEmailOption { get; set; }
}
