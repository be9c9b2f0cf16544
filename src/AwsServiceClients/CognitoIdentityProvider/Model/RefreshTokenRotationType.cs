namespace Amazon.CognitoIdentityProvider.Model;

public class RefreshTokenRotationType
{
    public FeatureType? Feature { get; set; }

    public int? RetryGracePeriodSeconds { get; set; }
}
