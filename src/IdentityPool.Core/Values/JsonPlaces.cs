using System.Text;
using System.Text.Json;
using IdentityPools.Template;

namespace IdentityPools.Values;

/// <summary>Finds where the parts of a template stand in JSON.</summary>
internal static class JsonPlaces
{
    /// <param name="text">The text, which is well-formed.</param>
    public static TextPart Find(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes, new() { MaxDepth = TemplateText.MaximumDepth });
        reader.Read();
        var places = new Places(bytes);
        return Read(ref reader, places);
    }

    private static TextPart Read(ref Utf8JsonReader reader, Places places)
    {
        var start = places.Of(reader.TokenStartIndex);
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            return new(start, places.Of(reader.BytesConsumed), IsFlow: true);
        }

        var entries = new List<TextEntry>();
        while (reader.Read() && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
            {
                var item = Read(ref reader, places);
                entries.Add(new(item.Start, item.Start, item));
                continue;
            }

            var key = places.Of(reader.TokenStartIndex);
            // The reader counts the colon to the key.
            var keyEnd = key + places.LengthOf(reader.TokenStartIndex, reader.ValueSpan.Length + 2);
            reader.Read();
            entries.Add(new(key, keyEnd, Read(ref reader, places)));
        }

        return new(start, places.Of(reader.BytesConsumed), IsFlow: true) { Entries = entries };
    }

    /// <summary>Places in the text by those in its bytes, which are asked for in order.</summary>
    private sealed class Places(byte[] bytes)
    {
        private int known;
        private int place;

        public int Of(long offset)
        {
            place += LengthOf(known, (int)offset - known);
            known = (int)offset;
            return place;
        }

        public int LengthOf(long offset, int count) => Encoding.UTF8.GetCharCount(bytes, (int)offset, count);
    }
}
