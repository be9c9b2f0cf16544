namespace IdentityPools.Views;

/// <summary>A change as a diff: one line where that says it, else the parts that come and go under the path.</summary>
internal static class ChangeTree
{
    private const int LongestLine = 78;

    public static ViewNode Create(IdentityPoolChange change)
    {
        var tone = Tone(change.Kind);
        var line = change.ToString();
        var before = Parts(change.Before);
        var after = Parts(change.After);
        return line.Length <= LongestLine && before.Count <= 1 && after.Count <= 1
            ? new(line, tone)
            : new($"{line[0]} {change.Path}{(change.Remedy is { } remedy ? $": {remedy}" : "")}", tone)
            {
                Children = LineDiff.Compare(before, after).Select(part => Part(change.Kind, part)).ToList(),
            };
    }

    private static ViewNode Part(ChangeKind kind, DiffLine line) =>
        kind == ChangeKind.Keep ? new(line.Text, ViewTone.Quiet) : new($"{line.Sign} {line.Text}", Tone(line.Sign));

    private static ViewTone Tone(ChangeKind kind) =>
        kind switch
        {
            ChangeKind.Create => ViewTone.Added,
            ChangeKind.Delete => ViewTone.Removed,
            ChangeKind.Update => ViewTone.Changed,
            _ => ViewTone.Quiet,
        };

    private static ViewTone Tone(char sign) =>
        sign switch
        {
            DiffLine.Added => ViewTone.Added,
            DiffLine.Removed => ViewTone.Removed,
            _ => ViewTone.Quiet,
        };

    /// <summary>A document by its lines, other values by the parts that they list.</summary>
    private static List<string> Parts(string? value) =>
        value is null ? []
        : DocumentLines.Find(value) is { } lines ? [.. lines]
        : [.. value.Split("; ")];
}
