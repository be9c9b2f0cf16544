using IdentityPools.Template;
using IdentityPools.Values;

namespace IdentityPools.Planning;

/// <summary>
/// What a definition's references to its own parts stand for: its pool, roles, user pools, clients, providers and groups have names in AWS once they are
/// published, or a mark until then.
/// </summary>
internal sealed class OwnParts
{
    private readonly Dictionary<string, Func<string?, string?>> parts = new(StringComparer.Ordinal);
    private readonly HashSet<string> open = new(StringComparer.Ordinal);

    /// <summary>Adds a part.</summary>
    /// <param name="logicalId">Its logical id; what was added first under one stays.</param>
    /// <param name="find">Gives an attribute, or what <c>Ref</c> gives for null; null for what nobody knows.</param>
    public void Add(string logicalId, Func<string?, string?> find) => parts.TryAdd(logicalId, find);

    /// <summary>What a reference stands for; null where it is none to an own part, or where the part would have to be known to name itself.</summary>
    public string? Find(TemplateNode reference)
    {
        var (name, attribute) =
            Intrinsic.RefName(reference) is { } referred ? (referred, null)
            : Intrinsic.Attribute(reference) is { } known ? (known.Resource, known.Attribute)
            : ("", (string?)null);
        if (!parts.TryGetValue(name, out var find) || !open.Add(name))
        {
            return null;
        }

        try
        {
            return find(attribute);
        }
        finally
        {
            open.Remove(name);
        }
    }
}
