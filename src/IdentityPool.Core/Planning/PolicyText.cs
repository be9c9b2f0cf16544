using IdentityPools.Template;

namespace IdentityPools.Planning;

/// <summary>Compares policy documents by what they say: IAM takes one thing or a list of it, in any order, and numbers and truth values as text.</summary>
internal static class PolicyText
{
    public static bool AreSame(TemplateNode left, TemplateNode right) => left.Equals(right) || Canonical(left).Equals(Canonical(right));

    /// <summary>One text for documents that say the same.</summary>
    public static TemplateNode Canonical(TemplateNode node) =>
        node switch
        {
            TemplateMapping mapping => new TemplateMapping(mapping.Select(entry => KeyValuePair.Create(entry.Key, Canonical(entry.Value)))),
            TemplateSequence { Items: [var only] } => Canonical(only),
            TemplateSequence sequence => new TemplateSequence(sequence.Select(Canonical).Distinct().OrderBy(item => item.ToString(), StringComparer.Ordinal)),
            TemplateScalar scalar => scalar.Text,
            _ => node,
        };
}
