using IdentityPools.Findings;
using IdentityPools.Model;
using static IdentityPools.UnitTests.Findings.Examined;
using static IdentityPools.UnitTests.Findings.FindingCase;

namespace IdentityPools.UnitTests.Findings;

/// <summary>What the trust policy of a role shows.</summary>
internal static class TrustCases
{
    private const string Aud = Principal + ":aud";
    private const string Amr = Principal + ":amr";
    private const string OfPool = $$"""{ "{{Aud}}": { "Ref": "Pool" } }""";
    private const string OfUsers = $$"""{ "{{Amr}}": "authenticated" }""";
    private const string OfGuests = $$"""{ "{{Amr}}": "unauthenticated" }""";
    private const string Everyone = "\"*\"";
    private const string EveryAccount = """{ "AWS": "*" }""";
    private const string EveryIssuer = """{ "Federated": "*" }""";

    public static IReadOnlyList<FindingCase> All { get; } =
    [
        Finds(FindingRuleId.TrustAdmitsOtherPools, "no condition", () => Users(TrustOn(null))),
        Finds(FindingRuleId.TrustAdmitsOtherPools, "amr alone, as in CVE-2024-28056", () => User($$"""{ "ForAnyValue:StringLike": {{OfUsers}} }""")),
        Finds(FindingRuleId.TrustAdmitsOtherPools, "aud like any of a region", () => User($$"""{ "StringLike": { "{{Aud}}": "us-east-1:*" } }""")),
        Finds(FindingRuleId.TrustAdmitsOtherPools, "aud like any of another region", () => User($$"""{ "StringLike": { "{{Aud}}": ["eu-west-1:*"] } }""")),
        Finds(FindingRuleId.TrustAdmitsOtherPools, "aud like some", () => User($$"""{ "StringLike": { "{{Aud}}": "us-east-1:1*" } }""")),
        Finds(
            FindingRuleId.TrustAdmitsOtherPools,
            "aud unlike one",
            () => User($$"""{ "StringNotEquals": { "{{Aud}}": "us-east-1:5f2f1a3c-0000-4000-8000-000000000001" } }""")
        ),
        Finds(FindingRuleId.TrustAdmitsOtherPools, "aud not null", () => User($$"""{ "Null": { "{{Aud}}": "false" } }""")),
        Finds(FindingRuleId.TrustAdmitsOtherPools, "every issuer", () => Users(TrustOn(null, EveryIssuer))),
        Finds(FindingRuleId.TrustAdmitsOtherPools, "everyone by web identity", () => Users(TrustOn(null, Everyone))),
        Finds(
            FindingRuleId.TrustAdmitsOtherPools,
            "the second of two statements",
            () => Users(Trust($$"""{ "Statement": [{{Clause($", \"Condition\": {{ \"StringEquals\": {OfPool} }}")}}, {{Clause("")}}] }"""))
        ),
        Finds(FindingRuleId.TrustAdmitsOtherPools, "GovCloud", () => Users(TrustOn(null, """{ "Federated": "cognito-identity-us-gov.amazonaws.com" }"""))),
        Spares(FindingRuleId.TrustAdmitsOtherPools, "this pool", () => Users(Trusted())),
        Spares(FindingRuleId.TrustAdmitsOtherPools, "this pool in a list of one", () => Users(Trusted("""[{ "Ref": "Pool" }]"""))),
        Spares(FindingRuleId.TrustAdmitsOtherPools, "a parameter", () => Users(Trusted("""{ "Ref": "PoolId" }"""))),
        Spares(FindingRuleId.TrustAdmitsOtherPools, "like an import", () => User($$"""{ "StringLike": { "{{Aud}}": { "Fn::ImportValue": "pool" } } }""")),
        Finds(
            FindingRuleId.TrustAdmitsOtherPools,
            "a condition that is chosen by CloudFormation and may be none",
            () => User($$"""{ "Fn::If": ["IsLive", {}, { "StringEquals": { "{{Aud}}": {{OfPool}} } }] }""")
        ),
        Spares(
            FindingRuleId.TrustAdmitsOtherPools,
            "conditions on the pool, of which CloudFormation chooses one",
            () => User($$"""{ "Fn::If": ["IsLive", { "StringLike": { "{{Aud}}": {{OfPool}} } }, { "StringEquals": { "{{Aud}}": {{OfPool}} } }] }""")
        ),
        Spares(FindingRuleId.TrustAdmitsOtherPools, "an operator that nobody knows", () => User($$"""{ "StringResembles": {{OfPool}} }""")),
        Spares(FindingRuleId.TrustAdmitsOtherPools, "a wildcard where there are none", () => User($$"""{ "StringEquals": { "{{Aud}}": "us-east-1:*" } }""")),
        Spares(
            FindingRuleId.TrustAdmitsOtherPools,
            "zeros in the place of an id to come",
            () => User($$"""{ "StringEquals": { "{{Aud}}": "us-east-1:00000000-0000-0000-0000-000000000000" } }""")
        ),
        Spares(FindingRuleId.TrustAdmitsOtherPools, "a service", () => Users(TrustOn(null, """{ "Service": "ec2.amazonaws.com" }""", "sts:AssumeRole"))),
        Spares(
            FindingRuleId.TrustAdmitsOtherPools,
            "refused again",
            () =>
                Users(
                    Trust(
                        $$"""{ "Statement": [{{Clause("")}}, { "Effect": "Deny", "Principal": "*", "Action": "sts:*", "Condition": { "StringNotEquals": {{OfPool}} } }] }"""
                    )
                )
        ),
        Finds(FindingRuleId.TrustAdmitsGuests, "amr missing", () => User($$"""{ "StringEquals": {{OfPool}} }""")),
        Finds(FindingRuleId.TrustAdmitsGuests, "amr swapped", () => Users(Trusted(amr: "unauthenticated"))),
        Finds(FindingRuleId.TrustAdmitsGuests, "amr a pattern of both", () => Users(Trusted(amr: "*authenticated"))),
        Finds(
            FindingRuleId.TrustAdmitsGuests,
            "amr not something else",
            () => User($$"""{ "StringEquals": {{OfPool}}, "StringNotEquals": { "{{Amr}}": "authenticated" } }""")
        ),
        Finds(
            FindingRuleId.TrustAdmitsGuests,
            "amr missing for another pool",
            () => User($$"""{ "StringEquals": { "{{Aud}}": "us-east-1:5f2f1a3c-0000-4000-8000-000000000001" } }""")
        ),
        Spares(FindingRuleId.TrustAdmitsGuests, "amr authenticated", () => Users(Trusted())),
        Spares(
            FindingRuleId.TrustAdmitsGuests,
            "amr a parameter",
            () => User($$"""{ "StringEquals": {{OfPool}}, "ForAnyValue:StringLike": { "{{Amr}}": { "Ref": "State" } } }""")
        ),
        Spares(FindingRuleId.TrustAdmitsGuests, "a managed role", () => Plain),
        Finds(FindingRuleId.TrustAdmitsUsers, "amr missing", () => Guest($$"""{ "StringEquals": {{OfPool}} }""")),
        Finds(FindingRuleId.TrustAdmitsUsers, "amr swapped", () => Guest($$"""{ "StringEquals": {{OfPool}}, "ForAnyValue:StringLike": {{OfUsers}} }""")),
        Spares(
            FindingRuleId.TrustAdmitsUsers,
            "amr unauthenticated",
            () => Guest($$"""{ "StringEquals": {{OfPool}}, "ForAnyValue:StringLike": {{OfGuests}} }""")
        ),
        Finds(FindingRuleId.TrustRefusesPool, "a server", () => Users(TrustOn(null, """{ "Service": "ec2.amazonaws.com" }""", "sts:AssumeRole"))),
        Finds(FindingRuleId.TrustRefusesPool, "the principal misspelt", () => Users(TrustOn(null, """{ "Federated": "cognito-identity.amazon.com" }"""))),
        Finds(FindingRuleId.TrustRefusesPool, "the principal of another kind", () => Users(TrustOn(null, $$"""{ "Service": "{{Principal}}" }"""))),
        Finds(FindingRuleId.TrustRefusesPool, "sts:AssumeRole", () => Users(TrustOn(null, action: "sts:AssumeRole"))),
        Finds(
            FindingRuleId.TrustRefusesPool,
            "another pool",
            () => User($$"""{ "StringEquals": { "{{Aud}}": "us-east-1:5f2f1a3c-0000-4000-8000-000000000001" } }""")
        ),
        Finds(FindingRuleId.TrustRefusesPool, "amr swapped", () => Users(Trusted(amr: "unauthenticated"))),
        Finds(FindingRuleId.TrustRefusesPool, "a key of another issuer", () => User("""{ "StringEquals": { "accounts.google.com:aud": "x" } }""")),
        Spares(FindingRuleId.TrustRefusesPool, "this pool", () => Users(Trusted())),
        Spares(FindingRuleId.TrustRefusesPool, "a parameter", () => Users(Trusted("""{ "Ref": "PoolId" }"""))),
        Spares(
            FindingRuleId.TrustRefusesPool,
            "a list with this pool",
            () => Users(Trusted("""["us-east-1:5f2f1a3c-0000-4000-8000-000000000001", { "Ref": "Pool" }]"""))
        ),
        Spares(
            FindingRuleId.TrustRefusesPool,
            "a statement that is chosen by CloudFormation",
            () => Users(Trust("""{ "Statement": [{ "Fn::If": ["IsLive", {}, {}] }] }"""))
        ),
        Spares(FindingRuleId.TrustRefusesPool, "a condition that is chosen by CloudFormation", () => User("""{ "Fn::If": ["IsLive", {}, {}] }""")),
        Spares(
            FindingRuleId.TrustRefusesPool,
            "any pool of a region, and the pool's region is not known",
            () => User($$"""{ "StringLike": { "{{Aud}}": "eu-west-1:*" } }""")
        ),
        Finds(
            FindingRuleId.TrustRefusesPool,
            "any pool of another region",
            () =>
                User($$"""{ "StringLike": { "{{Aud}}": "eu-west-1:*" } }""")
                    .Existing("us-west-2:5f2f1a3c-0000-4000-8000-000000000001", "arn:aws:x", ValueMap<string>.Empty)
        ),
        Spares(
            FindingRuleId.TrustRefusesPool,
            "from some addresses",
            () => User($$"""{ "StringEquals": {{OfPool}}, "IpAddress": { "aws:SourceIp": "10.0.0.0/8" } }""")
        ),
        Spares(
            FindingRuleId.TrustRefusesPool,
            "signed in with one provider",
            () => User($$"""{ "StringEquals": {{OfPool}}, "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "graph.facebook.com" } }""")
        ),
        Spares(FindingRuleId.TrustRefusesPool, "nothing seen", () => Users(new())),
        Finds(FindingRuleId.TrustConditionWeak, "if it exists", () => User($$"""{ "StringEqualsIfExists": {{OfPool}} }""")),
        Finds(FindingRuleId.TrustConditionWeak, "all values", () => User($$"""{ "StringEquals": {{OfPool}}, "ForAllValues:StringEquals": {{OfUsers}} }""")),
        Finds(FindingRuleId.TrustConditionWeak, "negation", () => User($$"""{ "StringNotLike": { "{{Aud}}": "eu-*" } }""")),
        Finds(
            FindingRuleId.TrustConditionWeak,
            "where all actions but some are allowed",
            () =>
                Users(
                    Trust(
                        $$"""{ "Statement": { "Effect": "Allow", "Principal": { "Federated": "{{Principal}}" }, "NotAction": "s3:*", "Condition": { "StringEqualsIfExists": {{OfPool}} } } }"""
                    )
                )
        ),
        Spares(FindingRuleId.TrustConditionWeak, "any value", () => Users(Trusted())),
        Spares(
            FindingRuleId.TrustConditionWeak,
            "all values of a key that has to exist",
            () => User($$"""{ "StringEquals": {{OfPool}}, "ForAllValues:StringEquals": {{OfUsers}}, "Null": { "{{Amr}}": "false" } }""")
        ),
        Spares(
            FindingRuleId.TrustConditionWeak,
            "if it exists, of another key",
            () => User($$"""{ "StringEquals": {{OfPool}}, "BoolIfExists": { "aws:SecureTransport": "true" } }""")
        ),
        Finds(FindingRuleId.TrustAdmitsAnyone, "everyone", () => Users(TrustOn(null, Everyone, "sts:AssumeRole"))),
        Finds(
            FindingRuleId.TrustAdmitsAnyone,
            "everyone, encrypted",
            () => Users(TrustOn("""{ "Bool": { "aws:SecureTransport": "true" } }""", Everyone, "sts:AssumeRole"))
        ),
        Finds(FindingRuleId.TrustAdmitsAnyone, "every account", () => Users(TrustOn(null, EveryAccount, "sts:AssumeRole"))),
        Finds(FindingRuleId.TrustAdmitsAnyone, "every account, in a list", () => Users(TrustOn(null, """{ "AWS": ["*"] }""", "sts:AssumeRole"))),
        Finds(
            FindingRuleId.TrustAdmitsAnyone,
            "every issuer, whatever its audience",
            () => Users(TrustOn($$"""{ "StringLike": { "{{Aud}}": "*" } }""", EveryIssuer))
        ),
        Finds(
            FindingRuleId.TrustAdmitsAnyone,
            "everyone but one",
            () =>
                Users(
                    Trust("""{ "Statement": { "Effect": "Allow", "NotPrincipal": { "AWS": "arn:aws:iam::123456789012:root" }, "Action": "sts:AssumeRole" } }""")
                )
        ),
        Spares(
            FindingRuleId.TrustAdmitsAnyone,
            "every account of an organization",
            () => Users(TrustOn("""{ "StringEquals": { "aws:PrincipalOrgID": "o-1" } }""", EveryAccount, "sts:AssumeRole"))
        ),
        Spares(
            FindingRuleId.TrustAdmitsAnyone,
            "everyone refused",
            () => Users(Trust("""{ "Statement": { "Effect": "Deny", "Principal": "*", "Action": "sts:*" } }"""))
        ),
        Spares(FindingRuleId.TrustAdmitsAnyone, "this pool", () => Users(Trusted())),
        Finds(FindingRuleId.RoleSharedByPools, "two", () => Users(Trusted("""[{ "Ref": "Pool" }, { "Ref": "OtherPool" }]"""))),
        Spares(FindingRuleId.RoleSharedByPools, "one", () => Users(Trusted())),
        Spares(
            FindingRuleId.RoleSharedByPools,
            "one, and the key has to exist",
            () => User($$"""{ "StringEquals": {{OfPool}}, "Null": { "{{Aud}}": "false" } }""")
        ),
        Spares(FindingRuleId.RoleSharedByPools, "one, twice", () => Users(Trusted("""[{ "Ref": "Pool" }, { "Fn::Sub": "${Pool}" }]"""))),
    ];

    private static IdentityPool User(string condition) => Users(TrustOn(condition));

    private static IdentityPool Guest(string condition) => Guests(TrustOn(condition));

    private static string Clause(string rest) =>
        $$"""{ "Effect": "Allow", "Principal": { "Federated": "{{Principal}}" }, "Action": "sts:AssumeRoleWithWebIdentity"{{rest}} }""";
}
