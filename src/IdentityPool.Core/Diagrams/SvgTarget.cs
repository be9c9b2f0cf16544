using IdentityPools.Values;

namespace IdentityPools.Diagrams;

/// <summary>A role with what it may do, side by side; or the words for what is no role of the pool.</summary>
internal sealed class SvgTarget
{
    /// <summary>Where a role may do more than this, the rest is counted.</summary>
    private const int Most = 6;

    public SvgTarget(string key, PictureRole? role)
    {
        (Key, Role) = (key, role);
        Permissions = role is null ? [] : [.. Shown(role)];
        Alarm = FindingCount.Of(role?.Findings ?? []);
    }

    public string Key { get; }

    public PictureRole? Role { get; }

    public string Name => Role?.Name ?? Key;

    public string Alarm { get; }

    /// <summary>Each permission with the lines that it takes.</summary>
    public IReadOnlyList<(string Text, IReadOnlyList<string> Lines)> Permissions { get; }

    /// <summary>The middle of the rules that lead here.</summary>
    public double Wish { get; set; }

    public double Y { get; set; }

    public double CardHeight => 18 + SvgLayout.LineHeight * (Role is null ? 1 : 2 + (Alarm.Length == 0 ? 0 : 1));

    public double PermissionsHeight =>
        16 + SvgLayout.LineHeight * Permissions.Sum(permission => permission.Lines.Count) + 4 * Math.Max(0, Permissions.Count - 1);

    public double Height => Math.Max(CardHeight, Role is null ? 0 : PermissionsHeight);

    public double Bottom => Y + Height;

    public double Middle => Y + CardHeight / 2;

    private static IEnumerable<(string, IReadOnlyList<string>)> Shown(PictureRole role)
    {
        if (role.Permissions.Count == 0)
        {
            return [(role.NoPermissions, [role.NoPermissions])];
        }

        var shown = role.Permissions.Count <= Most ? role.Permissions : [.. role.Permissions.Take(Most - 1)];
        var lines = shown.Select(text => (text, PictureText.Wrap(text, SvgLayout.PermissionsWidth - 24, 12, 3)));
        var more = Fault.Sentence(nameof(Messages.PictureMore), role.Permissions.Count - shown.Count);
        return shown.Count == role.Permissions.Count ? lines : lines.Append((string.Join("\n", role.Permissions.Skip(shown.Count)), [more]));
    }
}
