namespace Amazon.CognitoIdentityProvider.Model;

public class UserPoolDescriptionType
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public LambdaConfigType? LambdaConfig { get; set; }

    public StatusType? Status { get; set; }

    public DateTime? LastModifiedDate { get; set; }

    public DateTime? CreationDate { get; set; }
}
