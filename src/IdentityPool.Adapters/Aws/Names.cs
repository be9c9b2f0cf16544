using IdentityPools.Planning;

namespace IdentityPools.Aws;

/// <summary>The names that AWS gave while a plan was carried out, in place of the marks that stood for them.</summary>
internal sealed class Names
{
    private readonly Dictionary<string, string> known = new(StringComparer.Ordinal);

    public void Learn(ValueMap<string> names)
    {
        foreach (var (mark, name) in names)
        {
            known[mark] = name;
        }
    }

    public string Resolve(string text) =>
        Pending.IsIn(text) ? known.Aggregate(text, (result, entry) => result.Replace(entry.Key, entry.Value, StringComparison.Ordinal)) : text;
}
