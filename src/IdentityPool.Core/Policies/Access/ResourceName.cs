using System.Globalization;
using IdentityPools.Model;
using IdentityPools.Template;
using IdentityPools.Values;

namespace IdentityPools.Policies;

/// <summary>
/// The resource that a user names: an ARN, <c>*</c>, or functions that give an ARN, alone or with text around them. It is cut at its text; what a function
/// gives is not known here.
/// </summary>
internal sealed class ResourceName
{
    public const string Identity = "${cognito-identity.amazonaws.com:sub}";

    private readonly List<TemplateNode> parts;

    public ResourceName(TemplateValue value)
    {
        Value = value;
        parts = TextParts.Split(value.Node);
    }

    private ResourceName(IEnumerable<TemplateNode> parts)
        : this(TemplateValue.FromNode(TextParts.Compose(parts))) { }

    public TemplateValue Value { get; }

    /// <summary>The text, or null when a function is part of it.</summary>
    public string? Literal => Value.Literal;

    public bool IsEverything => Literal == "*";

    /// <summary>What stands before a separator and what stands behind it; nothing behind it where there is no separator.</summary>
    public (ResourceName Before, ResourceName? After) Cut(string separator)
    {
        for (var index = 0; index < parts.Count; index++)
        {
            if (parts[index] is TemplateScalar { Text: var text } && text.IndexOf(separator, StringComparison.Ordinal) is >= 0 and var found)
            {
                return (new([.. parts.Take(index), text[..found]]), new([text[(found + separator.Length)..], .. parts.Skip(index + 1)]));
            }
        }

        return (this, null);
    }

    /// <summary>Whether the identity stands in it already.</summary>
    public bool IsOfIdentity => Cut(Identity).After is not null;

    /// <summary>What stands before the identity; all, where the identity is not in it.</summary>
    public ResourceName BeforeIdentity => Cut(Identity).Before;

    /// <summary>Whether one of these characters stands in the part of the ARN that names the resource; policy variables are no wildcards, <c>${*}</c> included.</summary>
    public bool HasAny(string wildcards)
    {
        var whole = string.Concat(parts.Select(Text));
        // Functions may hold colons of their own, so that the resource is not always found; then all of the text counts.
        var resource = whole.Split(':', 6) is ["arn", .., var last] and { Length: 6 } ? last : whole;
        return PolicyVariables.Without(resource).AsSpan().ContainsAny(wildcards);
    }

    /// <summary>The text that a part is made of, as far as it stands in the definition: what a function is given as text, it may give as part of the name.</summary>
    private static string Text(TemplateNode part) =>
        part is TemplateScalar scalar ? scalar.Text
        : Intrinsic.Argument(part, Intrinsic.Join) is TemplateSequence { Items: [TemplateScalar delimiter, var joined] }
            ? string.Join(delimiter.Text, joined is TemplateSequence ? TextsOf(joined) : [.. TextsOf(joined), "", ""])
        : Intrinsic.Argument(part, Intrinsic.Select) is TemplateSequence { Items: [TemplateScalar index, var list] } ? Selected(index.Text, list)
        : "";

    private static string Selected(string index, TemplateNode list) =>
        list is TemplateSequence items && int.TryParse(index, CultureInfo.InvariantCulture, out var place) && place < items.Items.Count
            ? TextOf(items.Items[place])
            : string.Concat(TextsOf(list));

    private static IEnumerable<string> TextsOf(TemplateNode list) =>
        list is TemplateSequence items ? items.Select(TextOf)
        : Intrinsic.Argument(list, Intrinsic.Split) is TemplateSequence { Items: [_, var source] } ? [TextOf(source)]
        : [];

    private static string TextOf(TemplateNode node) => string.Concat(TextParts.Split(node).Select(Text));

    public bool EndsWith(string end) => parts is [.., TemplateScalar { Text: var text }] && text.EndsWith(end, StringComparison.Ordinal);

    /// <summary>The same without an end, where it has it.</summary>
    public ResourceName Without(string end) =>
        EndsWith(end) && parts[^1] is TemplateScalar { Text: var text } ? new([.. parts.SkipLast(1), text[..^end.Length]]) : this;

    public static implicit operator ResourceName(string text) => new(text);

    public static ResourceName operator +(ResourceName left, ResourceName right) => new([.. left.parts, .. right.parts]);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
