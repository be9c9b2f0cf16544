using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using IdentityPools.Ports;

namespace IdentityPools.Aws;

/// <summary>The profiles of the shared AWS configuration, and the SDK's chain where none is named.</summary>
internal sealed class Profiles(ICredentialPrompt prompt)
{
    private const string DefaultProfile = "default";

    private readonly ProfileStore store = new();

    /// <summary>The region of a named profile; without one, of the environment, else of the profile that is used by default.</summary>
    /// <exception cref="ServiceException">There is no such profile.</exception>
    public string? RegionOf(string? profileName) =>
        profileName is not null
            ? store.Get(profileName).Region?.SystemName ?? EnvironmentRegion
            : EnvironmentRegion ?? store.Find(NamedProfile ?? DefaultProfile)?.Region?.SystemName;

    /// <summary>The profile that gives the credentials where none is named; null where they come from elsewhere.</summary>
    /// <exception cref="ServiceException">There is no such profile, or the environment says by half whose are meant.</exception>
    public string? Current => EnvironmentCredentials.AreGiven() ? null : UsedByDefault()?.Name;

    /// <summary>The credentials of a profile, or of the SDK's chain: environment, web identity, profile, container, instance.</summary>
    /// <exception cref="ServiceException">There is no such profile, it says nothing about credentials, or the environment says by half whose are meant.</exception>
    public AWSCredentials CredentialsOf(string? profileName) =>
        profileName is not null ? CredentialsOf(store.Get(profileName))
        : !EnvironmentCredentials.AreGiven() && UsedByDefault() is { } profile ? CredentialsOf(profile)
        : new ChainCredentials();

    private static string? EnvironmentRegion => EnvironmentCredentials.Variable("AWS_REGION") ?? EnvironmentCredentials.Variable("AWS_DEFAULT_REGION");

    private static string? NamedProfile => EnvironmentCredentials.Variable("AWS_PROFILE");

    /// <summary>
    /// The profile that is used where the environment has no credentials. One that the environment names is meant, and where it gives none, the chain would go
    /// on to those of the container or the instance; the default profile may be there for its region alone.
    /// </summary>
    private CredentialProfile? UsedByDefault() =>
        NamedProfile is { } named ? store.Get(named)
        : store.Find(DefaultProfile) is { CanCreateAWSCredentials: true } profile ? profile
        : null;

    /// <summary>The credentials of a profile, which ask the user where they have to and say what failed.</summary>
    private SourceCredentials CredentialsOf(CredentialProfile profile)
    {
        var credentials = store.CredentialsOf(profile);
        AskForCodes(credentials);
        var options = profile.Options;
        return new(
            credentials,
            credentials is SSOAWSCredentials ? SourceCredentials.SignedOut(profile.Name)
                : options.CredentialProcess is not null ? SourceCredentials.ProgramFailed(profile.Name)
                : options.WebIdentityTokenFile is { } file
                    ? SourceCredentials.Failed(profile.Name, nameof(Messages.CredentialsOfWebIdentity), file, profile.Name)
                : SourceCredentials.Failed(profile.Name, nameof(Messages.CredentialsOfProfile), profile.Name)
        );
    }

    /// <summary>A role may be taken with the credentials of another role, which asks for a code of its own.</summary>
    private void AskForCodes(AWSCredentials credentials)
    {
        if (credentials is AssumeRoleAWSCredentials role)
        {
            if (role.Options.MfaSerialNumber is { Length: > 0 } serialNumber)
            {
                role.Options.MfaTokenCodeCallback = () => prompt.GetMfaCode(serialNumber);
            }

            AskForCodes(role.SourceCredentials);
        }
    }
}
