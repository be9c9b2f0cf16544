using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace IdentityPools.UnitTests.Fuzz;

/// <summary>Changes an answer at random: its text, its tree, or all of it.</summary>
internal static class AnswerMutation
{
    private static readonly string[] Whole =
    [
        "",
        "{}",
        "[]",
        "null",
        "7",
        "\"text\"",
        "<html><body>Sign in</body></html>",
        "<a/>",
        "\0\0\0\0",
        "{\"__type\":\"\"}",
        """<!DOCTYPE a [<!ENTITY b "b"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>""",
        "\uFEFF{}",
    ];

    private static readonly string[] Values =
    [
        "null",
        "0",
        "-1",
        "1e400",
        "99999999999999999999",
        "true",
        "\"\"",
        "\" \"",
        "[]",
        "{}",
        "[null]",
        "[[]]",
        "{\"a\":null}",
        "\"arn:aws:iam::123456789012:role/Other\"",
        "\"eu-west-1:99999999-9999-9999-9999-999999999999\"",
        "\"\\u0000\\u001b[2J\"",
        "\"Unknown\"",
        "1.5",
    ];

    public static byte[] Of(byte[] body, Random random) =>
        random.Next(10) switch
        {
            0 => Encoding.UTF8.GetBytes(Whole[random.Next(Whole.Length)]),
            1 or 2 => Bytes(body, random),
            _ => Tree(body, random),
        };

    private static byte[] Bytes(byte[] body, Random random)
    {
        if (body.Length == 0)
        {
            return [(byte)random.Next(256)];
        }

        var at = random.Next(body.Length);
        var end = random.Next(at, body.Length);
        switch (random.Next(5))
        {
            case 0:
                return body[..at];
            case 1:
                return [.. body[..at], .. body[end..]];
            case 2:
                return [.. body[..end], .. body[at..]];
            case 3:
                return [.. body[..at], (byte)random.Next(256), .. body[at..]];
            default:
                var changed = body.ToArray();
                for (var count = random.Next(1, 6); count > 0; count--)
                {
                    changed[random.Next(changed.Length)] = (byte)random.Next(256);
                }

                return changed;
        }
    }

    private static byte[] Tree(byte[] body, Random random)
    {
        var text = Encoding.UTF8.GetString(body);
        return Encoding.UTF8.GetBytes(
            text.StartsWith('{') ? Json(JsonNode.Parse(text)!, random)
            : text.StartsWith('<') ? Xml(text, random)
            : text + Values[random.Next(Values.Length)]
        );
    }

    private static string Json(JsonNode root, Random random)
    {
        var places = Places(root).ToList();
        if (places.Count == 0)
        {
            return Values[random.Next(Values.Length)];
        }

        var (owner, key) = places[random.Next(places.Count)];
        switch (random.Next(6))
        {
            case 0 when owner is JsonObject structure:
                structure.Remove(key);
                break;
            case 0 when owner is JsonArray list:
                list.RemoveAt(Index(key));
                break;
            case 1:
                Set(owner, key, JsonValue.Create(new string('x', random.Next(1, 200_000))));
                break;
            case 2:
                JsonNode deep = new JsonObject();
                for (var depth = random.Next(1, 100); depth > 0; depth--)
                {
                    deep = random.Next(2) == 0 ? new JsonArray(deep) : new JsonObject { ["a"] = deep };
                }

                Set(owner, key, deep);
                break;
            case 3 when owner is JsonArray list:
                list.Add(list[Index(key)]?.DeepClone());
                break;
            default:
                // Not every value is one that a tree could hold.
                const string Mark = "here-be-dragons";
                Set(owner, key, JsonValue.Create(Mark));
                return root.ToJsonString().Replace($"\"{Mark}\"", Values[random.Next(Values.Length)], StringComparison.Ordinal);
        }

        return root.ToJsonString(new() { MaxDepth = 1000 });
    }

    private static string Xml(string text, Random random)
    {
        var tags = new List<(int Start, int End)>();
        for (var start = text.IndexOf('<', StringComparison.Ordinal); start >= 0; start = text.IndexOf('<', start + 1))
        {
            tags.Add((start, text.IndexOf('>', start) + 1));
        }

        var (first, end) = tags[random.Next(tags.Count)];
        var value = Values[random.Next(Values.Length)].Trim('"');
        switch (random.Next(6))
        {
            case 0:
                return text[..first] + text[end..];
            case 1:
                var next = text.IndexOf('<', end);
                return next < 0 ? text : text[..end] + value + text[next..];
            case 2:
                return text.Insert(end, string.Concat(Enumerable.Repeat("<deep>", random.Next(1, 200))));
            case 3:
                return text.Insert(end, new string('x', random.Next(1, 200_000)));
            case 4:
                // A whole element goes.
                var name = text[(first + 1)..(end - 1)].Split(' ')[0];
                var close = text.IndexOf($"</{name}>", end, StringComparison.Ordinal);
                return close < 0 ? text : text[..first] + text[(close + name.Length + 3)..];
            default:
                var other = tags[random.Next(tags.Count)];
                return text.Insert(end, text[other.Start..other.End]);
        }
    }

    private static IEnumerable<(JsonNode Owner, string Key)> Places(JsonNode? node) =>
        node switch
        {
            JsonObject structure => structure.SelectMany(entry => Places(entry.Value).Prepend((structure, entry.Key))),
            JsonArray list => list.SelectMany((item, index) => Places(item).Prepend((list, index.ToString(CultureInfo.InvariantCulture)))),
            _ => [],
        };

    private static void Set(JsonNode owner, string key, JsonNode? value)
    {
        if (owner is JsonArray list)
        {
            list[Index(key)] = value;
        }
        else
        {
            owner[key] = value;
        }
    }

    private static int Index(string key) => int.Parse(key, CultureInfo.InvariantCulture);
}
