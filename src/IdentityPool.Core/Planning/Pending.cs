using System.Text;
using IdentityPools.Model;

namespace IdentityPools.Planning;

/// <summary>
/// Names that AWS gives only when a part is made. A plan speaks of them by a mark that cannot stand in any value of AWS's; when the part is made, the
/// mark is replaced wherever it stands. A mark has a text for people and a key that tells it from others of the same text.
/// </summary>
internal static class Pending
{
    private const char Open = '\uE000';
    private const char Key = '\uE001';
    private const char Close = '\uE002';
    private const string UnknownKey = "?";

    /// <summary>The id of a pool that does not exist yet.</summary>
    public static readonly string PoolId = Mark("pool id", "");

    /// <summary>The last part of the pool's id, which the names of its roles end in.</summary>
    public static readonly string PoolGuid = Mark("pool GUID", "");

    /// <summary>The last part of an id, also of one that does not exist yet.</summary>
    public static string GuidOf(string poolId) => poolId == PoolId ? PoolGuid : Bookkeeping.GuidOf(poolId);

    public static string UserPool(string name) => Mark("user pool " + name, "");

    public static string Client(string userPoolId, string name) => Mark("client " + name, Readable(userPoolId));

    /// <summary>What a template leaves to the stack: it gets no name by publishing, but AWS may be looked at for it.</summary>
    public static string Unknown(string function) => Mark(function, UnknownKey);

    /// <summary>Whether a text has a part that only the stack knows.</summary>
    public static bool IsUnknown(string text) => text.Contains($"{Key}{UnknownKey}{Close}", StringComparison.Ordinal);

    /// <summary>The parts of such a text that are known.</summary>
    public static IEnumerable<string> SplitUnknown(string text)
    {
        for (var open = text.IndexOf(Open, StringComparison.Ordinal); open >= 0; open = text.IndexOf(Open, StringComparison.Ordinal))
        {
            yield return text[..open];
            text = text[(text.IndexOf(Close, StringComparison.Ordinal) + 1)..];
        }

        yield return text;
    }

    public static bool IsIn(string text) => text.Contains(Open, StringComparison.Ordinal);

    /// <summary>The text with its marks as people read them.</summary>
    public static string Readable(string text)
    {
        if (!IsIn(text))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        var isKey = false;
        foreach (var character in text)
        {
            isKey = character == Key || (isKey && character != Close);
            if (!isKey)
            {
                result.Append(
                    character switch
                    {
                        Open => '<',
                        Close => '>',
                        _ => character,
                    }
                );
            }
        }

        return result.ToString();
    }

    private static string Mark(string text, string key) => $"{Open}{text}{Key}{key}{Close}";
}
