using FsCheck;
using FsCheck.Fluent;
using IdentityPools.Template;
using IdentityPools.Values;

namespace IdentityPools.UnitTests.Properties;

/// <summary>Values that are known now or at deployment.</summary>
internal static class Values
{
    /// <summary>Functions of every kind that need nothing but parameters.</summary>
    public static Gen<TemplateValue> Function { get; } = Gen.Sized(size => Nested(Math.Min(size / 10, 3)).Select(TemplateValue.FromNode));

    /// <summary>Mostly literal.</summary>
    public static Gen<TemplateValue> Or(Gen<string> literal) => Gen.Frequency((5, literal.Select(TemplateValue.FromString)), (1, Function));

    private static Gen<TemplateNode> Nested(int depth)
    {
        var name = Gen.Elements("Stage", "Owner", "AWS::Region", "AWS::AccountId");
        var simple = Gen.OneOf(
            name.Select(text => (TemplateNode)Intrinsic.RefTo(text)),
            Gen.Elements("SharedPool", "net:Vpc-1").Select(text => (TemplateNode)TemplateMapping.Single(Intrinsic.ImportValue, text)),
            name.Select(text => (TemplateNode)TemplateMapping.Single(Intrinsic.Sub, $"x-${{{text}}}-${{!Literal}}-${{cognito-identity.amazonaws.com:sub}}"))
        );
        if (depth == 0)
        {
            return simple;
        }

        var part = Gen.OneOf(Texts.Any(0, 6).Select(text => (TemplateNode)text), Nested(depth - 1));
        return Gen.OneOf(
            simple,
            part.NonEmptyListOf()
                .Select(parts => (TemplateNode)TemplateMapping.Single(Intrinsic.Join, TemplateSequence.Single("-", new TemplateSequence(parts)))),
            from index in Gen.Choose(0, 9)
            from source in Nested(depth - 1)
            select (TemplateNode)Intrinsic.SelectOf(index, Intrinsic.SplitOf("/", source)),
            from variable in part
            select (TemplateNode)TemplateMapping.Single(Intrinsic.Sub, TemplateSequence.Single("${Inner}-${Stage}", TemplateMapping.Single("Inner", variable))),
            Nested(depth - 1).Select(inner => (TemplateNode)TemplateMapping.Single(Intrinsic.ImportValue, inner))
        );
    }
}
