using System.Globalization;
using System.Text;
using IdentityPools.Values;

namespace IdentityPools.Diagrams;

/// <summary>A pool as a Mermaid flowchart.</summary>
internal sealed class MermaidDiagram
{
    /// <summary>Where a role may do more than this, the rest is counted.</summary>
    private const int Lines = 5;

    /// <summary>GitHub draws 500 edges; where there are many roles, what they may do stands inside of them.</summary>
    private const int RolesApart = 100;

    private readonly PoolPicture picture;
    private readonly StringBuilder text = new();

    private MermaidDiagram(PoolPicture picture) => this.picture = picture;

    public static string Render(PoolPicture picture)
    {
        var diagram = new MermaidDiagram(picture);
        diagram.Write();
        return diagram.text.ToString();
    }

    private void Write()
    {
        Line(0, "flowchart LR");
        Line(1, "classDef quiet stroke-dasharray: 4 3");
        for (var index = 0; index < picture.SignIns.Count; index++)
        {
            SignIn(picture.SignIns[index], index);
        }

        Line(
            1,
            $"subgraph pool[{MermaidText.Quoted(MessageText.Format(nameof(Messages.PictureTitle), picture.Name), FindingCount.Describe(picture.OwnFindings))}]"
        );
        foreach (var index in Mapped())
        {
            Line(2, $"m{index}{{{{{MermaidText.Quoted(Decision(picture.SignIns[index]))}}}}}");
        }

        for (var index = 0; index < picture.Roles.Count; index++)
        {
            Role(picture.Roles[index], index);
        }

        Targets();
        Line(1, "end");
        for (var index = 0; index < picture.SignIns.Count; index++)
        {
            Edges(picture.SignIns[index], index);
        }

        Permissions();
    }

    private static string Decision(PictureSignIn signIn) =>
        signIn.Mapping!.Type == RoleMappingType.Token ? Messages.PictureFromToken : Messages.PictureRulesInOrder;

    private IEnumerable<int> Mapped() => Enumerable.Range(0, picture.SignIns.Count).Where(index => picture.SignIns[index].Mapping is not null);

    private void SignIn(PictureSignIn signIn, int index)
    {
        var missing = signIn is { Provider: not null, IsOpen: false } ? Messages.PictureNotAttached : "";
        var label = MermaidText.Quoted(signIn.Kind, signIn.Detail, missing, FindingCount.Describe(signIn.Findings));
        Line(1, $"s{index}([{label}]){Quiet(signIn.IsOpen)}");
    }

    private void Role(PictureRole role, int index)
    {
        var label = MermaidText.Quoted([role.Name, role.Audience, FindingCount.Describe(role.Findings), .. AreApart ? [] : Permissions(role)]);
        Line(2, $"r{index}[{label}]");
    }

    private void Targets()
    {
        foreach (var (id, target, quiet) in picture.SignIns.SelectMany(signIn => signIn.Rules).Where(rule => rule.Role < 0).Select(Target).Distinct())
        {
            Line(2, $"{id}[{MermaidText.Quoted(target)}]{Quiet(!quiet)}");
        }
    }

    private static (string Id, string Text, bool IsQuiet) Target(PictureRule rule) =>
        rule.Denies ? ("denied", rule.Target, true)
        : rule.Target == Messages.PictureTokenRole ? ("token", rule.Target, false)
        : ("none", rule.Target, true);

    private void Edges(PictureSignIn signIn, int index)
    {
        var from = signIn.Mapping is null ? $"s{index}" : $"m{index}";
        if (signIn.Mapping is not null)
        {
            Line(1, $"s{index} --> {from}");
        }

        foreach (var rule in signIn.Rules)
        {
            var label = MermaidText.Quoted(rule.Numbered, FindingCount.Describe(rule.Findings));
            var to = rule.Role < 0 ? Target(rule).Id : $"r{rule.Role}";
            Line(1, $"{from} {(rule.Position is null ? "-.->" : "-->")}|{label}| {to}");
        }
    }

    private bool AreApart => picture.Roles.Count <= RolesApart;

    private void Permissions()
    {
        for (var index = 0; AreApart && index < picture.Roles.Count; index++)
        {
            var role = picture.Roles[index];
            Line(1, $"r{index} --> g{index}[{MermaidText.Quoted(Permissions(role))}]{Quiet(role.Permissions.Count > 0)}");
        }
    }

    private static IEnumerable<string> Permissions(PictureRole role) =>
        role.Permissions.Count == 0 ? [role.NoPermissions]
        : role.Permissions.Count <= Lines ? role.Permissions
        : [.. role.Permissions.Take(Lines - 1), MessageText.Format(nameof(Messages.PictureMore), role.Permissions.Count - Lines + 1)];

    private static string Quiet(bool isOpen) => isOpen ? "" : ":::quiet";

    private void Line(int depth, string line) => text.Append(CultureInfo.InvariantCulture, $"{new string(' ', depth * 4)}{line}\n");
}

/// <summary>Text inside of the quotes of a Mermaid label.</summary>
internal static class MermaidText
{
    private const int Length = 100;

    /// <summary>The lines as a label in quotes.</summary>
    public static string Quoted(params IEnumerable<string> lines) =>
        $"\"{string.Join("<br/>", lines.Where(line => line.Length > 0).Select(line => Escape(PictureText.Clip(line, Length))))}\"";

    /// <summary>
    /// The text with everything written as a code that could mean something to Mermaid, to Markdown or to HTML. Mermaid looks for some words of its own with
    /// expressions that span a whole line, quotes or not; one letter of each is written as a code too.
    /// </summary>
    private static string Escape(string text)
    {
        var result = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            if (
                Rune.IsLetterOrDigit(rune)
                || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
                || IsPlain(rune)
            )
            {
                result.Append(rune);
            }
            else
            {
                result.Append(CultureInfo.InvariantCulture, $"{(rune.Value == '"' ? "#quot" : $"#{rune.Value}")};");
            }
        }

        return result.Replace("style", "#115;tyle").Replace("classDef", "#99;lassDef").ToString();
    }

    private static bool IsPlain(Rune rune) =>
        rune.Value is ' ' or '.' or ',' or ':' or '/' or '@' or '-' or '=' or '+' or '\'' or '(' or ')' or '\u2026' or '\u2192';
}
