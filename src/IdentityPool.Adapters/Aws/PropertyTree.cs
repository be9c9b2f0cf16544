using System.Collections;
using System.Globalization;
using Amazon.Runtime;
using AwsServiceClients.Protocol;
using IdentityPools.Template;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Aws;

/// <summary>
/// Settings of user pools and their clients, between the SDK's objects and trees of CloudFormation's names. The two have the same names, and so many that
/// spelling each out would be one more place to forget one: which there are, the service model says.
/// </summary>
internal static class PropertyTree
{
    /// <summary>Every member that has a value, but those left out.</summary>
    public static TemplateMapping Read(StructureShape shape, object source, params string[] except)
    {
        var tree = new TemplateMapping();
        for (var index = 0; index < shape.Members.Count; index++)
        {
            var member = shape.Members[index];
            if (!except.Contains(member.Name) && shape.Get(source, index) is { } value && Node(member.Shape, value) is { } node)
            {
                tree.Add(member.Name, node);
            }
        }

        return tree;
    }

    /// <summary>Sets the members that the tree names.</summary>
    /// <exception cref="DefinitionException">The API has no such member.</exception>
    public static T Fill<T>(StructureShape shape, T target, TemplateMapping tree, string owner)
        where T : class
    {
        foreach (var (name, node) in tree)
        {
            var index = shape.Members.Select(member => member.Name).ToList().IndexOf(name);
            shape.Set(target, index, index < 0 ? throw NotLive(owner, name) : Value(node, shape.Members[index].Shape, owner, name));
        }

        return target;
    }

    private static TemplateNode? Node(Shape shape, object value) =>
        (shape, value) switch
        {
            (_, string text) => text,
            (_, bool flag) => flag,
            (_, int number) => number,
            (_, ConstantClass constant) => constant.Value,
            (StructureShape structure, _) => Read(structure, value) is { Count: > 0 } mapping ? mapping : null,
            (_, IList list) => list.Cast<object>().Select(item => Node(shape.Element!, item)).OfType<TemplateNode>().ToList() is { Count: > 0 } items
                ? new TemplateSequence(items)
                : null,
            // When something was made or changed is not a setting of it.
            _ => null,
        };

    private static object Value(TemplateNode node, Shape shape, string owner, string name) =>
        (node, shape.Kind) switch
        {
            (TemplateScalar scalar, ShapeKind.Text) => scalar.Text,
            (TemplateScalar scalar, ShapeKind.Boolean) when bool.TryParse(scalar.Text, out var flag) => flag,
            (TemplateScalar scalar, ShapeKind.Integer) when int.TryParse(scalar.Text, CultureInfo.InvariantCulture, out var number) => number,
            (TemplateScalar scalar, ShapeKind.Constant) => shape.Find(scalar.Text),
            (TemplateSequence sequence, ShapeKind.List) => List(sequence, shape, owner, name),
            (TemplateMapping mapping, ShapeKind.Structure) => Fill((StructureShape)shape, shape.Create(), mapping, owner),
            _ => throw NotLive(owner, name),
        };

    private static object List(TemplateSequence sequence, Shape shape, string owner, string name)
    {
        var list = (IList)shape.Create();
        foreach (var item in sequence)
        {
            list.Add(Value(item, shape.Element!, owner, name));
        }

        return list;
    }

    private static DefinitionException NotLive(string owner, string name) =>
        DefinitionErrors.Create(nameof(Messages.UserPoolPropertyNotLive), owner, owner, name);
}
