using System.Text.RegularExpressions;
using IdentityPools.Template;
using IdentityPools.Values;

namespace IdentityPools.Model;

/// <summary>A policy document around statements.</summary>
internal static class PolicyDocument
{
    /// <summary>The version in which policy variables work.</summary>
    public const string Version = "2012-10-17";

    public static TemplateMapping Create(TemplateSequence statements) => new() { { "Version", Version }, { "Statement", statements } };

    /// <summary>The statements as a document, with the identity pool's policy variables and condition keys as the partition names them.</summary>
    public static TemplateMapping Create(IEnumerable<PolicyStatement> statements, AwsPartition partition) =>
        Create(new TemplateSequence(statements.Select(statement => PartitionNames.Localised(statement.ToNode(), partition))));
}

/// <summary>
/// Definitions speak of <c>cognito-identity.amazonaws.com:sub</c>; in other partitions the same key has another prefix. Written on the way out, taken back
/// on the way in.
/// </summary>
internal static class PartitionNames
{
    private static readonly string[] Keys = ["sub", "aud", "amr"];

    public static TemplateNode Localised(TemplateNode node, AwsPartition partition) =>
        partition.TrustPrincipal == AwsPartition.Commercial.TrustPrincipal
            ? node
            : Replaced(node, AwsPartition.Commercial.TrustPrincipal, partition.TrustPrincipal);

    /// <summary>The node as the commercial partition writes it, whichever partition it is written for.</summary>
    public static TemplateNode Neutral(TemplateNode node) =>
        AwsRegion
            .Known.Select(region => AwsPartition.OfRegion(region).TrustPrincipal)
            .Distinct()
            .Aggregate(node, (result, principal) => Replaced(result, principal, AwsPartition.Commercial.TrustPrincipal));

    /// <summary>
    /// What is written for a role, as the commercial partition writes it. Keys of other partitions never match and stay as they are. Null where a key that never
    /// matched would be taken for the role's own: one of the commercial partition, or those of several regions.
    /// </summary>
    /// <param name="node">What is written.</param>
    /// <param name="principals">The principals of identity pools of which one is the role's.</param>
    public static TemplateNode? Neutral(TemplateNode node, IReadOnlyCollection<string> principals)
    {
        var commercial = AwsPartition.Commercial.TrustPrincipal;
        var own = principals.Where(principal => HasKeys(node, principal)).ToList();
        return own.Count > 1 || (!principals.Contains(commercial) && HasKeys(node, commercial)) ? null
            : own is [var principal] && principal != commercial ? Replaced(node, principal, commercial)
            : node;
    }

    private static bool HasKeys(TemplateNode node, string principal) => !Replaced(node, principal, "").Equals(node);

    private static TemplateNode Replaced(TemplateNode node, string from, string to) => Nodes.Map(node, text => Replaced(text, from, to));

    /// <summary>IAM tells names of keys apart without regard to case.</summary>
    private static string Replaced(string text, string from, string to) =>
        Keys.Aggregate(text, (result, key) => result.Replace($"{from}:{key}", $"{to}:{key}", StringComparison.OrdinalIgnoreCase));
}

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
