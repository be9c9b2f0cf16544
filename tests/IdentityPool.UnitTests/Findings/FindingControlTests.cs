using IdentityPools.Findings;
using IdentityPools.Model;
using Xunit;

namespace IdentityPools.UnitTests.Findings;

/// <summary>The public controls that the rules answer.</summary>
public sealed class FindingControlTests
{
    [Theory]
    [InlineData("GuestAccess", "Security Hub", "Cognito.2", "https://docs.aws.amazon.com/securityhub/latest/userguide/cognito-controls.html#cognito-2")]
    [InlineData("GuestAccess", "Checkov", "CKV_AWS_366", "https://www.checkov.io/5.Policy%20Index/cloudformation.html")]
    [InlineData(
        "GuestAccess",
        "Prowler",
        "cognito_identity_pool_guest_access_disabled",
        "https://hub.prowler.com/check/cognito_identity_pool_guest_access_disabled"
    )]
    [InlineData(
        "GuestAccess",
        "AWS Config",
        "cognito-identity-pool-unauth-access-check",
        "https://docs.aws.amazon.com/config/latest/developerguide/cognito-identity-pool-unauth-access-check.html"
    )]
    [InlineData("TrustAdmitsOtherPools", "CVE", "CVE-2024-28056", "https://www.cve.org/CVERecord?id=CVE-2024-28056")]
    [InlineData("GuestWildcardAction", "Horizon3", "H3-2022-0076", "https://docs.horizon3.ai/knowledge_base/weaknesses/H3-2022-0076")]
    [InlineData("SecretAccess", "CWE", "CWE-522", "https://cwe.mitre.org/data/definitions/522.html")]
    public void A_rule_names_the_control_and_where_it_is_described(string ruleId, string framework, string id, string page) =>
        Assert.Contains(new FindingControl(framework, id, new(page)), FindingRules.Find(ruleId).Controls);

    /// <summary>What puts someone at risk is a weakness of a public kind; what only surprises is none.</summary>
    [Fact]
    public void A_rule_about_permissions_or_admission_names_a_weakness() =>
        Assert.Equal(
            [
                "ClassicFlowWithMappings",
                "GroupRoleUnused",
                "GuestRoleUnused",
                "GuestWithoutRole",
                "InertGuestPermission",
                "MappedProviderMissing",
                "NoAuthenticatedRole",
                "NotExamined",
                "PartNotExamined",
                "PolicyUnreadable",
                "PolicyVersionOld",
                "RoleGone",
                "SessionDurationPointless",
                "TagSessionMissing",
                "TagSessionNeedless",
                "TokenMappingWithoutRoles",
                "TrustRefusesPool",
                "UnreachableRule",
                "UserPoolElsewhere",
                "UserPoolGone",
                "UsersWithoutGroupDenied",
            ],
            FindingRules.All.Where(rule => rule.Controls.All(control => control.Framework != "CWE")).Select(rule => rule.Id).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void A_control_is_of_a_framework_that_is_listed_and_stands_once_in_a_rule()
    {
        Assert.All(FindingControls.All, control => Assert.Contains(control.Framework, FindingControls.Frameworks.Keys));
        Assert.All(FindingRules.All, rule => Assert.Equal(rule.Controls.Distinct(), rule.Controls));
        Assert.Equal(FindingRules.All.SelectMany(rule => rule.Controls).Distinct().Count(), FindingControls.All.Count);
    }

    [Fact]
    public void A_finding_has_the_controls_of_its_rule()
    {
        var finding = Assert.Single(FindingSet.Evaluate(Examined.Guests(RoleEvidence.None)), known => known.RuleId == FindingRuleId.GuestAccess);

        Assert.Equal(FindingRules.Find(FindingRuleId.GuestAccess).Controls, finding.Controls);
        Assert.Equal("Security Hub Cognito.2", finding.Controls[0].ToString());
        Assert.Equal("CWE-306", finding.Controls[^1].ToString());
    }
}
