using IdentityPools.Model;
using IdentityPools.Policies;
using IdentityPools.UnitTests.Findings;

namespace IdentityPools.UnitTests.Policies;

/// <summary>Trust policies in a few words, and the pools that they are about.</summary>
internal static class TrustedBy
{
    public const string Identities = """{ "Federated": "cognito-identity.amazonaws.com" }""";
    public const string IdentitiesAndGoogle = """{ "Federated": ["accounts.google.com", "cognito-identity.amazonaws.com"] }""";
    public const string Google = """{ "Federated": "accounts.google.com" }""";
    public const string Account = """{ "AWS": "arn:aws:iam::123456789012:root" }""";
    public const string Everyone = "\"*\"";

    public const string Assume = "\"sts:AssumeRoleWithWebIdentity\"";
    public const string AssumeAndTag = """["sts:TagSession", "sts:AssumeRoleWithWebIdentity"]""";
    public const string AssumeInOtherLetters = "\"STS:assumerolewithwebidentity\"";

    public const string Aud = Examined.Principal + ":aud";
    public const string Amr = Examined.Principal + ":amr";
    public const string OtherId = "eu-west-1:11111111-0000-4000-8000-000000000001";
    public const string OwnId = "eu-west-1:5f2f1a3c-0000-4000-8000-000000000001";
    public const string OfPool = $$""" "StringEquals": { "{{Aud}}": { "Ref": "Pool" } } """;
    public const string OfOther = $$""" "StringEquals": { "{{Aud}}": "{{OtherId}}" } """;
    public const string OfUsers = $$""" "ForAnyValue:StringLike": { "{{Amr}}": "authenticated" } """;
    public const string OfGuests = $$""" "ForAnyValue:StringLike": { "{{Amr}}": "unauthenticated" } """;

    /// <summary>A pool in a template: neither its id nor its region is known.</summary>
    public static IdentityPool InTemplate => Examined.Plain;

    /// <summary>A pool in an account.</summary>
    public static IdentityPool InIreland { get; } = Examined.Plain.Existing(OwnId, "arn:aws:x", ValueMap<string>.Empty);

    public static string Statement(string principal, string action = Assume, string? condition = null, string effect = "Allow") =>
        $$"""{ "Effect": "{{effect}}", "Principal": {{principal}}, "Action": {{action}}{{(condition is null ? "" : $", \"Condition\": {{ {condition} }}")}} }""";

    public static ParsedPolicy Policy(IdentityPool pool, params string[] statements) =>
        new DocumentReader(new DocumentText(pool)).Read(Examined.Node($$"""{ "Statement": [{{string.Join(",", statements)}}] }"""))!;

    public static TrustAnalysis Analysis(IdentityPool pool, params string[] statements) => new(pool, Policy(pool, statements));

    public static TrustAnalysis Analysis(params string[] statements) => Analysis(InTemplate, statements);
}
