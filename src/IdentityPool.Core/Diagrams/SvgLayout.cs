using IdentityPools.Values;

namespace IdentityPools.Diagrams;

/// <summary>Where everything stands in the image: four columns, the rules of a provider beside it, the roles as near to their rules as there is room.</summary>
internal sealed class SvgLayout
{
    public const double Margin = 16;
    public const double Top = 64;
    public const double LineHeight = 17;
    public const double SignInX = Margin;
    public const double SignInWidth = 210;
    public const double RulesX = SignInX + SignInWidth + 32;
    public const double RulesWidth = 320;
    public const double RolesX = RulesX + RulesWidth + 80;
    public const double RolesWidth = 190;
    public const double PermissionsX = RolesX + RolesWidth + 30;
    public const double PermissionsWidth = 300;
    public const double Width = PermissionsX + PermissionsWidth + Margin;

    private const double Gap = 14;

    /// <summary>More rules than this and lines from each to its role would be a tangle; then the rules name their roles.</summary>
    private const int MostEdges = 40;

    public SvgLayout(PoolPicture picture)
    {
        IsCrowded = picture.SignIns.Sum(signIn => signIn.Rules.Count) > MostEdges;
        var y = Top;
        foreach (var signIn in picture.SignIns)
        {
            var block = new SvgBlock(signIn, y, IsCrowded);
            Blocks.Add(block);
            y = block.Bottom + Gap;
        }

        var targets = Targets(picture);
        Place(targets, y - Gap);
        Roles = targets;
        Height = Math.Max(y - Gap, targets.Count == 0 ? 0 : targets.Max(target => target.Bottom)) + Margin;
    }

    /// <summary>Whether rules name their roles in place of lines that lead there.</summary>
    public bool IsCrowded { get; }

    public List<SvgBlock> Blocks { get; } = [];

    /// <summary>The roles of the pool, and what else rules give, from top to bottom.</summary>
    public IReadOnlyList<SvgTarget> Roles { get; }

    public double Height { get; }

    private List<SvgTarget> Targets(PoolPicture picture)
    {
        var rows = Blocks.SelectMany(block => block.Rows).ToLookup(row => KeyOf(row.Rule), row => row.Middle);
        var targets = picture.Roles.Select((role, index) => new SvgTarget($"r{index}", role)).ToList();
        targets.AddRange(
            picture
                .SignIns.SelectMany(signIn => signIn.Rules)
                .Where(rule => rule is { Role: < 0, Denies: false })
                .Select(KeyOf)
                .Distinct(StringComparer.Ordinal)
                .Select(text => new SvgTarget(text, null))
        );
        foreach (var target in targets)
        {
            target.Wish = IsCrowded ? Top : rows[target.Key].DefaultIfEmpty(double.MaxValue).Average();
        }

        return [.. targets.OrderBy(target => target.Wish).ThenBy(target => IsCrowded ? target.Name : "", StringComparer.Ordinal)];
    }

    /// <summary>What a rule leads to: the role, or the words for what is none.</summary>
    public static string KeyOf(PictureRule rule) => rule.Role < 0 ? rule.Target : $"r{rule.Role}";

    private static void Place(List<SvgTarget> targets, double bottom)
    {
        var y = Top;
        foreach (var target in targets)
        {
            target.Y = Math.Max(y, Math.Min(target.Wish, bottom) - target.Height / 2);
            y = target.Bottom + Gap;
        }

        // What hangs over the end is pushed back up, as far as there is room.
        var limit = Math.Max(bottom, Top + targets.Sum(target => target.Height + Gap) - Gap);
        foreach (var target in Enumerable.Reverse(targets))
        {
            target.Y = Math.Min(target.Y, limit - target.Height);
            limit = target.Y - Gap;
        }
    }
}

/// <summary>One way in with its rules, side by side.</summary>
internal sealed class SvgBlock
{
    private const double Padding = 6;
    private const int MostLines = 3;

    public SvgBlock(PictureSignIn signIn, double y, bool isCrowded)
    {
        (SignIn, Y) = (signIn, y);
        Lines =
        [
            .. signIn.Detail.Length == 0 ? [] : PictureText.Wrap(signIn.Detail, SvgLayout.SignInWidth - 24, 12, MostLines),
            .. signIn is { Provider: not null, IsOpen: false } ? [Messages.PictureNotAttached] : Array.Empty<string>(),
        ];
        Alarm = FindingCount.Describe(signIn.Findings);
        var top = y + Padding;
        foreach (var rule in signIn.Rules)
        {
            var row = new SvgRow(rule, top, isCrowded);
            Rows.Add(row);
            top = row.Bottom;
        }

        RulesHeight = top + Padding - y;
    }

    public PictureSignIn SignIn { get; }

    public double Y { get; }

    public List<SvgRow> Rows { get; } = [];

    /// <summary>The lines of the card, under the kind of the provider.</summary>
    public IReadOnlyList<string> Lines { get; }

    public string Alarm { get; }

    public double CardHeight => 18 + SvgLayout.LineHeight * (1 + Lines.Count + (Alarm.Length == 0 ? 0 : 1));

    public double RulesHeight { get; }

    public double Bottom => Y + Math.Max(CardHeight, RulesHeight);
}

/// <summary>A rule as a row: its place, what it asks on as many lines as it needs, and at the end what it gives where no line leads there.</summary>
internal sealed class SvgRow
{
    private const double Padding = 5.5;
    private const int MostLines = 2;

    public SvgRow(PictureRule rule, double y, bool isCrowded)
    {
        (Rule, Y) = (rule, y);
        Alarm = FindingCount.Describe(rule.Findings);
        Target =
            rule.Denies ? rule.Target
            : isCrowded ? "\u2192 " + PictureText.Fit(rule.Target, 110, 12)
            : "";
        var taken = Target.Length == 0 ? 0 : PictureText.Width(Target) * 12 + 12;
        Lines = PictureText.Wrap(rule.Text, SvgLayout.RulesWidth - Indent - 12 - taken, 13, MostLines);
    }

    public PictureRule Rule { get; }

    public double Y { get; }

    public IReadOnlyList<string> Lines { get; }

    public string Target { get; }

    public string Alarm { get; }

    public double Indent => Rule.Position is null ? 12 : 40;

    public double Bottom => Y + 2 * Padding + SvgLayout.LineHeight * (Lines.Count + (Alarm.Length == 0 ? 0 : 1));

    public double Middle => (Y + Bottom) / 2;

    /// <summary>Where the letters of a line stand.</summary>
    public double Baseline(int line) => Y + Padding + 12.5 + line * SvgLayout.LineHeight;
}

/// <summary>A role with what it may do, side by side; or the words for what is not a role of the pool.</summary>
internal sealed class SvgTarget
{
    /// <summary>Where a role may do more than this, the rest is counted.</summary>
    private const int Most = 6;

    public SvgTarget(string key, PictureRole? role)
    {
        (Key, Role) = (key, role);
        Permissions = role is null ? [] : [.. Shown(role)];
        Alarm = FindingCount.Describe(role?.Findings ?? []);
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
        var more = MessageText.Format(nameof(Messages.PictureMore), role.Permissions.Count - shown.Count);
        return shown.Count == role.Permissions.Count ? lines : lines.Append((string.Join("\n", role.Permissions.Skip(shown.Count)), [more]));
    }
}
