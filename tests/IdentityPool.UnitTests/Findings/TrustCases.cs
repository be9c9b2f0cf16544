using IdentityPools.Findings;
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
        Finds(nameof(TrustAdmitsOtherPools), "no condition", () => Users(TrustOn(null))),
        Finds(nameof(TrustAdmitsOtherPools), "amr alone, as in CVE-2024-28056", () => User($$"""{ "ForAnyValue:StringLike": {{OfUsers}} }""")),
        Finds(nameof(TrustAdmitsOtherPools), "aud like any of a region", () => User($$"""{ "StringLike": { "{{Aud}}": "us-east-1:*" } }""")),
        Finds(nameof(TrustAdmitsOtherPools), "aud like any of another region", () => User($$"""{ "StringLike": { "{{Aud}}": ["eu-west-1:*"] } }""")),
        Finds(nameof(TrustAdmitsOtherPools), "aud like some", () => User($$"""{ "StringLike": { "{{Aud}}": "us-east-1:1*" } }""")),
        Finds(
            nameof(TrustAdmitsOtherPools),
            "aud unlike one",
            () => User($$"""{ "StringNotEquals": { "{{Aud}}": "us-east-1:5f2f1a3c-0000-4000-8000-000000000001" } }""")
        ),
        Finds(nameof(TrustAdmitsOtherPools), "aud not null", () => User($$"""{ "Null": { "{{Aud}}": "false" } }""")),
        Finds(nameof(TrustAdmitsOtherPools), "every issuer", () => Users(TrustOn(null, EveryIssuer))),
        Finds(nameof(TrustAdmitsOtherPools), "everyone by web identity", () => Users(TrustOn(null, Everyone))),
        Finds(
            nameof(TrustAdmitsOtherPools),
            "the second of two statements",
            () => Users(Trust($$"""{ "Statement": [{{Clause($", \"Condition\": {{ \"StringEquals\": {OfPool} }}")}}, {{Clause("")}}] }"""))
        ),
        Finds(nameof(TrustAdmitsOtherPools), "GovCloud", () => Users(TrustOn(null, """{ "Federated": "cognito-identity-us-gov.amazonaws.com" }"""))),
        Spares(nameof(TrustAdmitsOtherPools), "this pool", () => Users(Trusted())),
        Spares(nameof(TrustAdmitsOtherPools), "this pool in a list of one", () => Users(Trusted("""[{ "Ref": "Pool" }]"""))),
        Spares(nameof(TrustAdmitsOtherPools), "a parameter", () => Users(Trusted("""{ "Ref": "PoolId" }"""))),
        Spares(nameof(TrustAdmitsOtherPools), "like an import", () => User($$"""{ "StringLike": { "{{Aud}}": { "Fn::ImportValue": "pool" } } }""")),
        Spares(nameof(TrustAdmitsOtherPools), "a condition that is chosen by CloudFormation", () => User("""{ "Fn::If": ["IsLive", {}, {}] }""")),
        Spares(nameof(TrustAdmitsOtherPools), "an operator that nobody knows", () => User($$"""{ "StringResembles": {{OfPool}} }""")),
        Spares(nameof(TrustAdmitsOtherPools), "a wildcard where there are none", () => User($$"""{ "StringEquals": { "{{Aud}}": "us-east-1:*" } }""")),
        Spares(
            nameof(TrustAdmitsOtherPools),
            "zeros in the place of an id to come",
            () => User($$"""{ "StringEquals": { "{{Aud}}": "us-east-1:00000000-0000-0000-0000-000000000000" } }""")
        ),
        Spares(nameof(TrustAdmitsOtherPools), "a service", () => Users(TrustOn(null, """{ "Service": "ec2.amazonaws.com" }""", "sts:AssumeRole"))),
        Spares(
            nameof(TrustAdmitsOtherPools),
            "refused again",
            () =>
                Users(
                    Trust(
                        $$"""{ "Statement": [{{Clause("")}}, { "Effect": "Deny", "Principal": "*", "Action": "sts:*", "Condition": { "StringNotEquals": {{OfPool}} } }] }"""
                    )
                )
        ),
        Finds(nameof(TrustAdmitsGuests), "amr missing", () => User($$"""{ "StringEquals": {{OfPool}} }""")),
        Finds(nameof(TrustAdmitsGuests), "amr swapped", () => Users(Trusted(amr: "unauthenticated"))),
        Finds(nameof(TrustAdmitsGuests), "amr a pattern of both", () => Users(Trusted(amr: "*authenticated"))),
        Finds(
            nameof(TrustAdmitsGuests),
            "amr not something else",
            () => User($$"""{ "StringEquals": {{OfPool}}, "StringNotEquals": { "{{Amr}}": "authenticated" } }""")
        ),
        Finds(
            nameof(TrustAdmitsGuests),
            "amr missing for another pool",
            () => User($$"""{ "StringEquals": { "{{Aud}}": "us-east-1:5f2f1a3c-0000-4000-8000-000000000001" } }""")
        ),
        Spares(nameof(TrustAdmitsGuests), "amr authenticated", () => Users(Trusted())),
        Spares(
            nameof(TrustAdmitsGuests),
            "amr a parameter",
            () => User($$"""{ "StringEquals": {{OfPool}}, "ForAnyValue:StringLike": { "{{Amr}}": { "Ref": "State" } } }""")
        ),
        Spares(nameof(TrustAdmitsGuests), "a managed role", () => Plain),
        Finds(nameof(TrustAdmitsUsers), "amr missing", () => Guest($$"""{ "StringEquals": {{OfPool}} }""")),
        Finds(nameof(TrustAdmitsUsers), "amr swapped", () => Guest($$"""{ "StringEquals": {{OfPool}}, "ForAnyValue:StringLike": {{OfUsers}} }""")),
        Spares(nameof(TrustAdmitsUsers), "amr unauthenticated", () => Guest($$"""{ "StringEquals": {{OfPool}}, "ForAnyValue:StringLike": {{OfGuests}} }""")),
        Finds(nameof(TrustRefusesPool), "a server", () => Users(TrustOn(null, """{ "Service": "ec2.amazonaws.com" }""", "sts:AssumeRole"))),
        Finds(nameof(TrustRefusesPool), "the principal misspelt", () => Users(TrustOn(null, """{ "Federated": "cognito-identity.amazon.com" }"""))),
        Finds(nameof(TrustRefusesPool), "the principal of another kind", () => Users(TrustOn(null, $$"""{ "Service": "{{Principal}}" }"""))),
        Finds(nameof(TrustRefusesPool), "sts:AssumeRole", () => Users(TrustOn(null, action: "sts:AssumeRole"))),
        Finds(
            nameof(TrustRefusesPool),
            "another pool",
            () => User($$"""{ "StringEquals": { "{{Aud}}": "us-east-1:5f2f1a3c-0000-4000-8000-000000000001" } }""")
        ),
        Finds(nameof(TrustRefusesPool), "amr swapped", () => Users(Trusted(amr: "unauthenticated"))),
        Finds(nameof(TrustRefusesPool), "a key of another issuer", () => User("""{ "StringEquals": { "accounts.google.com:aud": "x" } }""")),
        Spares(nameof(TrustRefusesPool), "this pool", () => Users(Trusted())),
        Spares(nameof(TrustRefusesPool), "a parameter", () => Users(Trusted("""{ "Ref": "PoolId" }"""))),
        Spares(
            nameof(TrustRefusesPool),
            "a list with this pool",
            () => Users(Trusted("""["us-east-1:5f2f1a3c-0000-4000-8000-000000000001", { "Ref": "Pool" }]"""))
        ),
        Spares(
            nameof(TrustRefusesPool),
            "a statement that is chosen by CloudFormation",
            () => Users(Trust("""{ "Statement": [{ "Fn::If": ["IsLive", {}, {}] }] }"""))
        ),
        Spares(nameof(TrustRefusesPool), "a condition that is chosen by CloudFormation", () => User("""{ "Fn::If": ["IsLive", {}, {}] }""")),
        Spares(
            nameof(TrustRefusesPool),
            "any pool of a region, and the pool's region is not known",
            () => User($$"""{ "StringLike": { "{{Aud}}": "eu-west-1:*" } }""")
        ),
        Finds(
            nameof(TrustRefusesPool),
            "any pool of another region",
            () =>
                User($$"""{ "StringLike": { "{{Aud}}": "eu-west-1:*" } }""")
                    .Existing("us-west-2:5f2f1a3c-0000-4000-8000-000000000001", "arn:aws:x", ValueMap<string>.Empty)
        ),
        Spares(
            nameof(TrustRefusesPool),
            "from some addresses",
            () => User($$"""{ "StringEquals": {{OfPool}}, "IpAddress": { "aws:SourceIp": "10.0.0.0/8" } }""")
        ),
        Spares(
            nameof(TrustRefusesPool),
            "signed in with one provider",
            () => User($$"""{ "StringEquals": {{OfPool}}, "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "graph.facebook.com" } }""")
        ),
        Spares(nameof(TrustRefusesPool), "nothing seen", () => Users(new())),
        Finds(nameof(TrustConditionWeak), "if it exists", () => User($$"""{ "StringEqualsIfExists": {{OfPool}} }""")),
        Finds(nameof(TrustConditionWeak), "all values", () => User($$"""{ "StringEquals": {{OfPool}}, "ForAllValues:StringEquals": {{OfUsers}} }""")),
        Finds(nameof(TrustConditionWeak), "negation", () => User($$"""{ "StringNotLike": { "{{Aud}}": "eu-*" } }""")),
        Spares(nameof(TrustConditionWeak), "any value", () => Users(Trusted())),
        Spares(
            nameof(TrustConditionWeak),
            "all values of a key that has to exist",
            () => User($$"""{ "StringEquals": {{OfPool}}, "ForAllValues:StringEquals": {{OfUsers}}, "Null": { "{{Amr}}": "false" } }""")
        ),
        Spares(
            nameof(TrustConditionWeak),
            "if it exists, of another key",
            () => User($$"""{ "StringEquals": {{OfPool}}, "BoolIfExists": { "aws:SecureTransport": "true" } }""")
        ),
        Finds(nameof(TrustAdmitsAnyone), "everyone", () => Users(TrustOn(null, Everyone, "sts:AssumeRole"))),
        Finds(
            nameof(TrustAdmitsAnyone),
            "everyone, encrypted",
            () => Users(TrustOn("""{ "Bool": { "aws:SecureTransport": "true" } }""", Everyone, "sts:AssumeRole"))
        ),
        Finds(nameof(TrustAdmitsAnyone), "every account", () => Users(TrustOn(null, EveryAccount, "sts:AssumeRole"))),
        Finds(nameof(TrustAdmitsAnyone), "every account, in a list", () => Users(TrustOn(null, """{ "AWS": ["*"] }""", "sts:AssumeRole"))),
        Finds(
            nameof(TrustAdmitsAnyone),
            "every issuer, whatever its audience",
            () => Users(TrustOn($$"""{ "StringLike": { "{{Aud}}": "*" } }""", EveryIssuer))
        ),
        Finds(
            nameof(TrustAdmitsAnyone),
            "everyone but one",
            () =>
                Users(
                    Trust("""{ "Statement": { "Effect": "Allow", "NotPrincipal": { "AWS": "arn:aws:iam::123456789012:root" }, "Action": "sts:AssumeRole" } }""")
                )
        ),
        Spares(
            nameof(TrustAdmitsAnyone),
            "every account of an organization",
            () => Users(TrustOn("""{ "StringEquals": { "aws:PrincipalOrgID": "o-1" } }""", EveryAccount, "sts:AssumeRole"))
        ),
        Spares(
            nameof(TrustAdmitsAnyone),
            "everyone refused",
            () => Users(Trust("""{ "Statement": { "Effect": "Deny", "Principal": "*", "Action": "sts:*" } }"""))
        ),
        Spares(nameof(TrustAdmitsAnyone), "this pool", () => Users(Trusted())),
        Finds(nameof(RoleSharedByPools), "two", () => Users(Trusted("""[{ "Ref": "Pool" }, { "Ref": "OtherPool" }]"""))),
        Spares(nameof(RoleSharedByPools), "one", () => Users(Trusted())),
        Spares(nameof(RoleSharedByPools), "one, and the key has to exist", () => User($$"""{ "StringEquals": {{OfPool}}, "Null": { "{{Aud}}": "false" } }""")),
        Spares(nameof(RoleSharedByPools), "one, twice", () => Users(Trusted("""[{ "Ref": "Pool" }, { "Fn::Sub": "${Pool}" }]"""))),
    ];

    private static IdentityPool User(string condition) => Users(TrustOn(condition));

    private static IdentityPool Guest(string condition) => Guests(TrustOn(condition));

    private static string Clause(string rest) =>
        $$"""{ "Effect": "Allow", "Principal": { "Federated": "{{Principal}}" }, "Action": "sts:AssumeRoleWithWebIdentity"{{rest}} }""";
}
