using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace IdentityPools.Sandbox.Iam;

/// <summary>One page of a list: IAM cuts it by <c>MaxItems</c> and goes on from <c>Marker</c>.</summary>
internal static class IamPage
{
    private const int DefaultMaxItems = 100;

    public static JsonObject Create(JsonObject input, string member, IEnumerable<JsonNode> items)
    {
        var all = items.ToArray();
        var start = Start(input["Marker"]);
        var end = start + ((int?)input["MaxItems"] ?? DefaultMaxItems);
        var page = new JsonObject { ["IsTruncated"] = end < all.Length, [member] = new JsonArray([.. all.Skip(start).Take(end - start)]) };
        if (end < all.Length)
        {
            page["Marker"] = Convert.ToBase64String(Encoding.ASCII.GetBytes(end.ToString(CultureInfo.InvariantCulture)));
        }

        return page;
    }

    private static int Start(JsonNode? marker)
    {
        if (marker is null)
        {
            return 0;
        }

        var bytes = new byte[16];
        return
            Convert.TryFromBase64String((string)marker!, bytes, out var length)
            && int.TryParse(bytes.AsSpan(0, length), NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            ? start
            : throw IamErrors.ValidationError("Invalid Marker.");
    }
}
