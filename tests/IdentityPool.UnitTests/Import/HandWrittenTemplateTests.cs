using IdentityPools.Model;
using IdentityPools.Template;
using Xunit;

namespace IdentityPools.UnitTests.Import;

/// <summary>Templates as people and the CDK write them.</summary>
public sealed class HandWrittenTemplateTests
{
    private const string Pool = """
        "Pool": { "Type": "AWS::Cognito::IdentityPool", "Properties": { "IdentityPoolName": "shop", "AllowUnauthenticatedIdentities": "true" } }
        """;

    private const string Attachment = """
        "Roles": {
          "Type": "AWS::Cognito::IdentityPoolRoleAttachment",
          "Properties": { "IdentityPoolId": { "Ref": "Pool" }, "Roles": { "authenticated": { "Fn::GetAtt": "Users.Arn" } } }
        }
        """;

    private const string Trust = """
        {
          "Version": "2012-10-17",
          "Statement": [{
            "Effect": "Allow",
            "Principal": { "Federated": "cognito-identity.amazonaws.com" },
            "Action": "sts:AssumeRoleWithWebIdentity",
            "Condition": {
              "StringEquals": { "cognito-identity.amazonaws.com:aud": { "Ref": "Pool" } },
              "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "authenticated" }
            }
          }]
        }
        """;

    private const string Statement = """{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }""";

    [Fact]
    public void A_pool_alone_has_no_roles()
    {
        var pool = Imported(Pool);

        Assert.Equal(("shop", true, "Pool"), (pool.TypedName!.Literal, pool.AllowUnauthenticatedIdentities, pool.LogicalId));
        Assert.Empty(pool.Roles);
    }

    [Fact]
    public void Policies_beside_the_role_are_folded_into_it()
    {
        var pool = Imported(
            Pool,
            Attachment,
            Role(),
            Policy("AWS::IAM::Policy", """ "Roles": [{ "Ref": "Users" }] """, "s3:GetObject"),
            Policy("AWS::IAM::RolePolicy", """ "RoleName": { "Ref": "Users" } """, "s3:PutObject")
        );

        Assert.Equal(["s3:GetObject", "s3:PutObject"], Assert.Single(pool.AuthenticatedRole!.Statements).TypedActions);
    }

    [Fact]
    public void Documents_may_be_JSON_text()
    {
        var trust = System.Text.Json.JsonSerializer.Serialize(Trust.Replace("""{ "Ref": "Pool" }""", "\"x\"", StringComparison.Ordinal));
        var imported = Template(
            Pool,
            Attachment,
            Role(trust, $$"""[{ "PolicyName": "p", "PolicyDocument": {{Text($$"""{ "Statement": {{Statement}} }""")}} }]""")
        );

        // The audience in text cannot be this pool's, so the role is one of another pool.
        Assert.Contains(imported.Warnings, warning => warning.Contains("'Users'", StringComparison.Ordinal));
        Assert.False(Assert.Single(imported.Pools).AuthenticatedRole!.IsManaged);
    }

    [Fact]
    public void A_policy_document_may_be_JSON_text()
    {
        var pool = Imported(
            Pool,
            Attachment,
            Role(policies: $$"""[{ "PolicyName": "p", "PolicyDocument": {{Text($$"""{ "Statement": {{Statement}} }""")}} }]""")
        );

        Assert.Equal([Pools.Allow("s3:GetObject")], pool.AuthenticatedRole!.Statements);
    }

    [Fact]
    public void Role_mappings_may_be_JSON_text()
    {
        var mappings = Text(
            """{ "graph.facebook.com": { "Type": "Rules", "RulesConfiguration": { "Rules": [{ "Claim": "c", "MatchType": "Equals", "Value": "v", "RoleARN": "arn:aws:iam::123456789012:role/R" }] } } }"""
        );
        var pool = Imported(
            Pool,
            Attachment.Replace("\"Roles\": { \"auth", $"\"RoleMappings\": {mappings}, \"Roles\": {{ \"auth", StringComparison.Ordinal),
            Role()
        );

        Assert.Equal("graph.facebook.com", Assert.Single(pool.RoleMappings).MappingKey);
    }

    [Fact]
    public void A_mapping_key_that_is_the_provider_needs_no_provider()
    {
        var pool = Imported(
            Pool,
            """
            "Roles": {
              "Type": "AWS::Cognito::IdentityPoolRoleAttachment",
              "Properties": {
                "IdentityPoolId": { "Ref": "Pool" },
                "RoleMappings": { "cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab1Cd2Ef3:one": { "Type": "Token", "AmbiguousRoleResolution": "Deny" } }
              }
            }
            """
        );

        Assert.Equal(
            new UserPoolReference(Pools.UserPool, UserPoolClient.Existing("one").WithUserPool(Pools.UserPool)),
            Assert.Single(pool.RoleMappings).Provider
        );
    }

