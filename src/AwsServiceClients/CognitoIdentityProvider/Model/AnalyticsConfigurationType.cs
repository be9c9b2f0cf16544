namespace Amazon.CognitoIdentityProvider.Model;

public class AnalyticsConfigurationType
{
    public string? ApplicationId { get; set; }

    public string? ApplicationArn { get; set; }

    public string? RoleArn { get; set; }

    public string? ExternalId { get; set; }

    public bool? UserDataShared { get; set; }
}
