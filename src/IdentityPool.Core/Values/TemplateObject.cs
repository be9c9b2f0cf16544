using System.Collections;
using System.Globalization;
using System.Numerics;
using IdentityPools.Template;

namespace IdentityPools.Values;

/// <summary>Plain objects, as scripts write them (text, numbers, dictionaries, lists), as template nodes.</summary>
internal static class TemplateObject
{
    // Deeper than CloudFormation lets functions nest; a structure that contains itself ends here.
    private const int MaximumDepth = 32;

    public static TemplateNode ToNode(object? value) => ToNode(value, value, 0);

    private static TemplateNode ToNode(object? value, object? root, int depth) =>
        depth > MaximumDepth
            ? throw DefinitionErrors.Create(nameof(Messages.ValueTooDeep), root, MaximumDepth)
            : value switch
            {
                null => throw DefinitionErrors.Create(nameof(Messages.ValueNull), root),
                TemplateNode node => node,
                TemplateValue known => known.Node,
                string text => text,
                bool flag => flag,
                double.NaN or double.PositiveInfinity or double.NegativeInfinity or float.NaN or float.PositiveInfinity or float.NegativeInfinity =>
                    throw DefinitionErrors.Create(nameof(Messages.NumberNotFinite), value, value),
                sbyte or byte or short or ushort or int or uint or long or ulong or BigInteger or float or double or decimal => TemplateScalar.Number(
                    (IFormattable)value
                ),
                IDictionary map => Mapping(map, root, depth),
                IEnumerable list => new TemplateSequence(list.Cast<object?>().Select(item => ToNode(item, root, depth + 1))),
                _ => throw DefinitionErrors.Create(nameof(Messages.ValueNotSupported), value, value.GetType().Name),
            };

    private static TemplateMapping Mapping(IDictionary map, object? root, int depth)
    {
        var entries = new List<KeyValuePair<string, TemplateNode>>(map.Count);
        foreach (DictionaryEntry entry in map)
        {
            var key = Convert.ToString(entry.Key, CultureInfo.InvariantCulture)!;
            entries.Add(new(key, ToNode(entry.Value, root, depth + 1)));
        }

        // A hashtable has no order; the same definition has to give the same bytes.
        return new(entries.OrderBy(entry => entry.Key, StringComparer.Ordinal));
    }
}
