namespace Amazon.CognitoIdentityProvider.Model;

public class AdminCreateUserConfigType
{
    public bool? AllowAdminCreateUserOnly { get; set; }

    public int? UnusedAccountValidityDays { get; set; }

    public MessageTemplateType? InviteMessageTemplate { get; set; }
}