    [Fact]
    public void An_attachment_of_another_name_keeps_its_name()
    {
        var pool = Imported(Pool, Attachment, Role());

        Assert.Contains("\"Roles\": {\n      \"Type\": \"AWS::Cognito::IdentityPoolRoleAttachment\"", JsonTemplates.Write(pool), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_attachments_of_one_pool_are_a_fault()
    {
        var imported = Template(Pool, Attachment, Attachment.Replace("\"Roles\": {\n", "\"More\": {\n", StringComparison.Ordinal), Role());

        Assert.Equal("SeveralRoleAttachments", Assert.Single(imported.Errors).ErrorId);
        Assert.Empty(imported.Pools);
    }

    [Fact]
    public void A_pool_that_cannot_be_read_does_not_keep_others_from_being_read()
    {
        var imported = Template(
            Pool,
            """ "Bad": { "Type": "AWS::Cognito::IdentityPool", "Properties": { "IdentityPoolName": "a*b", "AllowUnauthenticatedIdentities": true } } """
        );

        Assert.Equal("Pool", Assert.Single(imported.Pools).LogicalId);
        Assert.Equal(("InvalidIdentityPoolName", "Bad"), (imported.Errors[0].ErrorId, imported.Errors[0].Target));
    }

    [Fact]
    public void A_policy_that_is_not_JSON_is_a_fault_of_its_pool() =>
        Assert.Equal(
            "ImportPolicy",
            Assert.Single(Template(Pool, Attachment, Role(policies: """[{ "PolicyName": "p", "PolicyDocument": "{ cut" }]""")).Errors).ErrorId
        );

    [Fact]
    public void A_statement_that_is_none_is_a_fault()
    {
        var imported = Template(Pool, Attachment, Role(policies: """[{ "PolicyName": "p", "PolicyDocument": { "Statement": ["Allow"] } }]"""));

        Assert.Equal("ImportPolicy", Assert.Single(imported.Errors).ErrorId);
        Assert.Empty(imported.Pools);
    }

    [Fact]
    public void Only_the_pools_that_are_asked_for_are_read()
    {
        var root = JsonTemplates.Read($$"""{ "Resources": { {{Pool}}, {{Pool.Replace("\"Pool\"", "\"Other\"", StringComparison.Ordinal)}} } }""");

        Assert.Equal("Other", Assert.Single(TemplateImporter.Import(root, ["Other"]).Pools).LogicalId);
        Assert.Contains("Pool, Other", Refused.With("UnknownLogicalId", () => TemplateImporter.Import(root, ["Third"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_attachment_without_roles_comes_back_where_it_was()
    {
        var pool = Imported(
            Pool,
            """ "Attach": { "Type": "AWS::Cognito::IdentityPoolRoleAttachment", "Properties": { "IdentityPoolId": { "Ref": "Pool" } } } """
        );
        var text = JsonTemplates.Write(pool);

        Assert.Equal("AWS::Cognito::IdentityPoolRoleAttachment", JsonTemplates.Read(text).At("Resources", "Attach", "Type"));
        Assert.Equal(pool, Assert.Single(JsonTemplates.Import(text).Pools));
    }

    private static string Text(string json) => System.Text.Json.JsonSerializer.Serialize(json);

    private static string Role(string trust = Trust, string? policies = null) =>
        $$""" "Users": { "Type": "AWS::IAM::Role", "Properties": { "AssumeRolePolicyDocument": {{trust}} {{(policies is null ? "" : $", \"Policies\": {policies}")}} } } """;

    private static string Policy(string type, string role, string action) =>
        $$"""
            "{{action.Replace("s3:", "", StringComparison.Ordinal)}}": {
              "Type": "{{type}}",
              "Properties": {
                "PolicyName": "p", {{role}},
                "PolicyDocument": { "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "{{action}}", "Resource": "*" } }
              }
            }
            """;

    private static ImportedTemplate Template(params string[] resources) => JsonTemplates.Import($$"""{ "Resources": { {{string.Join(",\n", resources)}} } }""");

    private static IdentityPool Imported(params string[] resources)
    {
        var imported = Template(resources);

        Assert.Empty(imported.Errors);
        Assert.Empty(imported.Warnings);
        return Assert.Single(imported.Pools);
    }
}
