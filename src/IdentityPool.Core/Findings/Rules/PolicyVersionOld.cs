using IdentityPools.Model;
using IdentityPools.Policies;

namespace IdentityPools.Findings;

/// <summary>Policy variables that are not variables.</summary>
internal sealed class PolicyVersionOld : RoleRule
{
    public override FindingSeverity Severity => FindingSeverity.Error;

    public override Uri HelpUri => IamGuide("reference_policies_elements_version.html");

    protected override IEnumerable<IdentityPoolFinding> Check(FindingContext context, ExaminedRole role) =>
        role
            .Documents.Seen.Where(document =>
                document.Policy is { Version: not PolicyDocument.Version } policy && DocumentText.IsKnown(policy.Version ?? "") && policy.UsesVariables
            )
            .Select(document => Found(context, role.Subject, role.Role, document.Name, document.Policy.Version ?? Messages.NoVersion));
}
