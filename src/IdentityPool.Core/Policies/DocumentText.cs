using IdentityPools.Model;
using IdentityPools.Template;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Policies;

/// <summary>
/// The text of a policy document's parts. What only a deployed stack knows stands in it as the name of what it depends on, between angle brackets, which
/// nothing in a policy may contain; the identity pool itself has a name of its own.
/// </summary>
/// <param name="pool">The pool whose role it is about.</param>
internal sealed class DocumentText(IdentityPool pool)
{
    /// <summary>The id of the pool in documents.</summary>
    public string PoolId => pool.Id ?? TrustPolicy.ThisPool;

    public static bool IsKnown(string text) => !text.Contains('<', StringComparison.Ordinal);

    public string Of(TemplateNode node)
    {
        try
        {
            return string.Concat(TextParts.Of(node).Select(Part));
        }
        catch (DefinitionException)
        {
            // No function that CloudFormation takes, so nothing is known of what it gives.
            return $"<{node}>";
        }
    }

    private string Part(TemplateNode part) =>
        part is TemplateScalar scalar ? scalar.Text
        : Intrinsic.RefName(part) is { } name ? (name == pool.LogicalId ? PoolId : $"<{name}>")
        : Intrinsic.Attribute(part) is { } attribute ? $"<{attribute.Resource}.{attribute.Attribute}>"
        : $"<{part}>";
}
