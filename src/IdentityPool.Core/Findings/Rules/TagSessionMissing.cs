namespace IdentityPools.Findings;

/// <summary>Session tags are set and the role does not take them.</summary>
internal sealed class TagSessionMissing : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Error;

    public override Uri HelpUri => Guide("attributes-for-access-control.html");

    public override IEnumerable<IdentityPoolFinding> Check(FindingContext context) =>
        context
            .Pool.PrincipalTags.Where(tags => tags.IsOn)
            .SelectMany(tags =>
                context
                    .RolesOf(tags.Provider)
                    .Where(role => role.Trust is { } trust && trust.AdmitsPool(isGuest: false) == true && !trust.AdmitsTags)
                    .Select(role => Found(context, role.Subject, role.Role, tags.Provider))
            );
}
