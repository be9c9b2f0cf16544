namespace Amazon.CognitoIdentityProvider.Model;

public class DeviceConfigurationType
{
    public bool? ChallengeRequiredOnNewDevice { get; set; }

    public bool? DeviceOnlyRememberedOnUserPrompt { get; set; }
}
