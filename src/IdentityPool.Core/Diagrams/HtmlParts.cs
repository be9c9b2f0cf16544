using System.Xml.Linq;
using IdentityPools.Values;

namespace IdentityPools.Diagrams;

/// <summary>The parts of a page that tell what the pool is: the header, who signs in, the roles, each with what was found about it.</summary>
internal sealed class HtmlParts(PoolPicture picture)
{
    private IdentityPool Pool => picture.Pool;

    public IEnumerable<XElement> Header() =>
        [
            Html.Element("p", "eyebrow", Messages.PageEyebrow),
            Html.Element("h1", "", Html.Isolated(picture.Name)),
            Html.Element(
                "dl",
                "facts",
                Facts().Select(fact => Html.Element("div", "", Html.Element("dt", "", fact.Name), Html.Element("dd", "", Html.Isolated(fact.Value))))
            ),
            .. Findings(picture.OwnFindings),
        ];

    public IEnumerable<XElement> SignIns() => picture.SignIns.Select(SignIn);

    public XElement Roles() => Html.Element("div", "grid", picture.Roles.Select(Role));

    private IEnumerable<(string Name, string Value)> Facts()
    {
        if (Pool.Id is not null)
        {
            yield return (Messages.PageId, Pool.Id);
        }

        yield return (Messages.PageGuests, Pool.AllowUnauthenticatedIdentities ? Messages.PageGuestsOn : Messages.PageGuestsOff);
        yield return (Messages.PageClassicFlow, Pool.IsClassicFlowOpen ? Messages.PageOn : Messages.PageOff);
        yield return (Messages.PageFindings, FindingCount.Describe(picture.Findings) is { Length: > 0 } count ? count : Messages.PageNoFindings);
        if (Pool.TypedTags.Count > 0)
        {
            yield return (Messages.PageTags, Pool.TypedTags.ToString());
        }
    }

    private XElement SignIn(PictureSignIn signIn) =>
        Html.Element(
            "article",
            "card",
            Html.Element(
                "div",
                "head",
                Html.Element("h3", "", Html.Isolated(signIn.Kind)),
                signIn.Detail.Length == 0 ? null : Html.Isolated(signIn.Detail, "code")
            ),
            Remarks(signIn).Select(remark => Html.Element("p", "soft", Html.Isolated(remark))),
            Findings(signIn.Findings),
            Html.Element("ol", "rules", signIn.Rules.Select(Rule))
        );

    private static IEnumerable<string> Remarks(PictureSignIn signIn)
    {
        if (signIn is { Provider: not null, IsOpen: false })
        {
            yield return Messages.PageProviderMissing;
        }

        if (signIn.Mapping is { Rules.Count: > 0 and var count })
        {
            yield return MessageText.Format(nameof(Messages.PageRules), count);
        }

        if (signIn.Tags is { IsOn: true } tags)
        {
            yield return tags.UseDefaults ? Messages.PageDefaultTags : MessageText.Format(nameof(Messages.PageSessionTags), tags.TypedTags);
        }
    }

    private XElement Rule(PictureRule rule) =>
        Html.Element(
            "li",
            "",
            Html.Element("span", "place", rule.Position),
            Html.Isolated(rule.Text, rule.Position is null ? "match" : ""),
            Html.Element(
                "span",
                "gives",
                "\u2192 ",
                rule.Role < 0 ? Html.Isolated(rule.Target) : Html.Link($"#role-{rule.Role}", Html.Isolated(picture.Roles[rule.Role].Name))
            ),
            Findings(rule.Findings)
        );

    private XElement Role(PictureRole role, int index) =>
        Html.Element(
            "article",
            "card",
            Html.Id($"role-{index}"),
            Html.Element("div", "head", Html.Element("h3", "", Html.Isolated(role.Name)), Html.Element("span", "soft", role.Audience)),
            Html.Element("p", "soft", Html.Isolated(role.Detail, "code")),
            Findings(role.Findings),
            role.Permissions.Count == 0
                ? Html.Element("p", "soft permissions", role.NoPermissions)
                : Html.Element("ul", "permissions", role.Permissions.Select(permission => Html.Element("li", "", Html.Isolated(permission)))),
            role.Role.TrustPolicy is { } trust
                ? Html.Element("details", "", Html.Element("summary", "", Messages.PageTrustPolicy), Html.Element("pre", "", ShownText.Escape(trust)))
                : null
        );

    private static IEnumerable<XElement> Findings(IReadOnlyList<IdentityPoolFinding> findings) =>
        findings.Count == 0 ? [] : [Html.Element("ul", "findings", findings.Select(Finding))];

    private static XElement Finding(IdentityPoolFinding finding) =>
        Html.Element(
            "li",
            "finding",
            Html.Element(
                "div",
                "head",
                Html.Element("span", $"badge {finding.Severity.ToString().ToLowerInvariant()}", finding.Severity),
                Html.Element("strong", "", Html.Isolated(finding.Title))
            ),
            Html.Element("p", "", Html.Isolated(finding.Message), " ", Html.Outside(finding.HelpUri, Messages.PageHelp)),
            finding.Suppression is { } reason
                ? Html.Element("p", "soft", Html.Isolated(MessageText.Format(nameof(Messages.PageAccepted), reason)))
                : Html.Element("code", "remedy", Html.Isolated(finding.Remedy))
        );
}
