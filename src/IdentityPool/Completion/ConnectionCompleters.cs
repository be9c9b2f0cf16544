using System.Security;
using IdentityPools.Errors;
using IdentityPools.Files;

namespace IdentityPools.Completion;

/// <summary>Completes the profiles of the shared configuration files. Reads names only, and shows nothing where a file cannot be read.</summary>
public sealed class ProfileNameCompleter : ValueCompleter
{
    private const int MaximumBytes = 1024 * 1024;
    private const string ProfilePrefix = "profile ";

    private protected override IEnumerable<Suggestion> Values(CompletionLine line) =>
        Sections("AWS_CONFIG_FILE", "config")
            .Where(section => section == "default" || section.StartsWith(ProfilePrefix, StringComparison.Ordinal))
            .Select(section => section == "default" ? section : section[ProfilePrefix.Length..].Trim())
            .Concat(Sections("AWS_SHARED_CREDENTIALS_FILE", "credentials"))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(name => Suggestion.Create(name, nameof(Messages.CompletedProfile), name));

    private static IEnumerable<string> Sections(string variable, string file)
    {
        var path = Environment.GetEnvironmentVariable(variable);
        return Lines(string.IsNullOrEmpty(path) ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".aws", file) : path)
            .Select(line => line.Trim())
            .Where(line => line.StartsWith('[') && line.Contains(']', StringComparison.Ordinal))
            .Select(line => line[1..line.IndexOf(']', StringComparison.Ordinal)].Trim())
            .Where(section => section.Length > 0);
    }

    private static string[] Lines(string path)
    {
        try
        {
            return TextFile.ReadKept(path, MaximumBytes).Split('\n');
        }
        catch (Exception exception) when (exception is FileException or ArgumentException or NotSupportedException or SecurityException)
        {
            return [];
        }
    }
}

/// <summary>Completes regions.</summary>
public sealed class RegionCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line) =>
        AwsRegion.Names.Select(region => new Suggestion(region.Key, region.Value));
}
