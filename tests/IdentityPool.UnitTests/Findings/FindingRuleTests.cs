using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using IdentityPools.Findings;
using IdentityPools.Model;
using IdentityPools.Validation;
using Xunit;

namespace IdentityPools.UnitTests.Findings;

/// <summary>Every rule finds what it is for and spares its neighbour, and says so in whole sentences.</summary>
public sealed partial class FindingRuleTests
{
    private static readonly IReadOnlyList<FindingCase> Cases =
    [
        .. PoolCases.All,
        .. MappingCases.All,
        .. TrustCases.All,
        .. PermissionCases.All,
        .. LiveCases.All,
    ];

    public static TheoryData<string, bool, string> CaseNames
    {
        get
        {
            var names = new TheoryData<string, bool, string>();
            foreach (var known in Cases)
            {
                names.Add(known.RuleId, known.IsFound, known.Name);
            }

            return names;
        }
    }

    public static TheoryData<string> RuleIds => [.. FindingRuleId.All];

    [Theory]
    [MemberData(nameof(CaseNames))]
    public void A_rule_finds(string ruleId, bool isFound, string name)
    {
        var known = Cases.Single(item => (item.RuleId, item.IsFound, item.Name) == (ruleId, isFound, name));
        var findings = FindingSet.Evaluate(known.Pool(), known.Surroundings, [FindingRules.Find(ruleId)]);

        Assert.Equal(isFound, findings.Count > 0);
        Assert.All(findings, AssertSentences);
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void A_rule_has_a_case_that_it_finds_and_one_that_it_spares(string id)
    {
        Assert.Contains(Cases, known => known.RuleId == id && known.IsFound);
        Assert.Contains(Cases, known => known.RuleId == id && !known.IsFound);
    }

    /// <summary>Definitions, templates and scripts of users name these. One may come; none may go or be called otherwise.</summary>
    [Fact]
    public void The_published_ids_are_these() =>
        Assert.Equal(
            [
                "GuestAccess",
                "GuestWithoutRole",
                "GuestRoleUnused",
                "ClassicFlow",
                "RoleNotAttached",
                "ClassicFlowWithMappings",
                "NoAuthenticatedRole",
                "SameRoleForGuests",
                "ServerSideTokenCheckOff",
                "ProviderSecretReadable",
                "DeprecatedProvider",
                "SelfSignUp",
                "ProviderAdmitsAnyone",
                "SocialLoginAdmitsAnyone",
                "MappedProviderMissing",
                "UnreachableRule",
                "ContainsOnGroups",
                "NotEqualGate",
                "WritableClaim",
                "TokenMappingWithoutRoles",
                "UsersWithoutGroupDenied",
                "GroupRoleUnused",
                "FallbackStronger",
                "WritableTag",
                "TagSessionMissing",
                "TagSessionNeedless",
                "TrustAdmitsOtherPools",
                "TrustAdmitsGuests",
                "TrustAdmitsUsers",
                "TrustRefusesPool",
                "TrustConditionWeak",
                "TrustAdmitsAnyone",
                "RoleSharedByPools",
                "PolicyUnreadable",
                "NotExamined",
                "PartNotExamined",
                "PolicyVersionOld",
                "AdministratorAccess",
                "GuestFullAccessPolicy",
                "FullAccessPolicy",
                "GuestWildcardAction",
                "GuestReadsUsers",
                "GuestSpending",
                "WildcardAction",
                "NotActionAllowed",
                "NotResourceAllowed",
                "WildcardResource",
                "CognitoAdministration",
                "PrivilegeEscalation",
                "PassRole",
                "UserDirectoryAccess",
                "IoTPolicyChange",
                "RoleChaining",
                "SecretAccess",
                "SharedWriteAccess",
                "SharedReadAccess",
                "WildcardIdentityPath",
                "AnyClientId",
                "InertGuestPermission",
                "ConsoleDefaultPolicy",
                "SessionDurationPointless",
                "RoleGone",
                "UserPoolGone",
                "UserPoolElsewhere",
            ],
            FindingRules.All.Select(rule => rule.Id)
        );

    /// <summary>No rule stands in a table that nobody asks, and none without a published id.</summary>
    [Fact]
    public void Every_rule_is_asked_once() =>
        Assert.Equal(
            FindingRuleId.All.Order(StringComparer.Ordinal),
            typeof(FindingRule)
                .Assembly.GetTypes()
                .Where(type => type != typeof(FindingRules))
                .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public))
                .Where(field => field.FieldType == typeof(IReadOnlyList<FindingRule>))
                .SelectMany(field => (IReadOnlyList<FindingRule>)field.GetValue(null)!)
                .Select(rule => rule.Id)
                .Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void A_rule_says_what_it_is(string id)
    {
        var rule = FindingRules.Find(id);

        Assert.Matches(@"^\p{Lu}.*[^.!?]$", rule.Title);
        Assert.Matches(@"^\p{Lu}.*\.""?$", rule.Description);
        Assert.InRange(SentenceEnd().Count(Quoted().Replace(rule.Description, ".")), 1, 2);
        Assert.StartsWith("https://docs.aws.amazon.com/", rule.HelpUri.AbsoluteUri, StringComparison.Ordinal);
        Assert.Contains(Commands(), rule.Remedy.Contains);
        Assert.DoesNotMatch(@"\{\d", rule.Title + rule.Description);
    }

    [Fact]
    public void Every_sentence_of_a_rule_is_there_and_no_other() =>
        Assert.Equal(
            FindingRuleId
                .All.SelectMany(id => Parts.Select(part => $"{id}_{part}"))
                .Concat([
                    "ClassicFlow_Perhaps",
                    "GuestAccess_Perhaps",
                    "ProviderAdmitsAnyone_Perhaps",
                    "SocialLoginAdmitsAnyone_Perhaps",
                    "TrustRefusesPool_Group",
                ])
                .Order(StringComparer.Ordinal),
            Sentences
                .Keys.Where(key => key.Split('_') is [var id, var part] && (FindingRuleId.All.Contains(id) || Parts.Contains(part)))
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void A_rule_is_found_in_any_letters_and_another_one_is_refused()
    {
        Assert.Equal(FindingRuleId.GuestAccess, FindingRules.Find("guestaccess").Id);
        var fault = Assert.Throws<DefinitionException>(() => FindingRules.Find("Guests"));
        Assert.Equal("UnknownRule", fault.ErrorId);
        Assert.All(FindingRuleId.All, id => Assert.Contains(id, fault.Message, StringComparison.Ordinal));
    }

    private static string[] Parts { get; } = ["Title", "Description", "Message", "Remedy"];

    private static Dictionary<string, string> Sentences { get; } =
        Messages
            .ResourceManager.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!
            .Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    private static void AssertSentences(IdentityPoolFinding finding)
    {
        Assert.EndsWith(".", finding.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", finding.Remedy, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\{\d|Fn::|IdentityPools\.|System\.", finding.Message + finding.Remedy);
        Assert.NotEmpty(finding.Target);
    }

    private static IEnumerable<string> Commands() =>
        CommandName().Matches(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "IdentityPool.psd1"))).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"(?m)^        '(\w+-\w+)'")]
    private static partial Regex CommandName();

    [GeneratedRegex(@": ""[^""]*""")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"[.](?=\s+\p{Lu}|$)")]
    private static partial Regex SentenceEnd();
}
