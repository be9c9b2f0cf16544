using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Model;

/// <summary>What AWS allows tags to be, for pools and roles alike, since a pool's tags reach its roles.</summary>
internal static class TagRules
{
    private const string Reserved = "aws:";

    /// <summary>How IAM tells keys apart.</summary>
    public static readonly StringComparer Keys = StringComparer.OrdinalIgnoreCase;

    public static ValueMap<TemplateValue> Create(IEnumerable<KeyValuePair<string, TemplateValue>> entries)
    {
        var tags = entries.ToList();
        if (tags.Count > Limits.Tags)
        {
            throw DefinitionErrors.Create(nameof(Messages.TooManyTags), tags.Count, tags.Count, Limits.Tags);
        }

        var keys = new HashSet<string>(Keys);
        foreach (var (key, value) in tags)
        {
            Limits.TagKey.Check(key);
            Limits.TagValue.Check(value);
            if (key.StartsWith(Reserved, StringComparison.OrdinalIgnoreCase) || key.StartsWith(Bookkeeping.Prefix, StringComparison.OrdinalIgnoreCase))
            {
                throw DefinitionErrors.Create(nameof(Messages.ReservedTag), key, key, Reserved, Bookkeeping.Prefix);
            }

            if (!keys.Add(key))
            {
                throw DefinitionErrors.Create(nameof(Messages.DuplicateTag), key, key);
            }
        }

        return ValueMap<TemplateValue>.Create(tags);
    }

    /// <summary>The tags of a managed role: those of its pool, and its own.</summary>
    /// <exception cref="DefinitionException">They are too many together, or two have keys that are one for IAM.</exception>
    public static ValueMap<TemplateValue> OfRole(IdentityPool pool, IdentityPoolRole role)
    {
        var tags = pool.TypedTags.Where(tag => !role.TypedTags.ContainsKey(tag.Key)).Concat(role.TypedTags).ToList();
        var keys = new Dictionary<string, string>(Keys);
        foreach (var (key, _) in tags)
        {
            if (!keys.TryAdd(key, key))
            {
                throw DefinitionErrors.Create(nameof(Messages.DuplicateRoleTag), pool, role.Name, pool, keys[key], key);
            }
        }

        Limits.CheckTags(tags.Count, MessageText.Format(nameof(Messages.RoleOfPool), role.Name, pool), pool);
        return ValueMap<TemplateValue>.Create(tags);
    }
}

/// <summary>Tags that come and go.</summary>
internal sealed record TagChange
{
    private TagChange(ValueMap<TemplateValue> added, ValueList<string> removed) => (Added, Removed) = (added, removed);

    private ValueMap<TemplateValue> Added { get; }

    private ValueList<string> Removed { get; }

    /// <exception cref="DefinitionException">A tag cannot be, or is to come and to go.</exception>
    public static TagChange Create(IEnumerable<KeyValuePair<string, TemplateValue>> added, IEnumerable<string> removed)
    {
        var change = new TagChange(TagRules.Create(added), removed.ToValueList());
        return change.Removed.FirstOrDefault(key => change.Added.Keys.Contains(key, TagRules.Keys)) is { } both
            ? throw DefinitionErrors.Create(nameof(Messages.TagBothWays), both, both)
            : change;
    }

    /// <summary>The tags after the change.</summary>
    /// <param name="tags">The tags before it.</param>
    /// <param name="owner">What carries them, for a message.</param>
    /// <param name="target">What the user named.</param>
    /// <exception cref="DefinitionException">A tag that is to go is not there, or there would be too many.</exception>
    public ValueMap<TemplateValue> Apply(ValueMap<TemplateValue> tags, object owner, object target)
    {
        if (Removed.FirstOrDefault(key => !tags.Keys.Contains(key, TagRules.Keys)) is { } missing)
        {
            throw DefinitionErrors.Create(nameof(Messages.TagNotFound), target, owner, missing, string.Join(", ", tags.Keys.DefaultIfEmpty(Messages.None)));
        }

        var gone = Removed.Concat(Added.Keys).ToHashSet(TagRules.Keys);
        return TagRules.Create(tags.Where(tag => !gone.Contains(tag.Key)).Concat(Added));
    }
}
