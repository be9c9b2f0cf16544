using System.Globalization;
using IdentityPools.Template;
using IdentityPools.Values;

namespace IdentityPools.Planning;

/// <summary>
/// The text that values of a definition have in an account. Functions over CloudFormation's pseudo parameters have one; what only a deployed stack knows
/// is a fault that names the place.
/// </summary>
/// <param name="pool">The definition.</param>
/// <param name="account">Where it should be.</param>
/// <param name="own">The parts of the definition that its values may name; null for none.</param>
/// <param name="isCompared">Whether the values are only compared: what is not known is a mark then.</param>
/// <param name="isEarly">Whether the values are needed before the pool: then only those parts can be named that there are already.</param>
internal sealed class LiveText(IdentityPool pool, AwsAccount account, OwnParts? own = null, bool isEarly = false, bool isCompared = false)
{
    public string Resolve(TemplateValue value, string place) => value.Literal ?? Text(value.Node, place);

    public ValueList<string> Resolve(IEnumerable<TemplateValue> values, string place) => values.Select(value => Resolve(value, place)).ToValueList();

    public ValueMap<string> Resolve(IEnumerable<KeyValuePair<string, TemplateValue>> values, string place) =>
        ValueMap<string>.Create(values.Select(entry => KeyValuePair.Create(entry.Key, Resolve(entry.Value, $"{place}[{entry.Key}]"))));

    /// <summary>A document with every function in it replaced.</summary>
    public TemplateNode Resolve(TemplateNode node, string place) =>
        Intrinsic.IsCall(node) ? Text(node, place)
        : node is TemplateSequence sequence ? new TemplateSequence(sequence.Select(item => Resolve(item, place)))
        : node is TemplateMapping mapping ? new TemplateMapping(mapping.Select(entry => KeyValuePair.Create(entry.Key, Resolve(entry.Value, place))))
        : node;

    private string Text(TemplateNode node, string place) => string.Concat(TextParts.Split(node).Select(part => Part(part, node, place)));

    private string Part(TemplateNode part, TemplateNode whole, string place)
    {
        if (part is TemplateScalar scalar)
        {
            return scalar.Text;
        }

        if (Intrinsic.RefName(part) is { } name && account.PseudoParameter(name) is { } value)
        {
            return value;
        }

        if (own?.Find(part) is { } known && !(isEarly && Pending.IsIn(known)))
        {
            return known;
        }

        if (Intrinsic.Argument(part, Intrinsic.Join) is TemplateSequence { Items: [TemplateScalar delimiter, TemplateSequence items] })
        {
            return string.Join(delimiter.Text, items.Select(item => Text(item, place)));
        }

        if (
            Intrinsic.Argument(part, Intrinsic.Select) is TemplateSequence { Items: [TemplateScalar index, var list] }
            && List(list, place) is { } texts
            && int.TryParse(index.Text, CultureInfo.InvariantCulture, out var position)
            && position >= 0
            && position < texts.Count
        )
        {
            return texts[position];
        }

        return isCompared ? Pending.Unknown(part.ToString()) : throw DefinitionErrors.Create(nameof(Messages.UnresolvedIntrinsic), pool, pool, place, whole);
    }

    private List<string>? List(TemplateNode node, string place) =>
        node is TemplateSequence sequence ? sequence.Select(item => Text(item, place)).ToList()
        : Intrinsic.Argument(node, Intrinsic.Split) is TemplateSequence { Items: [TemplateScalar delimiter, var source] }
            ? [.. Text(source, place).Split(delimiter.Text)]
        : null;
}
