namespace IdentityPools.Findings;

/// <summary>The role takes session tags that nobody sets.</summary>
internal sealed class TagSessionNeedless : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Information;

    public override Uri HelpUri => Guide("attributes-for-access-control.html");

    public override IEnumerable<IdentityPoolFinding> Check(FindingContext context) =>
        context.Pool.PrincipalTags.Any(tags => tags.IsOn)
            ? []
            : context.Roles.Where(role => role.Trust?.AdmitsTags == true).Select(role => Found(context, role.Subject, role.Role, context.Pool));
}
