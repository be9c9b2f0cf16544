namespace IdentityPools.Diagrams;

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
        Alarm = FindingCount.Of(signIn.Findings);
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
