using Xunit;

namespace IdentityPools.UnitTests.Sandbox;

/// <summary>Policy documents that IAM accepts.</summary>
internal static class IamPolicyTexts
{
    public const string PoolTrust = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Federated":"cognito-identity.amazonaws.com"},"Action":"sts:AssumeRoleWithWebIdentity",
        "Condition":{"StringEquals":{"cognito-identity.amazonaws.com:aud":"us-east-1:00000000-0000-0000-0000-000000000000"},
        "ForAnyValue:StringLike":{"cognito-identity.amazonaws.com:amr":"authenticated"}}}]}
        """;

    public const string Permissions = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::photos/*"}}""";

    /// <summary>A trust policy around one statement, in which single quotes stand for double ones.</summary>
    public static string Policy(string statement) => $$"""{"Version":"2012-10-17","Statement":[{{{statement.Replace('\'', '"')}}}]}""";

    /// <summary>A policy of that many characters.</summary>
    public static string PermissionsOfSize(int characters)
    {
        var empty = Text(string.Empty).Length;
        return Text(new string('x', characters - empty));

        static string Text(string filler) => Policy($"'Effect':'Allow','Action':'s3:GetObject','Resource':'arn:aws:s3:::b{filler}'");
    }
}
