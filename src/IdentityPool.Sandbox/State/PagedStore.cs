using System.Globalization;
using System.Text;

namespace IdentityPools.Sandbox;

/// <summary>Things by id, in the order in which they came, read page by page.</summary>
/// <param name="name">What the tokens of its pages are bound to.</param>
internal sealed class PagedStore<T>(string name)
    where T : class
{
    private readonly Dictionary<string, (long Position, T Item)> byId = new(StringComparer.Ordinal);
    private readonly List<long> positions = [];
    private readonly List<T> items = [];
    private long last;

    public IReadOnlyList<T> Items => items;

    public T? Find(string id) => byId.TryGetValue(id, out var found) ? found.Item : null;

    public void Add(string id, T item)
    {
        byId.Add(id, (++last, item));
        positions.Add(last);
        items.Add(item);
    }

    /// <summary>Puts another thing in the place of the one with that id.</summary>
    public void Replace(string id, T item)
    {
        var (position, _) = byId[id];
        byId[id] = (position, item);
        items[positions.BinarySearch(position)] = item;
    }

    public bool Remove(string id)
    {
        if (!byId.Remove(id, out var removed))
        {
            return false;
        }

        var index = positions.BinarySearch(removed.Position);
        positions.RemoveAt(index);
        items.RemoveAt(index);
        return true;
    }

    /// <summary>What follows the page that a token came with.</summary>
    /// <exception cref="SandboxServiceException">The token is not one of this list.</exception>
    public Page<T> Page(string? token, int size)
    {
        var start = token is null ? 0 : After(PositionOf(token));
        var count = Math.Min(size, items.Count - start);
        return new(items.GetRange(start, count), start + count < items.Count ? TokenOf(positions[start + count - 1]) : null);
    }

    /// <summary>Where the list goes on behind a position, whose own thing may be gone by now.</summary>
    private int After(long position)
    {
        var index = positions.BinarySearch(position);
        return index >= 0 ? index + 1 : ~index;
    }

    private string TokenOf(long position) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}#{position}"));

    private long PositionOf(string token)
    {
        var bytes = new byte[token.Length];
        return
            Convert.TryFromBase64String(token, bytes, out var length)
            && Encoding.UTF8.GetString(bytes, 0, length).Split('#') is [var list, var text]
            && list == name
            && long.TryParse(text, CultureInfo.InvariantCulture, out var position)
            ? position
            : throw new SandboxServiceException("InvalidParameterException", "Invalid pagination token given.");
    }
}
