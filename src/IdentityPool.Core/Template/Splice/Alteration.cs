namespace IdentityPools.Template;

/// <summary>What goes from a map or list, and what comes.</summary>
/// <param name="Gone">Which entries are taken out.</param>
/// <param name="Added">What is put in: behind which entry, -1 for the first place, the key of an entry, and the value.</param>
internal sealed record Alteration(IReadOnlySet<int> Gone, IReadOnlyList<(int Behind, string? Key, TemplateNode Node)> Added);
