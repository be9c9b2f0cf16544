using System.Collections;
using System.Globalization;
using Amazon.Runtime;
using IdentityPools.Template;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Aws;

/// <summary>
/// Settings of user pools and their clients, between the SDK's objects and trees of CloudFormation's names: the two have the same names, and so many that
/// spelling each out twice would be one more place to forget one.
/// </summary>
internal static class PropertyTree
{
    /// <summary>Every property that has a value, but those left out.</summary>
    public static TemplateMapping Read(object source, params string[] except)
    {
        var tree = new TemplateMapping();
        foreach (var property in source.GetType().GetProperties().Where(property => !except.Contains(property.Name)))
        {
            if (property.GetValue(source) is { } value && Node(value) is { } node)
            {
                tree.Add(property.Name, node);
            }
        }

        return tree;
    }

    /// <summary>Sets the properties that the tree names.</summary>
    /// <exception cref="DefinitionException">The API has no such property.</exception>
    public static T Fill<T>(T target, TemplateMapping tree, string owner)
        where T : class
    {
        foreach (var (name, node) in tree)
        {
            var property = target.GetType().GetProperty(name) ?? throw Fault.Of(nameof(Messages.UserPoolPropertyNotLive), owner, owner, name);
            property.SetValue(target, Value(node, property.PropertyType, owner, name));
        }

        return target;
    }

    private static TemplateNode? Node(object value) =>
        value switch
        {
            string text => text,
            bool flag => flag,
            int number => number,
            ConstantClass constant => constant.Value,
            DateTime => null,
            IEnumerable list => list.Cast<object>().Select(Node).OfType<TemplateNode>().ToList() is { Count: > 0 } items ? new TemplateSequence(items) : null,
            _ => Read(value) is { Count: > 0 } mapping ? mapping : null,
        };

    private static object Value(TemplateNode node, Type type, string owner, string name)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return node switch
        {
            TemplateScalar scalar when type == typeof(string) => scalar.Text,
            TemplateScalar scalar when type == typeof(bool) && bool.TryParse(scalar.Text, out var flag) => flag,
            TemplateScalar scalar when type == typeof(int) && int.TryParse(scalar.Text, CultureInfo.InvariantCulture, out var number) => number,
            TemplateScalar scalar when type.IsSubclassOf(typeof(ConstantClass)) => Activator.CreateInstance(type, scalar.Text)!,
            TemplateSequence sequence when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>) => List(sequence, type, owner, name),
            TemplateMapping mapping when type.IsClass && type != typeof(string) && type.GetConstructor(Type.EmptyTypes) is not null => FillNew(
                mapping,
                type,
                owner
            ),
            _ => throw Fault.Of(nameof(Messages.UserPoolPropertyNotLive), owner, owner, name),
        };
    }

    private static object FillNew(TemplateMapping mapping, Type type, string owner) => Fill(Activator.CreateInstance(type)!, mapping, owner);

    private static object List(TemplateSequence sequence, Type type, string owner, string name)
    {
        var list = (IList)Activator.CreateInstance(type)!;
        foreach (var item in sequence)
        {
            list.Add(Value(item, type.GetGenericArguments()[0], owner, name));
        }

        return list;
    }
}
