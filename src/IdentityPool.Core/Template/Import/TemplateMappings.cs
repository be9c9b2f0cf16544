using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>The mappings of a template: what <c>Fn::FindInMap</c> may find in them.</summary>
/// <param name="mappings">The section.</param>
internal sealed class TemplateMappings(TemplateMapping mappings)
{
    private const string FindInMap = "Fn::FindInMap";

    /// <summary>The part with values in the place of the function; where the key is a function too, one of those that the mapping has, chosen by conditions.</summary>
    public TemplateNode Told(TemplateNode part)
    {
        if (Intrinsic.Argument(part, FindInMap) is TemplateSequence { Items: [TemplateScalar map, var first, TemplateScalar second] })
        {
            var values = Values(map.Text, first, second.Text).Distinct().ToList();
            return values.Count == 0
                ? part
                : values.SkipLast(1).Reverse().Aggregate(values[^1], (others, value) => Intrinsic.IfOf($"{map.Text}.{second.Text} = {value}", value, others));
        }

        return part switch
        {
            TemplateSequence sequence when sequence.Select(Told).ToList() is var told && !IsAsItWas(sequence, told) => new TemplateSequence(told),
            TemplateMapping mapping
                when mapping.Select(entry => Told(entry.Value)).ToList() is var told && !IsAsItWas(mapping.Select(entry => entry.Value), told) =>
                new TemplateMapping(mapping.Zip(told, (entry, value) => KeyValuePair.Create(entry.Key, value))),
            // What does not change is not copied for each that asks.
            _ => part,
        };
    }

    private static bool IsAsItWas(IEnumerable<TemplateNode> written, List<TemplateNode> told) =>
        written.Zip(told).All(pair => ReferenceEquals(pair.First, pair.Second));

    private IEnumerable<TemplateNode> Values(string map, TemplateNode first, string second) =>
        from entry in mappings[map] as TemplateMapping ?? []
        where first is not TemplateScalar { Text: var key } || key == entry.Key
        let value = (entry.Value as TemplateMapping)?[second]
        where value is not null
        select value;
}
