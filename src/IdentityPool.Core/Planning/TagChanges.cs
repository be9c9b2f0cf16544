namespace IdentityPools.Planning;

/// <summary>Compares tags.</summary>
internal static class TagChanges
{
    /// <summary>Notes the tags that are missing or have another value, and gives them.</summary>
    public static ValueMap<string> Note(ChangeList changes, string path, ValueMap<string> desired, ValueMap<string> actual)
    {
        var missing = desired.Where(tag => actual.GetValueOrDefault(tag.Key) != tag.Value).ToList();
        foreach (var (key, value) in missing)
        {
            changes.Difference($"{path}[{Pending.Readable(key)}]", actual.GetValueOrDefault(key), value);
        }

        return ValueMap<string>.Create(missing);
    }
}
