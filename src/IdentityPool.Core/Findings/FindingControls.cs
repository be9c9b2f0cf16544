using IdentityPools.Model;

namespace IdentityPools.Findings;

/// <summary>The public controls that the rules answer: who fails one of them finds here what to look at.</summary>
internal static class FindingControls
{
    /// <summary>The frameworks, in the order in which they are listed, with their pages.</summary>
    public static readonly IReadOnlyDictionary<string, Uri> Frameworks = new Dictionary<string, Uri>(StringComparer.Ordinal)
    {
        [SecurityHub] = new("https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-controls-reference.html"),
        [Config] = new("https://docs.aws.amazon.com/config/latest/developerguide/managed-rules-by-aws-config.html"),
        [Prowler] = new("https://hub.prowler.com/check"),
        [Checkov] = new("https://www.checkov.io/5.Policy%20Index/cloudformation.html"),
        [CfnNag] = new("https://github.com/stelligent/cfn_nag"),
        [CdkNag] = new("https://github.com/cdklabs/cdk-nag/blob/main/RULES.md"),
        [Datadog] = new("https://docs.datadoghq.com/security/default_rules/"),
        [Horizon3] = new("https://docs.horizon3.ai/knowledge_base/weaknesses/"),
        [Cve] = new("https://www.cve.org/"),
        [Cwe] = new("https://cwe.mitre.org/"),
    };

    private const string SecurityHub = "Security Hub";
    private const string Config = "AWS Config";
    private const string Prowler = "Prowler";
    private const string Checkov = "Checkov";
    private const string CfnNag = "cfn-nag";
    private const string CdkNag = "cdk-nag";
    private const string Datadog = "Datadog";
    private const string Horizon3 = "Horizon3";
    private const string Cve = "CVE";
    private const string Cwe = "CWE";

    private static readonly Dictionary<string, (string Framework, string Id)[]> ByRule = new(StringComparer.Ordinal)
    {
        [FindingRuleId.GuestAccess] =
        [
            (SecurityHub, "Cognito.2"),
            (Config, "cognito-identity-pool-unauth-access-check"),
            (Config, "cognito-identity-pool-unauthenticated-logins"),
            (Prowler, "cognito_identity_pool_guest_access_disabled"),
            (Checkov, "CKV_AWS_366"),
            (CfnNag, "W57"),
            (CdkNag, "AwsSolutions-COG7"),
            (Cwe, "CWE-306"),
        ],
        [FindingRuleId.ClassicFlow] = [(Datadog, "def-000-k8u"), (Cwe, "CWE-284")],
        [FindingRuleId.RoleNotAttached] = [(Cwe, "CWE-284")],
        [FindingRuleId.SameRoleForGuests] = [(Cwe, "CWE-306"), (Cwe, "CWE-269")],
        [FindingRuleId.ServerSideTokenCheckOff] = [(Cwe, "CWE-613")],
        [FindingRuleId.ProviderSecretReadable] = [(Cwe, "CWE-522")],
        [FindingRuleId.DeprecatedProvider] = [(Cwe, "CWE-477")],
        [FindingRuleId.SelfSignUp] = [(Prowler, "cognito_user_pool_self_registration_disabled"), (Cwe, "CWE-284")],
        [FindingRuleId.ProviderAdmitsAnyone] = [(Cwe, "CWE-287"), (Cwe, "CWE-863")],
        [FindingRuleId.SocialLoginAdmitsAnyone] = [(Cwe, "CWE-284")],
        [FindingRuleId.ContainsOnGroups] = [(Cwe, "CWE-863")],
        [FindingRuleId.NotEqualGate] = [(Cwe, "CWE-863")],
        [FindingRuleId.WritableClaim] = [(Cwe, "CWE-639")],
        [FindingRuleId.FallbackStronger] = [(Cwe, "CWE-863")],
        [FindingRuleId.WritableTag] = [(Cwe, "CWE-639")],
        [FindingRuleId.TrustAdmitsOtherPools] = [(Cve, "CVE-2024-28056"), (Cwe, "CWE-863")],
        [FindingRuleId.TrustAdmitsGuests] = [(Cwe, "CWE-306")],
        [FindingRuleId.TrustAdmitsUsers] = [(Cwe, "CWE-863")],
        [FindingRuleId.TrustConditionWeak] = [(Cwe, "CWE-863")],
        [FindingRuleId.TrustAdmitsAnyone] = [(Checkov, "CKV_AWS_60"), (Cwe, "CWE-284")],
        [FindingRuleId.RoleSharedByPools] = [(Cwe, "CWE-668")],
        [FindingRuleId.AdministratorAccess] =
        [
            (SecurityHub, "IAM.1"),
            (Config, "iam-policy-no-statements-with-admin-access"),
            (Prowler, "iam_inline_policy_no_administrative_privileges"),
            (Prowler, "iam_customer_attached_policy_no_administrative_privileges"),
            (Prowler, "iam_aws_attached_policy_no_administrative_privileges"),
            (Checkov, "CKV_AWS_62"),
            (Checkov, "CKV_AWS_63"),
            (CfnNag, "F3"),
            (CfnNag, "W43"),
            (CdkNag, "AwsSolutions-IAM4"),
            (CdkNag, "AwsSolutions-IAM5"),
            (Cwe, "CWE-250"),
        ],
        [FindingRuleId.GuestFullAccessPolicy] = [(CdkNag, "AwsSolutions-IAM4"), (Horizon3, "H3-2022-0076"), (Cwe, "CWE-250"), (Cwe, "CWE-306")],
        [FindingRuleId.FullAccessPolicy] = [(CdkNag, "AwsSolutions-IAM4"), (Cwe, "CWE-250")],
        [FindingRuleId.GuestWildcardAction] =
        [
            (SecurityHub, "IAM.21"),
            (Config, "iam-policy-no-statements-with-full-access"),
            (CdkNag, "AwsSolutions-IAM5"),
            (Horizon3, "H3-2022-0076"),
            (Cwe, "CWE-250"),
            (Cwe, "CWE-306"),
        ],
        [FindingRuleId.GuestReadsUsers] = [(Cwe, "CWE-306"), (Cwe, "CWE-359")],
        [FindingRuleId.GuestSpending] = [(Cwe, "CWE-306"), (Cwe, "CWE-770")],
        [FindingRuleId.WildcardAction] =
        [
            (SecurityHub, "IAM.21"),
            (Config, "iam-policy-no-statements-with-full-access"),
            (CdkNag, "AwsSolutions-IAM5"),
            (Cwe, "CWE-250"),
        ],
        [FindingRuleId.NotActionAllowed] = [(CfnNag, "W15"), (Cwe, "CWE-250")],
        [FindingRuleId.NotResourceAllowed] = [(CfnNag, "W21"), (Cwe, "CWE-732")],
        [FindingRuleId.WildcardResource] =
        [
            (Checkov, "CKV_AWS_111"),
            (CfnNag, "W11"),
            (CdkNag, "AwsSolutions-IAM5"),
            (Horizon3, "H3-2022-0076"),
            (Cwe, "CWE-732"),
        ],
        [FindingRuleId.CognitoAdministration] = [(Cwe, "CWE-269")],
        [FindingRuleId.PrivilegeEscalation] =
        [
            (Prowler, "iam_inline_policy_allows_privilege_escalation"),
            (Prowler, "iam_policy_allows_privilege_escalation"),
            (Checkov, "CKV_AWS_110"),
            (Cwe, "CWE-269"),
        ],
        [FindingRuleId.PassRole] =
        [
            (Prowler, "iam_inline_policy_allows_privilege_escalation"),
            (Prowler, "iam_policy_allows_privilege_escalation"),
            (Checkov, "CKV_AWS_110"),
            (CfnNag, "F38"),
            (Cwe, "CWE-269"),
        ],
        [FindingRuleId.UserDirectoryAccess] = [(Cwe, "CWE-359")],
        [FindingRuleId.IoTPolicyChange] = [(Cwe, "CWE-269")],
        [FindingRuleId.RoleChaining] = [(Cwe, "CWE-269")],
        [FindingRuleId.SecretAccess] = [(Checkov, "CKV_AWS_108"), (Cwe, "CWE-522")],
        [FindingRuleId.SharedWriteAccess] = [(Cwe, "CWE-639"), (Cwe, "CWE-732")],
        [FindingRuleId.SharedReadAccess] = [(Cwe, "CWE-639"), (Cwe, "CWE-732")],
        [FindingRuleId.WildcardIdentityPath] = [(Cwe, "CWE-639"), (Cwe, "CWE-732")],
        [FindingRuleId.AnyClientId] = [(Cwe, "CWE-639")],
        [FindingRuleId.ConsoleDefaultPolicy] = [(Cwe, "CWE-250")],
    };

