using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider;

public class EmailSendingAccountType : ConstantClass
{
    public static readonly EmailSendingAccountType COGNITO_DEFAULT = new("COGNITO_DEFAULT");
    public static readonly EmailSendingAccountType DEVELOPER = new("DEVELOPER");

    public EmailSendingAccountType(string value)
        : base(value) { }

    public static EmailSendingAccountType FindValue(string value) => FindValue<EmailSendingAccountType>(value);

    public static implicit operator EmailSendingAccountType(string value) => FindValue(value);
}
