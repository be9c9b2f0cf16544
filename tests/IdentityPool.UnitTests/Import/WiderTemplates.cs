using IdentityPools.Model;
using IdentityPools.Template;
using IdentityPools.Validation;
using Xunit;

namespace IdentityPools.UnitTests.Import;

/// <summary>A pool with one role for users, of which a part is changed.</summary>
internal static class WiderTemplates
{
    public const string Trust = """
        { "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": { "Federated": "cognito-identity.amazonaws.com" },
          "Action": "sts:AssumeRoleWithWebIdentity",
          "Condition": { "StringEquals": { "cognito-identity.amazonaws.com:aud": { "Ref": "Pool" } }, "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "authenticated" } } }] }
        """;

    public static string Policies(string statement) =>
        $$"""[{ "PolicyName": "p", "PolicyDocument": { "Version": "2012-10-17", "Statement": [{{statement}}] } }]""";

    public static ImportedTemplate Import(
        string policies = "[]",
        string trust = Trust,
        string role = "",
        string pool = "",
        string attachment = "",
        string more = ""
    ) =>
        JsonTemplates.Import(
            $$"""
            { "Resources": {
              "Pool": { "Type": "AWS::Cognito::IdentityPool", "Properties": { "DeveloperProviderName": "dev" {{pool}} } },
              "Attachment": { "Type": "AWS::Cognito::IdentityPoolRoleAttachment",
                "Properties": { "IdentityPoolId": { "Ref": "Pool" }, "Roles": { "authenticated": { "Fn::GetAtt": ["Users", "Arn"] } } {{attachment}} } },
              "Users": { "Type": "AWS::IAM::Role", "Properties": { "AssumeRolePolicyDocument": {{trust}}, "Policies": {{policies}} {{role}} } }
              {{more}}
            } }
            """
        );

    /// <summary>The pool is there to be looked at, its role without the part, which is told; it is not published, and a template of it has all as it stood.</summary>
    public static void AssertUntold(ImportedTemplate imported, params ReadOnlySpan<string> parts)
    {
        Assert.Empty(imported.Errors);
        var pool = Assert.Single(imported.Pools);
        var role = Assert.Single(pool.Roles, role => role.UnknownParts.Count > 0);

        Assert.Contains(Assert.Single(role.UnknownParts), imported.Warnings);
        foreach (var part in parts)
        {
            Assert.Contains(part, role.UnknownParts[0], StringComparison.Ordinal);
        }

        Assert.DoesNotContain(role.Statements, statement => statement.Effect == PolicyEffect.Allow);
        Assert.Contains(role.UnknownParts[0], Refused.With("RoleUntold", () => Completeness.Check(pool)).Message, StringComparison.Ordinal);
        AssertWrittenAsItWas(pool);
    }

    /// <summary>A template of the pool alone has each of the pool's resources as it stood, those that were not understood too.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="except">An attribute that may be left out, as it speaks of what is no part of the pool.</param>
    public static void AssertWrittenAsItWas(IdentityPool pool, string? except = null)
    {
        var written = JsonTemplates.Read(JsonTemplates.Write(pool)).At("Resources");

        Assert.NotEmpty(pool.Origin.Template!.Resources);
        Assert.All(pool.Origin.Template.Resources, resource => Assert.Equal(Without(resource.Value), Without(written.At(resource.Key)!)));

        TemplateNode Without(TemplateNode resource) => except is null ? resource : ((TemplateMapping)resource).With(except, null);
    }
}
