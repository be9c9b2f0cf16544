using IdentityPools.Template;
using IdentityPools.Values;

namespace IdentityPools.UnitTests.Fuzz;

/// <summary>Changes a part of a tree as people, tools and attackers do.</summary>
internal sealed class TreeMutator(Random random)
{
    private static readonly string[] Texts =
    [
        "",
        "Allow",
        "Deny",
        "deny",
        "allow",
        "DENY",
        "*",
        "s3:*",
        "true",
        "false",
        "True",
        "yes",
        "1",
        "null",
        "Token",
        "Rules",
        "Equals",
        "0",
        "Pool",
        "Users",
        "${",
        "${}",
        "${AWS::NoValue}",
        "${Pool}",
        "${!x}",
        "${a.b}",
        "a;b",
        "arn:aws:iam::123456789012:role/Reader",
        "arn:",
        "cognito-idp.",
        "cognito-idp.x/y:z",
        "cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab1Cd2Ef3:abc",
        "eu-west-1_Ab1Cd2Ef3",
        "authenticated",
        "unauthenticated",
        "2008-10-17",
        "{",
        "{}",
        "{\"Statement\":[]}",
        "[]",
        "%7B%7D",
        "\u0000",
        "\u2028",
        "\u202E",
        "\uD83D\uDE00",
        "AWS::NoValue",
        "Fn::If",
        "-1",
        "99999999999999999999",
        "1e400",
        ".",
        ":",
        "/",
        "Pool.Arn",
        "graph.facebook.com",
        "https://x",
    ];

    private static readonly string[] Keys =
    [
        "Effect",
        "effect",
        "Action",
        "NotAction",
        "Resource",
        "NotResource",
        "Condition",
        "condition",
        "Principal",
        "NotPrincipal",
        "Sid",
        "Version",
        "Statement",
        "Ref",
        "Fn::If",
        "Fn::Sub",
        "Fn::GetAtt",
        "Fn::Join",
        "Fn::Transform",
        "Type",
        "Properties",
        "Policies",
        "Roles",
        "RoleName",
        "RoleMappings",
        "MatchType",
        "ManagedPolicyArns",
        "PermissionsBoundary",
        "Metadata",
        "DeletionPolicy",
        "Fn::ForEach::X",
        "",
        "<<",
        "AmbiguousRoleResolution",
        "ServerSideTokenCheck",
        "AllowUnauthenticatedIdentities",
        "AllowClassicFlow",
        "UseDefaults",
    ];

    private List<TemplateNode> all = [];

    public TemplateNode Mutate(TemplateNode root)
    {
        var result = root;
        for (var times = random.Next(1, 5); times > 0; times--)
        {
            all = [];
            Collect(result);
            result = Replaced(result, random.Next(all.Count));
        }

        return result;
    }

    private void Collect(TemplateNode node)
    {
        all.Add(node);
        foreach (var child in Children(node))
        {
            Collect(child);
        }
    }

    private static IEnumerable<TemplateNode> Children(TemplateNode node) =>
        node switch
        {
            TemplateSequence sequence => sequence.Items,
            TemplateMapping mapping => mapping.Select(entry => entry.Value),
            _ => [],
        };

    /// <summary>The tree with the node at a place in document order replaced by a mutation of it.</summary>
    private TemplateNode Replaced(TemplateNode root, int place)
    {
        var left = place;
        return Walk(root);

        TemplateNode Walk(TemplateNode node)
        {
            if (left-- == 0)
            {
                return Changed(node);
            }

            return left < 0 ? node
                : node is TemplateSequence sequence ? new TemplateSequence(sequence.Items.Select(Walk).ToList())
                : node is TemplateMapping mapping ? Map(mapping.Select(entry => KeyValuePair.Create(entry.Key, Walk(entry.Value))).ToList())
                : node;
        }
    }

    private TemplateNode Changed(TemplateNode node) =>
        random.Next(20) switch
        {
            0 => Text(),
            1 => Pick(all),
            2 => If(node, Intrinsic.RefTo("AWS::NoValue")),
            3 => If(Intrinsic.RefTo("AWS::NoValue"), node),
            4 => If(node, Pick(all)),
            5 => Intrinsic.RefTo(random.Next(2) == 0 ? "Effect" : "AWS::NoValue"),
            6 => TemplateMapping.Single(Intrinsic.Sub, Text()),
            7 => TemplateSequence.Single(node),
            8 => node is TemplateSequence { Items: [var first, ..] } ? first : TemplateSequence.Single(node, node),
            9 => new TemplateMapping(),
            10 => TemplateSequence.Single(),
            11 => TemplateScalar.Null,
            12 => random.Next(2) == 0,
            13 => TemplateScalar.Number(random.Next(-2, 100_000)),
            14 => node.ToString(),
            15 => Nested(node, random.Next(2, 40)),
            16 => TemplateMapping.Single(Intrinsic.GetAtt, TemplateSequence.Single(Text(), Text())),
            _ => node switch
            {
                TemplateMapping mapping => Entries(mapping),
                TemplateSequence sequence => Items(sequence),
                _ => Text(),
            },
        };

    private TemplateMapping Entries(TemplateMapping mapping)
    {
        var entries = mapping.ToList();
        if (entries.Count == 0)
        {
            return TemplateMapping.Single(Pick(Keys), Pick(all));
        }

        var index = random.Next(entries.Count);
        var (key, value) = entries[index];
        switch (random.Next(6))
        {
            case 0:
                entries.RemoveAt(index);
                break;
            case 1:
                entries[index] = new(Pick(Keys), value);
                break;
            case 2:
                entries[index] = new(key.ToLowerInvariant(), value);
                break;
            case 3:
                entries.Add(new(Pick(Keys), Pick(all)));
                break;
            case 4:
                entries.Add(new(key + random.Next(10).ToString(System.Globalization.CultureInfo.InvariantCulture), value));
                break;
            default:
                var other = random.Next(entries.Count);
                (entries[index], entries[other]) = (new(key, entries[other].Value), new(entries[other].Key, value));
                break;
        }

        return Map(entries);
    }

    private TemplateSequence Items(TemplateSequence sequence)
    {
        var items = sequence.Items.ToList();
        var place = random.Next(items.Count + 1);
        if (items.Count > 0 && random.Next(2) == 0)
        {
            items.RemoveAt(Math.Min(place, items.Count - 1));
        }
        else
        {
            items.Insert(place, Pick(all));
        }

        return new(items);
    }

    private static TemplateMapping Map(IEnumerable<KeyValuePair<string, TemplateNode>> entries) =>
        new(entries.DistinctBy(entry => entry.Key, StringComparer.Ordinal));

    private static TemplateMapping If(TemplateNode one, TemplateNode other) => TemplateMapping.Single("Fn::If", TemplateSequence.Single("Live", one, other));

    private static TemplateNode Nested(TemplateNode node, int levels)
    {
        for (var level = 0; level < levels; level++)
        {
            node = level % 2 == 0 ? TemplateSequence.Single(node) : TemplateMapping.Single("Fn::Join", TemplateSequence.Single("", node));
        }

        return node;
    }

    private string Text() => random.Next(30) == 0 ? new string('x', random.Next(100, 20_000)) : Pick(Texts);

    private T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];
}
