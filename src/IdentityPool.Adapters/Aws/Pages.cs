namespace IdentityPools.Aws;

/// <summary>Lists that come in pages.</summary>
internal static class Pages
{
    /// <summary>Everything that a list holds.</summary>
    /// <param name="read">Reads the page that a token names, the first one without; gives the items and the token of the next page.</param>
    public static async Task<List<T>> AllAsync<T>(Func<string?, Task<(IEnumerable<T>? Items, string? Next)>> read)
    {
        var all = new List<T>();
        string? token = null;
        do
        {
            var (items, next) = await read(token).ConfigureAwait(false);
            all.AddRange(items ?? []);
            token = string.IsNullOrEmpty(next) ? null : next;
        } while (token is not null);

        return all;
    }
}
