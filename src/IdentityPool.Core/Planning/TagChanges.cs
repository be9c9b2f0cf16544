using IdentityPools.Model;
using IdentityPools.Validation;

namespace IdentityPools.Planning;

/// <summary>Compares tags, and sees to it that AWS can take all that there will be.</summary>
/// <param name="changes">Takes what differs.</param>
/// <param name="path">Whose tags they are.</param>
/// <param name="keys">How keys are told apart: IAM does not tell upper from lower case.</param>
/// <param name="owner">Whose tags they are, in a message.</param>
internal sealed class TagChanges(ChangeList changes, string path, StringComparer keys, string owner)
{
    /// <summary>Plans the tags that are missing or have another value, and no others.</summary>
    public void Add(ValueMap<string> desired, ValueMap<string> actual, Func<ValueMap<string>, PlanStep> tag) =>
        Plan(desired, actual, [], _ => false, _ => "", tag, _ => throw new InvalidOperationException("No tag goes."));

    /// <summary>Plans the tags that are missing or have another value, and those of others that go; the rest is kept.</summary>
    /// <param name="desired">The tags that are mentioned.</param>
    /// <param name="actual">The tags that there are.</param>
    /// <param name="goes">Which of the others go.</param>
    /// <param name="remedy">How one that is kept would go.</param>
    /// <param name="tag">The call that sets tags.</param>
    /// <param name="untag">The call that removes tags.</param>
    public void Plan(
        ValueMap<string> desired,
        ValueMap<string> actual,
        Func<KeyValuePair<string, string>, bool> goes,
        Func<KeyValuePair<string, string>, string> remedy,
        Func<ValueMap<string>, PlanStep> tag,
        Func<ValueList<string>, PlanStep> untag
    )
    {
        var mentioned = desired.Keys.ToHashSet(keys);
        Plan(desired, actual, Bookkeeping.UserTags(actual).Where(known => !mentioned.Contains(known.Key)), goes, remedy, tag, untag);
    }

    private void Plan(
        ValueMap<string> desired,
        ValueMap<string> actual,
        IEnumerable<KeyValuePair<string, string>> others,
        Func<KeyValuePair<string, string>, bool> goes,
        Func<KeyValuePair<string, string>, string> remedy,
        Func<ValueMap<string>, PlanStep> tag,
        Func<ValueList<string>, PlanStep> untag
    )
    {
        var ends = others.ToLookup(goes);
        var gone = ends[true].ToList();
        var there = actual.Keys.Where(key => !Bookkeeping.IsReserved(key)).ToHashSet(keys);
        var together = there.Union(desired.Keys, keys).Count();
        Limits.CheckTags(together - gone.Count, owner);
        if (together > Limits.Tags)
        {
            Untag();
            Tag();
        }
        else
        {
            Tag();
            Untag();
        }

        foreach (var other in ends[false])
        {
            changes.Keep(PathOf(other.Key), other.Value, remedy(other));
        }

        void Tag()
        {
            var known = new Dictionary<string, string>(actual, keys);
            var missing = ValueMap<string>.Create(desired.Where(wanted => known.GetValueOrDefault(wanted.Key) != wanted.Value));
            foreach (var (key, value) in missing)
            {
                changes.Difference(PathOf(key), known.GetValueOrDefault(key), value, Loss.OfSetting);
            }

            if (missing.Count > 0)
            {
                changes.Close(tag(missing));
            }
        }

        void Untag()
        {
            foreach (var (key, value) in gone)
            {
                changes.Delete(PathOf(key), value);
            }

            if (gone.Count > 0)
            {
                changes.Close(untag(gone.Select(other => other.Key).ToValueList()));
            }
        }
    }

    private string PathOf(string key) => $"{path}[{Pending.Readable(key)}]";
}
