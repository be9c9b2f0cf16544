using IdentityPools.Planning;

namespace IdentityPools.Validation;

/// <summary>What AWS allows tags to be, for pools and roles alike, since a pool's tags reach its roles.</summary>
internal static class TagRules
{
    private const string Reserved = "aws:";

    public static ValueMap<TemplateValue> Create(IEnumerable<KeyValuePair<string, TemplateValue>> entries)
    {
        var tags = entries.ToList();
        if (tags.Count > Limits.Tags)
        {
            throw Fault.Of(nameof(Messages.TooManyTags), tags.Count, tags.Count, Limits.Tags);
        }

        var keys = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in tags)
        {
            Limits.TagKey.Check(key);
            Limits.TagValue.Check(value);
            if (key.StartsWith(Reserved, StringComparison.OrdinalIgnoreCase) || key.StartsWith(Bookkeeping.Prefix, StringComparison.OrdinalIgnoreCase))
            {
                throw Fault.Of(nameof(Messages.ReservedTag), key, key, Reserved, Bookkeeping.Prefix);
            }

            if (!keys.Add(key))
            {
                throw Fault.Of(nameof(Messages.DuplicateTag), key, key);
            }
        }

        return ValueMap<TemplateValue>.Create(tags);
    }
}
