using Amazon;
using Amazon.Runtime;
using IdentityPools.Ports;
using IdentityPools.Sandbox;

namespace IdentityPools.Aws;

/// <summary>Makes services over the AWS SDK, for real accounts and for those in memory.</summary>
public sealed class IdentityPoolServices : IIdentityPoolServices
{
    static IdentityPoolServices() => NetworkClientFactory.UseForAll();

    IIdentityPoolService IIdentityPoolServices.Connect(ConnectionSettings settings, ICredentialPrompt prompt)
    {
        // The SDK's reports to an agent on the machine: they would tell it of an account in memory, and unsigned calls fail where they are on.
        AWSConfigs.CSMConfig.CSMEnabled = false;
        return settings.IsSandbox ? Sandbox(settings) : Real(settings, new(prompt));
    }

    private static AwsIdentityPoolService Sandbox(ConnectionSettings settings)
    {
        var account = new SandboxAccount(settings.AccountId ?? SandboxAccount.DefaultAccountId, settings.Region ?? SandboxAccount.DefaultRegion);
        var keys = new BasicAWSCredentials(SandboxClientFactory.AccessKeyId, SandboxClientFactory.SecretKey);
        return new(new(account.Region, keys, null, new SandboxClientFactory(account)), account) { AllowedAccountIds = settings.AllowedAccountIds };
    }

    private static AwsIdentityPoolService Real(ConnectionSettings settings, Profiles profiles)
    {
        var region = settings.Region ?? Configured(profiles.RegionOf(settings.ProfileName)) ?? throw SettingsFault.Of(nameof(Messages.RegionRequired), null);
        return new(new(region, Credentials(settings, profiles), settings.EndpointUrl, null, settings.ProfileName), null)
        {
            ProfileName = settings.NamesCredentials ? settings.ProfileName : profiles.Current,
            AllowedAccountIds = settings.AllowedAccountIds,
        };
    }

    /// <summary>A region becomes part of the address that is called: one of the environment or of a profile is held to what a user may write.</summary>
    /// <exception cref="ServiceException">It is no region.</exception>
    private static string? Configured(string? region) =>
        region is not null && AwsRegion.Fault(region) is { } fault
            ? throw SettingsFault.Of(nameof(Messages.ConfiguredRegionInvalid), region, fault.Message)
            : region;

    private static AWSCredentials Credentials(ConnectionSettings settings, Profiles profiles) =>
        settings.Credential is not { } credential ? profiles.CredentialsOf(settings.ProfileName)
        : settings.SessionToken is { } token ? new SessionAWSCredentials(credential.UserName, credential.Password, token.Password)
        : new BasicAWSCredentials(credential.UserName, credential.Password);
}
