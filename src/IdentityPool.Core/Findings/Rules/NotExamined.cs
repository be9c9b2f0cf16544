namespace IdentityPools.Findings;

/// <summary>A part of a policy that a function chooses when the template is deployed.</summary>
internal sealed class NotExamined : RoleRule
{
    public override FindingSeverity Severity => FindingSeverity.Information;

    public override Uri HelpUri => new("https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html");

    protected override IEnumerable<IdentityPoolFinding> Check(FindingContext context, ExaminedRole role) =>
        role.Documents.Untold.Select(part => Found(context, role.Subject, role.Role, part.Name, part.Decider));
}
