namespace IdentityPools.Diagrams;

/// <summary>A rule as a row: its place, what it asks on as many lines as it needs, and at the end what it gives where no line leads there.</summary>
internal sealed class SvgRow
{
    private const double Padding = 5.5;
    private const int MostLines = 2;

    public SvgRow(PictureRule rule, double y, bool isCrowded)
    {
        (Rule, Y) = (rule, y);
        Alarm = FindingCount.Of(rule.Findings);
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
