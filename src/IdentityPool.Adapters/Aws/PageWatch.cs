using IdentityPools.Values;

namespace IdentityPools.Aws;

/// <summary>
/// Watches a list while it comes, page by page. One that goes round in a circle would be read for ever; one that holds something twice is not a list of what
/// there is.
/// </summary>
internal sealed class PageWatch(string operation, string target)
{
    /// <summary>More than any quota of AWS allows there to be.</summary>
    private const int MostPages = 1000;

    private readonly HashSet<string> tokens = new(StringComparer.Ordinal);
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);

    /// <summary>Takes note of a page, and gives the token of the next one; null when there is none.</summary>
    /// <exception cref="Ports.ServiceException">The list does not end, or holds something twice.</exception>
    public string? Next(IEnumerable<string> page, string? token)
    {
        if (page.FirstOrDefault(id => !ids.Add(id)) is { } twice)
        {
            throw AwsErrors.Translate(operation, target, new CallException(nameof(Messages.ListHoldsTwice), LongText.Cut(twice)));
        }

        if (string.IsNullOrEmpty(token))
        {
            return null;
        }

        return tokens.Add(token) && tokens.Count < MostPages
            ? token
            : throw AwsErrors.Translate(operation, target, new CallException(nameof(Messages.ListNeverEnds), tokens.Count));
    }
}
