using System.Text;
using System.Text.RegularExpressions;

namespace IdentityPools.Sandbox;

/// <summary>The patterns of the services are of Java's kind, where the short classes mean ASCII only.</summary>
internal static class ServicePattern
{
    public static Regex ToRegex(string pattern)
    {
        var text = new StringBuilder(@"\A(?:");
        var inClass = false;
        for (var index = 0; index < pattern.Length; index++)
        {
            if (pattern[index] == '\\' && index + 1 < pattern.Length)
            {
                text.Append(Escape(pattern[++index], inClass));
                continue;
            }

            inClass = pattern[index] switch
            {
                '[' => true,
                ']' => false,
                _ => inClass,
            };
            text.Append(pattern[index]);
        }

        return new Regex(text.Append(@")\z").ToString(), RegexOptions.CultureInvariant);
    }

    private static string Escape(char letter, bool inClass)
    {
        var ascii = letter switch
        {
            'w' => "a-zA-Z0-9_",
            's' => @" \t\n\v\f\r",
            'd' => "0-9",
            _ => null,
        };
        return ascii is null ? $@"\{letter}"
            : inClass ? ascii
            : $"[{ascii}]";
    }
}
