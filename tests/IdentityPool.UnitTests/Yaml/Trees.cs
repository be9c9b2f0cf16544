using FsCheck;
using FsCheck.Fluent;
using IdentityPools.Template;
using IdentityPools.UnitTests.Properties;
using IdentityPools.Values;

namespace IdentityPools.UnitTests.Yaml;

/// <summary>Trees of templates: wild text as values and keys, functions well-formed and not, empty maps and lists.</summary>
public static class Trees
{
    private const int Depth = 3;

    private static readonly string[] Functions =
    [
        Intrinsic.Ref,
        Intrinsic.GetAtt,
        Intrinsic.Sub,
        Intrinsic.Join,
        Intrinsic.ImportValue,
        "Fn::If",
        "Fn::Base64",
        "Fn::Transform",
        "Fn::Nothing",
        "Condition",
    ];

    private static readonly Gen<TemplateNode> Scalar = Gen.OneOf(
        Texts.Wild.Select(text => (TemplateNode)text),
        Gen.Elements<TemplateNode>(true, false, 0, -42, TemplateScalar.Null, new TemplateScalar(TemplateScalarKind.Number, "1.5"))
    );

    /// <summary>The trees, for FsCheck.</summary>
    /// <returns>The generator; what fails is shown smaller by cutting lists and maps to their parts.</returns>
    public static Arbitrary<TemplateNode> Tree() => Arb.From(Generator(Depth), Parts);

    private static Gen<TemplateNode> Generator(int depth)
    {
        if (depth == 0)
        {
            return Scalar;
        }

        var inner = Generator(depth - 1);
        var name = Gen.OneOf(Gen.Elements("Pool", "", "My.Pool", "Arn"), Texts.Any(0, 3)).Select(text => (TemplateNode)text);
        return Gen.OneOf(
            Scalar,
            from items in Gen.ListOf(inner)
            select (TemplateNode)new TemplateSequence(items),
            from keys in Gen.ListOf(Gen.OneOf(Texts.Wild, Gen.Elements(Functions)))
            from values in Gen.ArrayOf(inner, keys.Count)
            select (TemplateNode)new TemplateMapping(keys.Zip(values, KeyValuePair.Create).DistinctBy(entry => entry.Key)),
            from function in Gen.Elements(Functions)
            from argument in inner
            select (TemplateNode)TemplateMapping.Single(function, argument),
            from resource in name
            from attribute in name
            select (TemplateNode)TemplateMapping.Single(Intrinsic.GetAtt, TemplateSequence.Single(resource, attribute))
        );
    }

    private static IEnumerable<TemplateNode> Parts(TemplateNode node) =>
        node switch
        {
            TemplateSequence sequence => sequence.Concat(Without(sequence.ToArray(), items => new TemplateSequence(items))),
            TemplateMapping mapping => mapping.Select(entry => entry.Value).Concat(Without(mapping.ToArray(), entries => new TemplateMapping(entries))),
            _ => [],
        };

    private static IEnumerable<TemplateNode> Without<T>(T[] items, Func<IEnumerable<T>, TemplateNode> make) =>
        items.Select((_, index) => make([.. items[..index], .. items[(index + 1)..]]));
}
