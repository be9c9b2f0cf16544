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
    /// <param name="part">The map or list.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="key">Its key; null for an item of a list.</param>
    /// <param name="node">The value.</param>
    protected abstract void Replace(TextPart part, TextEntry entry, string? key, TemplateNode node);

    /// <summary>Whether entries of a map or items of a list can be taken out and put in, or only all of it can be replaced.</summary>
    protected abstract bool CanAlter(TextPart part, Alteration alteration);

    /// <summary>Takes entries of a map or items of a list out and puts others in.</summary>
    protected abstract void Alter(TextPart part, Alteration alteration);

    private void Change(TextPart part, TemplateNode before, TemplateNode now, Action<TemplateNode> replace)
    {
        if (before.Equals(now))
        {
            return;
        }

        var isChanged = (before, now, IsOfParts(part) ? part.Entries : null) switch
        {
            (TemplateMapping one, TemplateMapping { Count: > 0 } other, { Count: > 0 } entries) when one.Count == entries.Count => TryMapping(
                part,
                entries,
                one,
                other
            ),
            (TemplateSequence one, TemplateSequence { Items.Count: > 0 } other, { Count: > 0 } entries) when one.Items.Count == entries.Count => TrySequence(
                part,
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

    private bool TryMapping(TextPart part, IReadOnlyList<TextEntry> entries, TemplateMapping before, TemplateMapping now)
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
        if (gone.Count == keys.Count || !CanAlter(part, alteration))
        {
            return false;
        }

        foreach (var index in Enumerable.Range(0, keys.Count).Where(index => !gone.Contains(index)))
        {
            Change(entries[index].Value, before[keys[index]]!, now[keys[index]]!, value => Replace(part, entries[index], keys[index], value));
        }

        // What comes behind an entry comes behind what is added to the entry.
        Alter(part, alteration);
        return true;
    }

    private bool TrySequence(TextPart part, IReadOnlyList<TextEntry> entries, ValueList<TemplateNode> before, ValueList<TemplateNode> now)
    {
        var pairs = ItemPairs.Of(before, now);
        var gone = pairs.Where(pair => pair.Now is null).Select(pair => pair.Before!.Value).ToHashSet();
        var added = new List<(int Behind, string? Key, TemplateNode Node)>();
        var behind = -1;
        foreach (var pair in pairs)
        {
            if (pair.Before is { } known)
            {
                behind = known;
            }
            else
            {
                added.Add((behind, null, now[pair.Now!.Value]));
            }
        }

        var alteration = new Alteration(gone, added);
        if (gone.Count == before.Count || !CanAlter(part, alteration))
        {
            return false;
        }

        foreach (var (index, to) in pairs.Where(pair => pair.Before is not null && pair.Now is not null).Select(pair => (pair.Before!.Value, pair.Now!.Value)))
        {
            Change(entries[index].Value, before[index], now[to], value => Replace(part, entries[index], null, value));
        }

        Alter(part, alteration);
        return true;
    }
}