    /// <summary>Every control of a rule, by framework.</summary>
    public static ValueList<FindingControl> Of(string ruleId) =>
        ByRule.TryGetValue(ruleId, out var controls) ? [.. controls.Select(control => Create(control.Framework, control.Id))] : [];

    /// <summary>Every control that a rule answers, once, in the order of the frameworks.</summary>
    public static IReadOnlyList<FindingControl> All { get; } =
    [
        .. ByRule
            .Values.SelectMany(controls => controls)
            .Distinct()
            .Select(control => Create(control.Framework, control.Id))
            .OrderBy(control => Frameworks.Keys.ToList().IndexOf(control.Framework))
            .ThenBy(control => control.Id.Length)
            .ThenBy(control => control.Id, StringComparer.Ordinal),
    ];

    private static FindingControl Create(string framework, string id) => new(framework, id, Page(framework, id));

    private static Uri Page(string framework, string id) =>
        framework switch
        {
            SecurityHub => new(
                $"https://docs.aws.amazon.com/securityhub/latest/userguide/{id.Split('.')[0].ToLowerInvariant()}-controls.html#{id.Replace('.', '-').ToLowerInvariant()}"
            ),
            Config => new($"https://docs.aws.amazon.com/config/latest/developerguide/{id}.html"),
            Prowler => new($"https://hub.prowler.com/check/{id}"),
            Datadog => new($"https://docs.datadoghq.com/security/default_rules/{id}/"),
            Horizon3 => new($"https://docs.horizon3.ai/knowledge_base/weaknesses/{id}"),
            Cve => new($"https://www.cve.org/CVERecord?id={id}"),
            Cwe => new($"https://cwe.mitre.org/data/definitions/{id[(id.IndexOf('-', StringComparison.Ordinal) + 1)..]}.html"),
            _ => Frameworks[framework],
        };
}
