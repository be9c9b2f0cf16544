namespace IdentityPools.Aws;

/// <summary>Lists that come in pages.</summary>
internal static class Pages
{
    /// <summary>Everything that a list holds.</summary>
    /// <param name="operation">The operation that lists.</param>
    /// <param name="target">What it lists for.</param>
    /// <param name="idOf">What tells the items apart.</param>
    /// <param name="read">Reads the page that a token names, the first one without; gives the items and the token of the next page.</param>
    /// <exception cref="Ports.ServiceException">The list does not end, or holds something twice.</exception>
    public static async Task<List<T>> AllAsync<T>(
        string operation,
        string target,
        Func<T, string> idOf,
        Func<string?, Task<(IEnumerable<T>? Items, string? Next)>> read
    )
    {
        var all = new List<T>();
        var watch = new PageWatch(operation, target);
        string? token = null;
        do
        {
            var (items, next) = await read(token).ConfigureAwait(false);
            var page = (items ?? []).ToList();
            token = watch.Next(page.Select(idOf), next);
            all.AddRange(page);
        } while (token is not null);

        return all;
    }
}
