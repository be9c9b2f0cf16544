using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using IdentityPools.Ports;
using IdentityPools.Values;

namespace IdentityPools.Aws;

/// <summary>
/// The shared configuration files, and what is wrong in them in our words. A file that the environment names is meant: where there is none, the SDK would
/// read that of the home directory, with profiles of the same name and other accounts.
/// </summary>
internal sealed class ProfileStore
{
    private static readonly string[] FileVariables = ["AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE"];

    private readonly CredentialProfileStoreChain store = new();

    /// <summary>The profile of a name; null where there is none.</summary>
    /// <exception cref="ServiceException">It cannot be used as it is written, or the environment names a file that does not exist.</exception>
    public CredentialProfile? Find(string name)
    {
        CheckFiles();
        return Checked(nameof(Messages.ProfileUnreadable), name, () => store.TryGetProfile(name, out var profile) ? profile : null);
    }

    /// <summary>The profile of a name.</summary>
    /// <exception cref="ServiceException">There is none, or as for <see cref="Find"/>.</exception>
    public CredentialProfile Get(string name) => Find(name) ?? throw SettingsErrors.Create(nameof(Messages.ProfileNotFound), name, name, Known());

    /// <summary>The SDK's credentials of a profile.</summary>
    /// <exception cref="ServiceException">It gives none.</exception>
    public AWSCredentials CredentialsOf(CredentialProfile profile)
    {
        try
        {
            return AWSCredentialsFactory.GetAWSCredentials(profile, store);
        }
        catch (Exception exception) when (IsOfFile(exception))
        {
            throw SignedInByLogin(profile) is { } login
                ? SettingsErrors.Create(nameof(Messages.ProfileOfAwsLogin), profile.Name, profile.Name, login)
                : SettingsErrors.Create(nameof(Messages.ProfileIncomplete), profile.Name, profile.Name, Words(exception) + ".");
        }
    }

    /// <summary>
    /// The profile of <c>aws login</c> that a profile is, or takes its credentials from; null where neither is so. The package of the SDK that reads such sessions,
    /// AWSSDK.Signin, is not part of the module.
    /// </summary>
    private string? SignedInByLogin(CredentialProfile profile)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var current = profile;
        while (current is { Options: var options } && seen.Add(current.Name))
        {
            if (options.LoginSession is { Length: > 0 })
            {
                return current.Name;
            }

            current = options.SourceProfile is { } source ? Find(source) : null;
        }

        return null;
    }

    private string Known()
    {
        try
        {
            return store.ListProfiles() is { Count: > 0 } known
                ? string.Join(", ", known.Select(other => other.Name).Order(StringComparer.Ordinal))
                : Messages.Nothing;
        }
        catch (Exception exception) when (IsOfFile(exception))
        {
            // One profile that is wrong hides the others from the SDK.
            return MessageText.Format(nameof(Messages.ProfilesNotListed), Words(exception));
        }
    }

    private static void CheckFiles()
    {
        foreach (var variable in FileVariables)
        {
            if (EnvironmentCredentials.Variable(variable) is { } path && !File.Exists(path))
            {
                throw SettingsErrors.Create(nameof(Messages.ConfigurationFileMissing), path, variable, path);
            }
        }
    }

    private static T Checked<T>(string errorId, string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (IsOfFile(exception))
        {
            throw SettingsErrors.Create(errorId, name, name, Words(exception) + ".");
        }
    }

    private static string Words(Exception exception) => exception.Message.TrimEnd().TrimEnd('.');

    private static bool IsOfFile(Exception exception) =>
        exception
            is AmazonClientException
                or InvalidDataException
                or InvalidOperationException
                or ArgumentException
                or IOException
                or UnauthorizedAccessException;
}
