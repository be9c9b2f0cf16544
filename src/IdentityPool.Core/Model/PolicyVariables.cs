using System.Text.RegularExpressions;

namespace IdentityPools.Model;

/// <summary>Variables in the text of a policy: <c>${aws:PrincipalTag/team}</c>, and <c>${*}</c>, <c>${?}</c>, <c>${$}</c> for the characters themselves.</summary>
/// <remarks>https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html</remarks>
internal static partial class PolicyVariables
{
    /// <summary>The text without them. What stands for a variable is one value, whatever characters it has.</summary>
    public static string Without(string text) => Variable().Replace(text, "");

    /// <summary>Whether a wildcard stands in the text itself.</summary>
    public static bool HasWildcard(string text) => Without(text).AsSpan().ContainsAny('*', '?');

    [GeneratedRegex(@"\$\{[^{}]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();
}
