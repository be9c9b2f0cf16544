using System.Text;
using IdentityPools.Model;
using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>Gives resources of a template other logical ids, wherever these stand.</summary>
/// <param name="names">The new ids by the old ones.</param>
internal sealed class Renaming(IReadOnlyDictionary<string, string> names)
{
    private const string DependsOn = nameof(DependsOn);

    public TemplateOrigin Rename(TemplateOrigin origin) =>
        origin with
        {
            Resources = new(origin.Resources.Select(entry => KeyValuePair.Create(NameOf(entry.Key), Resource(entry.Value)))),
            Outputs = new(origin.Outputs.Select(entry => KeyValuePair.Create(entry.Key, Node(entry.Value)))),
            LogicalIds = ValueMap<string>.Create(origin.LogicalIds.Select(entry => KeyValuePair.Create(NameOf(entry.Key), NameOf(entry.Value)))),
            Policies = ValueMap<ValueList<string>>.Create(
                origin.Policies.Select(entry => KeyValuePair.Create(NameOf(entry.Key), entry.Value.Select(NameOf).ToValueList()))
            ),
        };

    private string NameOf(string name) => names.GetValueOrDefault(name, name);

    private TemplateNode Resource(TemplateNode resource) =>
        Node(resource) is TemplateMapping mapping ? mapping.With(DependsOn, mapping[DependsOn] is { } needed ? Nodes.Map(needed, NameOf) : null) : resource;

    private TemplateNode Node(TemplateNode node) =>
        Intrinsic.RefName(node) is { } name ? Intrinsic.RefTo(NameOf(name))
        : Intrinsic.Argument(node, Intrinsic.GetAtt) is { } attribute ? TemplateMapping.Single(Intrinsic.GetAtt, Attribute(attribute))
        : Intrinsic.Argument(node, Intrinsic.Sub) is { } argument ? TemplateMapping.Single(Intrinsic.Sub, Sub(argument))
        : node is TemplateSequence sequence ? new TemplateSequence(sequence.Select(Node))
        : node is TemplateMapping mapping ? new TemplateMapping(mapping.Select(entry => KeyValuePair.Create(entry.Key, Node(entry.Value))))
        : node;

    private TemplateNode Attribute(TemplateNode argument) =>
        argument switch
        {
            TemplateScalar { Text: var text } when text.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot => NameOf(text[..dot]) + text[dot..],
            TemplateSequence { Items: [TemplateScalar { Text: var resource }, var attribute] } => TemplateSequence.Single(NameOf(resource), attribute),
            _ => argument,
        };

    private TemplateNode Sub(TemplateNode argument) =>
        argument switch
        {
            TemplateScalar { Text: var text } => Text(text, []),
            TemplateSequence { Items: [TemplateScalar { Text: var text }, TemplateMapping variables] } => TemplateSequence.Single(
                Text(text, variables),
                new TemplateMapping(variables.Select(entry => KeyValuePair.Create(entry.Key, Node(entry.Value))))
            ),
            _ => argument,
        };

    private string Text(string text, TemplateMapping variables)
    {
        var result = new StringBuilder(text.Length);
        foreach (var (piece, isName) in SubText.Pieces(text))
        {
            if (!isName)
            {
                result.Append(piece);
                continue;
            }

            var end = piece.IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot ? dot : piece.Length;
            result.Append("${").Append(variables[piece] is null ? NameOf(piece[..end]) + piece[end..] : piece).Append('}');
        }

        return result.ToString();
    }
}
