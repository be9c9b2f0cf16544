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
