using System.Text;

namespace IdentityPools.Planning;

/// <summary>
/// Names that AWS gives only when a part is made. A plan speaks of them by a mark that cannot stand in any value of AWS's; when the part is made, the
/// mark is replaced wherever it stands.
/// </summary>
internal static class Pending
{
    private const char Open = '\uE000';
    private const char Close = '\uE001';

    /// <summary>The id of a pool that does not exist yet.</summary>
    public static readonly string PoolId = Mark("id of the identity pool");

    /// <summary>The last part of the pool's id, which the names of its roles end in.</summary>
    public static readonly string PoolGuid = Mark("GUID of the identity pool");

    public static string UserPool(string name) => Mark($"id of user pool {name}");

    public static string Client(string userPoolId, string name) => Mark($"id of client {name} of {Readable(userPoolId)}");

    public static bool IsIn(string text) => text.Contains(Open, StringComparison.Ordinal);

    /// <summary>The text with its marks as people read them.</summary>
    public static string Readable(string text) => IsIn(text) ? new StringBuilder(text).Replace(Open, '<').Replace(Close, '>').ToString() : text;

    private static string Mark(string name) => $"{Open}{name.Replace(Open, '(').Replace(Close, ')')}{Close}";
}
