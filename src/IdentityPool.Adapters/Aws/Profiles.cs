using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using IdentityPools.Ports;

namespace IdentityPools.Aws;

/// <summary>The profiles of the shared AWS configuration, and the SDK's chain where none is named.</summary>
internal sealed class Profiles(ICredentialPrompt prompt)
{
    private const string DefaultProfile = "default";
    private const string ProfileVariable = "AWS_PROFILE";

    private readonly CredentialProfileStoreChain store = new();

    /// <summary>The region of a named profile; without one, of the environment, else of the profile that is used by default.</summary>
    /// <exception cref="ServiceException">There is no such profile.</exception>
    public string? RegionOf(string? profileName) =>
        profileName is not null ? Profile(profileName).Region?.SystemName ?? EnvironmentRegion : EnvironmentRegion ?? Known(CurrentProfile)?.Region?.SystemName;

    /// <summary>The profile that gives the credentials where none is named; null where they come from elsewhere.</summary>
    public string? Current => !HasEnvironmentCredentials && Known(CurrentProfile) is { CanCreateAWSCredentials: true } ? CurrentProfile : null;

    /// <summary>The credentials of a profile, or of the SDK's chain: environment, web identity, profile, container, instance.</summary>
    /// <exception cref="ServiceException">There is no such profile, or it says nothing about credentials.</exception>
    public AWSCredentials CredentialsOf(string? profileName)
    {
        if (profileName is not null)
        {
            return Prompting(Profile(profileName));
        }

        if (HasEnvironmentCredentials)
        {
            return new ChainCredentials();
        }

        // A profile that the environment names is meant: where it gives no credentials, the chain would go on to those of the container or the instance.
        return Variable(ProfileVariable) is { } named ? Prompting(Profile(named))
            : Known(DefaultProfile) is { } profile && IsInteractive(profile) ? Prompting(profile)
            : new ChainCredentials();
    }

    private static string? EnvironmentRegion => Variable("AWS_REGION") ?? Variable("AWS_DEFAULT_REGION");

    private static string CurrentProfile => Variable(ProfileVariable) ?? DefaultProfile;

    /// <summary>Whether the environment has keys or the file of a token: the chain takes them before any profile.</summary>
    private static bool HasEnvironmentCredentials => Variable("AWS_ACCESS_KEY_ID") is not null || Variable("AWS_WEB_IDENTITY_TOKEN_FILE") is not null;

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static bool IsInteractive(CredentialProfile profile) => profile.Options.MfaSerial is not null || profile.Options.SsoStartUrl is not null;

    private CredentialProfile Profile(string name) => Known(name) ?? throw NotFound(name);

    /// <summary>The profile of a name, if there is one.</summary>
    private CredentialProfile? Known(string name) => Read(name, () => store.TryGetProfile(name, out var profile) ? profile : null);

    private ServiceException NotFound(string name)
    {
        var known = Read(name, store.ListProfiles).Select(other => other.Name).Order(StringComparer.Ordinal).ToList();
        return SettingsFault.Of(nameof(Messages.ProfileNotFound), name, name, known.Count > 0 ? string.Join(", ", known) : Messages.Nothing);
    }

    /// <exception cref="ServiceException">The SDK cannot take a profile: its region is no part of an address, for example.</exception>
    private static T Read<T>(string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (IsOfProfile(exception))
        {
            throw SettingsFault.Of(nameof(Messages.ProfileUnreadable), name, name, exception.Message);
        }
    }

    private static bool IsOfProfile(Exception exception) =>
        exception is AmazonClientException or InvalidDataException or InvalidOperationException or ArgumentException;

    /// <summary>The credentials of a profile, which ask the user where they have to.</summary>
    private AWSCredentials Prompting(CredentialProfile profile)
    {
        AWSCredentials credentials;
        try
        {
            credentials = AWSCredentialsFactory.GetAWSCredentials(profile, store);
        }
        catch (Exception exception) when (IsOfProfile(exception))
        {
            throw SettingsFault.Of(nameof(Messages.ProfileIncomplete), profile.Name, profile.Name, exception.Message);
        }

        switch (credentials)
        {
            case AssumeRoleAWSCredentials { Options.MfaSerialNumber: { Length: > 0 } serialNumber } role:
                role.Options.MfaTokenCodeCallback = () => prompt.GetMfaCode(serialNumber);
                break;
            case SSOAWSCredentials:
                return new SignInCredentials(credentials, profile.Name);
        }

        return credentials;
    }
}
