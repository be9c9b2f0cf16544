using System.Text;
using IdentityPools.Template;
using IdentityPools.Validation;

namespace IdentityPools.Values;

/// <summary>
/// The text of a <c>Fn::Sub</c>. A policy variable such as <c>${cognito-identity.amazonaws.com:sub}</c> is not a name of the template and must be
/// written <c>${!cognito-identity.amazonaws.com:sub}</c> there; <see cref="Canonical"/> does it for those who did not.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html</remarks>
internal static class SubText
{
    /// <summary>The names in the text: of parameters, resources (<c>Name</c>), attributes (<c>Name.Attribute</c>) or variables of the call.</summary>
    public static IEnumerable<string> Names(string text) => Pieces(text).Where(piece => piece.IsName).Select(piece => piece.Text);

    public static string Canonical(string text, TemplateNode call)
    {
        var result = new StringBuilder(text.Length + 8);
        foreach (var (piece, isName) in Pieces(text, call))
        {
            if (!isName)
            {
                result.Append(piece);
            }
            else
            {
                result.Append(IsPolicyVariable(piece) ? "${!" : "${").Append(piece).Append('}');
            }
        }

        return result.ToString();
    }

    /// <summary>Literal stretches (escapes included, as written) and names, in order.</summary>
    public static IEnumerable<(string Text, bool IsName)> Pieces(string text, TemplateNode? call = null)
    {
        var position = 0;
        while (position < text.Length)
        {
            var open = text.IndexOf("${", position, StringComparison.Ordinal);
            if (open < 0)
            {
                break;
            }

            var close = text.IndexOf('}', open);
            if (close < 0)
            {
                throw Malformed(Messages.IntrinsicSubUnclosed);
            }

            if (text[open + 2] == '!')
            {
                yield return (text[position..(close + 1)], false);
            }
            else
            {
                if (open > position)
                {
                    yield return (text[position..open], false);
                }

                var name = text[(open + 2)..close].Trim();
                yield return name.Length > 0 ? (name, true) : throw Malformed(Messages.IntrinsicSubEmptyName);
            }

            position = close + 1;
        }

        if (position < text.Length)
        {
            yield return (text[position..], false);
        }

        DefinitionException Malformed(string reason) => Intrinsic.Malformed(call ?? TemplateMapping.Single(Intrinsic.Sub, text), reason);
    }

    /// <summary>The text that a literal stretch stands for.</summary>
    public static string Unescape(string literal) => literal.Replace("${!", "${", StringComparison.Ordinal);

    private static bool IsPolicyVariable(string name) => name.Contains(':', StringComparison.Ordinal) && !name.StartsWith("AWS::", StringComparison.Ordinal);
}
