namespace Amazon.CognitoIdentity.Model;

public class Credentials
{
    public string? AccessKeyId { get; set; }

    public string? SecretKey { get; set; }

    public string? SessionToken { get; set; }

    public DateTime? Expiration { get; set; }
}
