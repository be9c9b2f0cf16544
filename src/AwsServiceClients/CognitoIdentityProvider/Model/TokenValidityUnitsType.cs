namespace Amazon.CognitoIdentityProvider.Model;

public class TokenValidityUnitsType
{
    public TimeUnitsType? AccessToken { get; set; }

    public TimeUnitsType? IdToken { get; set; }

    public TimeUnitsType? RefreshToken { get; set; }
}
