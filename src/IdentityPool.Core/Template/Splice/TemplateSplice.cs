namespace IdentityPools.Template;

/// <summary>Changes the text of a template so that it says something else in some places; every other byte stays.</summary>
internal abstract class TemplateSplice(string text)
{
    protected string Text => text;

    protected TextEdits Edits { get; } = new(text);

    /// <summary>The text that says what is wanted.</summary>
    /// <param name="root">Where the template stands in the text.</param>
    /// <param name="before">What the text says.</param>
    /// <param name="now">What it shall say; a new entry of a map comes behind the one before it.</param>
    public string Apply(TextPart root, TemplateNode before, TemplateNode now)
    {
        Change(root, before, now, value => ReplaceRoot(root, value));
        return Edits.Apply();
    }

    /// <summary>Whether parts of a map or list can be changed on their own.</summary>
    protected abstract bool IsOfParts(TextPart part);

    protected abstract void ReplaceRoot(TextPart root, TemplateNode node);

    /// <summary>Writes another value of an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="key">Its key; null for an item of a list.</param>
    /// <param name="node">The value.</param>
    protected abstract void Replace(TextEntry entry, string? key, TemplateNode node);

    /// <summary>Whether entries of a map or items of a list can be taken out and put in, or only all of it can be replaced.</summary>
    protected abstract bool CanAlter(IReadOnlyList<TextEntry> entries, Alteration alteration);

    /// <summary>Takes entries of a map or items of a list out and puts others in.</summary>
    protected abstract void Alter(IReadOnlyList<TextEntry> entries, Alteration alteration);

    private void Change(TextPart part, TemplateNode before, TemplateNode now, Action<TemplateNode> replace)
    {
        if (before.Equals(now))
        {
            return;
        }

        var isChanged = (before, now, IsOfParts(part) ? part.Entries : null) switch
        {
            (TemplateMapping one, TemplateMapping { Count: > 0 } other, { Count: > 0 } entries) when one.Count == entries.Count => TryMapping(
                entries,
                one,
                other
            ),
            (TemplateSequence one, TemplateSequence { Items.Count: > 0 } other, { Count: > 0 } entries) when one.Items.Count == entries.Count => TrySequence(
                entries,
                one.Items,
                other.Items
            ),
            _ => false,
        };
        if (!isChanged)
        {
            replace(now);
        }
    }

    private bool TryMapping(IReadOnlyList<TextEntry> entries, TemplateMapping before, TemplateMapping now)
    {
        var keys = before.Select(entry => entry.Key).ToList();
        var gone = Enumerable.Range(0, keys.Count).Where(index => now[keys[index]] is null).ToHashSet();
        var added = new List<(int Behind, string? Key, TemplateNode Node)>();
        var behind = -1;
        foreach (var (key, value) in now)
        {
            if (before[key] is null)
            {
                added.Add((behind, key, value));
            }
            else
            {
                behind = keys.IndexOf(key);
            }
        }

        var alteration = new Alteration(gone, added);
        if (gone.Count == keys.Count || !CanAlter(entries, alteration))
        {
            return false;
        }

        foreach (var index in Enumerable.Range(0, keys.Count).Where(index => !gone.Contains(index)))
        {
            Change(entries[index].Value, before[keys[index]]!, now[keys[index]]!, value => Replace(entries[index], keys[index], value));
        }

        // What comes behind an entry comes behind what is added to the entry.
        Alter(entries, alteration);
        return true;
    }

    private bool TrySequence(IReadOnlyList<TextEntry> entries, ValueList<TemplateNode> before, ValueList<TemplateNode> now)
    {
        var start = 0;
        while (start < before.Count && start < now.Count && before[start].Equals(now[start]))
        {
            start++;
        }

        var end = 0;
        while (end < before.Count - start && end < now.Count - start && before[before.Count - 1 - end].Equals(now[now.Count - 1 - end]))
        {
            end++;
        }

        var (left, right) = (before.Count - start - end, now.Count - start - end);
        var both = Math.Min(left, right);
        var gone = Enumerable.Range(start + both, left - both).ToHashSet();
        var added = Enumerable.Range(start + both, right - both).Select(index => (start + both - 1, (string?)null, now[index])).ToList();
        var alteration = new Alteration(gone, added);
        if (gone.Count == before.Count || !CanAlter(entries, alteration))
        {
            return false;
        }

        for (var index = start; index < start + both; index++)
        {
            var entry = entries[index];
            Change(entry.Value, before[index], now[index], value => Replace(entry, null, value));
        }

        Alter(entries, alteration);
        return true;
    }

    /// <summary>What goes from a map or list, and what comes.</summary>
    /// <param name="Gone">Which entries are taken out.</param>
    /// <param name="Added">What is put in: behind which entry, -1 for the first place, the key of an entry, and the value.</param>
    protected sealed record Alteration(IReadOnlySet<int> Gone, IReadOnlyList<(int Behind, string? Key, TemplateNode Node)> Added);
}
