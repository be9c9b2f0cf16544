using Amazon;
using Amazon.Runtime;
using IdentityPools.Ports;

namespace IdentityPools.Aws;

/// <summary>Makes services over the AWS SDK, for real accounts and for those in memory.</summary>
public sealed class IdentityPoolServices : IIdentityPoolServices
{
    static IdentityPoolServices()
    {
        NetworkClientFactory.UseForAll();
        // The SDK's reports to an agent on the machine: they would tell it of an in-memory account, and unsigned calls fail where they are on.
        AWSConfigs.CSMConfig.CSMEnabled = false;
    }

    IIdentityPoolService IIdentityPoolServices.Connect(ISandboxAccount account, ValueList<string> allowedAccountIds)
    {
        var keys = new BasicAWSCredentials(SandboxClientFactory.AccessKeyId, SandboxClientFactory.SecretKey);
        var clients = new AwsClients(account.Region, keys, null, new SandboxClientFactory(account));
        return new AwsIdentityPoolService(clients, account.Sandbox) { AllowedAccountIds = allowedAccountIds };
    }

    IIdentityPoolService IIdentityPoolServices.Connect(ConnectionSettings settings, ICredentialPrompt prompt)
    {
        var profiles = new Profiles(prompt);
        var region =
            settings.Region ?? Configured(profiles.RegionOf(settings.ProfileName)) ?? throw SettingsErrors.Create(nameof(Messages.RegionRequired), null);
        return new AwsIdentityPoolService(new(region, Credentials(settings, profiles), settings.EndpointUrl, null, settings.ProfileName), null)
        {
            ProfileName = settings.NamesCredentials ? settings.ProfileName : profiles.Current,
            AllowedAccountIds = settings.AllowedAccountIds,
        };
    }

    /// <summary>A region becomes part of the address that is called: one of the environment or of a profile is held to what a user may write.</summary>
    /// <exception cref="ServiceException">It is not a region.</exception>
    private static string? Configured(string? region) =>
        region is not null && AwsRegion.Error(region) is { } exception
            ? throw SettingsErrors.Create(nameof(Messages.ConfiguredRegionInvalid), region, exception.Message)
            : region;

    private static AWSCredentials Credentials(ConnectionSettings settings, Profiles profiles) =>
        settings.Credential is not { } credential ? profiles.CredentialsOf(settings.ProfileName)
        : settings.SessionToken is { } token ? new SessionAWSCredentials(credential.UserName, credential.Password, token.Password)
        : new BasicAWSCredentials(credential.UserName, credential.Password);
}
