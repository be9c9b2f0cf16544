using System.Security.Cryptography;
using System.Text;
using IdentityPools.Template;
using IdentityPools.Values;

namespace IdentityPools.Model;

/// <summary>Turns the name of a part into the piece of a logical id that stands for it: always the same piece for the same name, whatever else there is.</summary>
internal static class LogicalName
{
    private const int MaximumLength = 60;
    private const string Separators = " _-./:@+=,";

    public static string From(TemplateValue value) =>
        value.Literal is { } text ? From(text)
        : Intrinsic.RefName(value.Node) is { } name ? Capitalised(name.Replace(":", "", StringComparison.Ordinal))
        : Intrinsic.Attribute(value.Node) is { } attribute ? Capitalised(attribute.Resource)
        : (Intrinsic.Argument(value.Node, Intrinsic.ImportValue) as TemplateScalar)?.Text is { } export ? "Imported" + From(export)
        : Hash(value.ToString());

    /// <summary>The words of the text, capitalised and run together. What cannot stand in a logical id is replaced by a hash of the whole.</summary>
    public static string From(string text)
    {
        var result = new StringBuilder(text.Length);
        var startsWord = true;
        var isLossy = false;
        foreach (var character in text)
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                result.Append(startsWord ? char.ToUpperInvariant(character) : character);
                startsWord = false;
            }
            else
            {
                startsWord = true;
                isLossy |= !Separators.Contains(character, StringComparison.Ordinal);
            }
        }

        if (result.Length > MaximumLength)
        {
            result.Length = MaximumLength;
            isLossy = true;
        }

        return isLossy || result.Length == 0 ? result.Append(Hash(text)).ToString() : result.ToString();
    }

    private static string Capitalised(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    /// <summary>Eight digits that stand for a text that cannot stand for itself.</summary>
    public static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 4));
}
