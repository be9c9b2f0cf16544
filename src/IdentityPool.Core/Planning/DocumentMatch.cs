using System.Text.RegularExpressions;
using IdentityPools.Template;
using IdentityPools.Values;

namespace IdentityPools.Planning;

/// <summary>
/// Compares policies by what they allow and deny, however they are split into statements and documents. Where a template leaves a value to the stack, AWS may have
/// anything in its place.
/// </summary>
internal static class DocumentMatch
{
    /// <summary>Whether AWS has what is wanted, and nothing else.</summary>
    public static bool AreSame(TemplateNode wanted, TemplateNode actual)
    {
        var (desired, found) = (Loss.Permissions(wanted).ToList(), Loss.Permissions(actual).ToHashSet());
        var open = desired.FindAll(permission => !found.Contains(permission));
        var others = found.Except(desired).ToList();
        return open.TrueForAll(permission => found.Any(other => Fits(permission, other)))
            && others.TrueForAll(other => desired.Exists(permission => Fits(permission, other)));
    }

    /// <summary>Several policies as one document.</summary>
    public static TemplateMapping Together(IEnumerable<TemplateNode> documents)
    {
        var policies = documents.OfType<TemplateMapping>().ToList();
        var version = policies.Select(policy => policy["Version"]).FirstOrDefault(known => known is not null);
        var together = new TemplateMapping { { "Version", version } };
        together.Add("Statement", new TemplateSequence(policies.SelectMany(policy => Nodes.Items(policy["Statement"]))));
        return together;
    }

    private static bool Fits(TemplateNode wanted, TemplateNode actual) =>
        (wanted, actual) switch
        {
            (TemplateScalar { Text: var text }, _) when Pending.IsUnknown(text) => actual is TemplateScalar { Text: var other }
                ? FitsText(text, other)
                : Nodes.Items(actual).All(item => Fits(wanted, item)),
            (TemplateMapping one, TemplateMapping other) => one.Count == other.Count
                && one.All(entry => other[entry.Key] is { } value && Fits(entry.Value, value)),
            (TemplateSequence one, TemplateSequence other) => one.All(item => other.Any(value => Fits(item, value)))
                && other.All(value => one.Any(item => Fits(item, value))),
            _ => wanted.Equals(actual),
        };

    private static bool FitsText(string wanted, string actual) =>
        Regex.IsMatch(
            actual,
            $@"\A{string.Join(".+", Pending.SplitUnknown(wanted).Select(Regex.Escape))}\z",
            RegexOptions.Singleline | RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(1)
        );
}
