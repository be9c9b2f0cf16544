using IdentityPools.Template;
using IdentityPools.Yaml;
using Xunit;

namespace IdentityPools.UnitTests.Export;

/// <summary>Maps and lists in brackets within YAML: only the entry that changes is written.</summary>
public sealed class BracketTests
{
    private static readonly YamlTemplateText Yaml = new();

    // Text, what is changed (a path, and the value in YAML; nothing to take it out), and the text as it has to be.
    public static TheoryData<string, string, string, string> Changes =>
        new()
        {
            { "a: {x: 1,  y: 2 }\n", "a.x", "3", "a: {x: 3,  y: 2 }\n" },
            { "a: { x: 1,  y: 2 }  # why\n", "a.z", "[b, c]", "a: { x: 1,  y: 2, z: [b, c] }  # why\n" },
            { "a: { x: 1,  y: 2 }\n", "a.y", "", "a: { x: 1 }\n" },
            { "a: { x: 1,  y: 2 }\n", "a.x", "", "a: { y: 2 }\n" },
            { "a: { x: 1, y: 2, z: 3 }\n", "a.y", "", "a: { x: 1, z: 3 }\n" },
            { "a: { x: [ 1,2 ,3 ], y: !Ref b }\n", "a.x.1", "", "a: { x: [ 1,3 ], y: !Ref b }\n" },
            { "a: [ q, 'r', \"s\" ]\n", "a.0", "t", "a: [ t, 'r', \"s\" ]\n" },
            { "a: [ q, 'r', \"s\" ]\n", "a.2", "", "a: [ q, 'r' ]\n" },
            { "a: [ q, 'r' ]\n", "a.2", "'b, c'", "a: [ q, 'r', 'b, c' ]\n" },
            { "a: [ q, 'r' ]\n", "a.2", "{m: 1}", "a: [ q, 'r', {m: 1} ]\n" },
            { "a: { x:  , y: 2 }\n", "a.x", "1", "a: { x:  1, y: 2 }\n" },
            { "a: [ {m: 1}, n: 2 ]\n", "a.0.m", "3", "a: [ {m: 3}, n: 2 ]\n" },
            { "a: [ {m: 1}, n: 2 ]\n", "a.1", "", "a: [ {m: 1} ]\n" },
            { "a: {\n  x: 1,   # one\n  y: 2    # two\n}\n", "a.x", "3", "a: {\n  x: 3,   # one\n  y: 2    # two\n}\n" },
            { "a: {\n  x: 1,   # one\n  y: 2    # two\n}\n", "a.z", "3", "a: {\n  x: 1,   # one\n  y: 2,    # two\n  z: 3\n}\n" },
            { "a: {\n  x: 1,   # one\n  y: 2,   # two\n}\n", "a.z", "3", "a: {\n  x: 1,   # one\n  y: 2,   # two\n  z: 3,\n}\n" },
            { "a: {\n  x: 1,   # one\n  y: 2    # two\n}\n", "a.y", "", "a: {\n  x: 1   # one\n}\n" },
            { "a: {\n  x: 1,   # one\n  y: 2    # two\n}\n", "a.x", "", "a: {\n  y: 2    # two\n}\n" },
            { "a: {\n  x: 1, # one\n  y: 2 }\n", "a.y", "", "a: {\n  x: 1 # one\n   }\n" },
            { "a: {\n  x: 1, # one\n  y: 2 }\n", "a.z", "3", "a: {\n  x: 1, # one\n  y: 2,\n  z: 3 }\n" },
            { "{a: {x: 1, y: 2}}\n", "a.x", "3", "{a: {x: 3, y: 2}}\n" },
            { "a: {\r\n  x: 1\r\n}\r\n", "a.w", "2", "a: {\r\n  x: 1,\r\n  w: 2\r\n}\r\n" },
            { "a: {x: 1\u2028}\n", "a.w", "2", "a: {x: 1, w: 2\u2028}\n" },
            { "a: {\u2028  x: 1\u2029}\n", "a.w", "2", "a: {\u2028  x: 1,\u2029  w: 2\n}\n" },
            { "a:\u0085  x: 1 # one\u2028  z: 2\n", "a.z", "3", "a:\u0085  x: 1 # one\u2028  z: 3\n" },
            { "a:\u2028  x: 1\u2029  z: 2\u0085b: c\n", "a.w", "3", "a:\u2028  x: 1\u2029  z: 2\u0085  w: 3\nb: c\n" },
            { "a:\u2028  x: 1\u2029  z: 2\u0085b: c\n", "a.x", "", "a:\u2028  z: 2\u0085b: c\n" },
            { "a: {x: 1}\n", "a.x", "", "a: {}\n" },
            { "a: [q]\nb: c\n", "a", "d", "a: d\nb: c\n" },
        };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Only_the_entry_is_written(string text, string path, string value, string expected)
    {
        var before = Yaml.Read(text);
        var now = Changed(before, path.Split('.'), value.Length == 0 ? null : Yaml.Read(value));
        var part = Yaml.Locate(text);
        var written = new BlockSplice(text, part, Yaml).Apply(part, before, now);

        Assert.Equal(now, Yaml.Read(written));
        Assert.Equal(expected, written);
    }

    [Fact]
    public void Entries_that_come_and_go_at_once_leave_the_others_alone()
    {
        const string Text = "a: {\n  x: 1, # one\n  y: 2, # two\n  z: 3  # three\n}\n";
        var now = Yaml.Read("a: {v: 5, x: 1, w: 4, y2: 6}");
        var part = Yaml.Locate(Text);
        var written = new BlockSplice(Text, part, Yaml).Apply(part, Yaml.Read(Text), now);

        Assert.Equal("a: {\n  v: 5,\n  x: 1, # one\n  w: 4,\n  y2: 6,\n}\n", written);
        Assert.Equal(now, Yaml.Read(written));
    }

    private static TemplateNode Changed(TemplateNode node, ReadOnlySpan<string> path, TemplateNode? value)
    {
        if (node is TemplateMapping map)
        {
            return map.With(path[0], path.Length == 1 ? value : Changed(map[path[0]]!, path[1..], value));
        }

        var items = ((TemplateSequence)node).Items.ToList();
        var at = int.Parse(path[0], System.Globalization.CultureInfo.InvariantCulture);
        if (path.Length > 1)
        {
            items[at] = Changed(items[at], path[1..], value);
        }
        else if (value is null)
        {
            items.RemoveAt(at);
        }
        else if (at == items.Count)
        {
            items.Add(value);
        }
        else
        {
            items[at] = value;
        }

        return new TemplateSequence(items);
    }
}
