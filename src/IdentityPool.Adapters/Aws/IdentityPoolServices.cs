using Amazon.Runtime;
using IdentityPools.Ports;
using IdentityPools.Sandbox;

namespace IdentityPools.Aws;

/// <summary>Makes services over the AWS SDK, for real accounts and for those in memory.</summary>
public sealed class IdentityPoolServices : IIdentityPoolServices
{
    IIdentityPoolService IIdentityPoolServices.Connect(ConnectionSettings settings, ICredentialPrompt prompt)
    {
        var profiles = new Profiles(prompt);
        var region = settings.Region ?? profiles.RegionOf(settings.ProfileName);
        if (settings.IsSandbox)
        {
            var account = new SandboxAccount(settings.AccountId ?? SandboxAccount.DefaultAccountId, region ?? SandboxAccount.DefaultRegion);
            var http = new SandboxClientFactory(account);
            return new AwsIdentityPoolService(
                new(account.Region, new BasicAWSCredentials(SandboxClientFactory.AccessKeyId, SandboxClientFactory.SecretKey), null, http),
                account
            );
        }

        return new AwsIdentityPoolService(
            new(region ?? throw SettingsFault.Of(nameof(Messages.RegionRequired), null), Credentials(settings, profiles), settings.EndpointUrl, null),
            null
        );
    }

    private static AWSCredentials Credentials(ConnectionSettings settings, Profiles profiles) =>
        settings.Credential is not { } credential ? profiles.CredentialsOf(settings.ProfileName)
        : settings.SessionToken is { } token ? new SessionAWSCredentials(credential.UserName, credential.Password, token.Password)
        : new BasicAWSCredentials(credential.UserName, credential.Password);
}
