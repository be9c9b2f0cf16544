using Xunit;

namespace IdentityPools.UnitTests.Import;

/// <summary>What cannot be carried is named.</summary>
public sealed class ImportWarningTests
{
    private const string CanonicalTrust = """
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

    [Theory]
    [InlineData("CognitoEvents", """{ "SyncTrigger": "arn:aws:lambda:eu-west-1:123456789012:function:f" }""")]
    [InlineData("PushSync", """{ "RoleArn": "arn:aws:iam::123456789012:role/Push" }""")]
    [InlineData("CognitoStreams", """{ "StreamName": "s" }""")]
    [InlineData("SomethingNew", "1")]
    public void A_property_of_the_pool_that_is_not_known(string name, string value) =>
        Assert.Equal([$"The property '{name}' of 'Pool' (AWS::Cognito::IdentityPool) is not imported."], Warnings(Pool($", \"{name}\": {value}")));

    [Fact]
    public void An_item_under_a_condition_is_read_as_if_it_always_stood_there() =>
        Assert.Equal(
            ["Pool.SamlProviderARNs depends on the condition C. What either outcome contains is read as if it always applied."],
            Warnings(Pool(""", "SamlProviderARNs": [{ "Fn::If": ["C", { "Ref": "AWS::NoValue" }, "arn:aws:iam::123456789012:saml-provider/corp"] }]"""))
        );

    [Theory]
    [InlineData("IdentityPoolName", """{ "Fn::If": ["C", "a", "b"] }""", "Fn::If is not supported")]
    [InlineData("DeveloperProviderName", """{ "Fn::FindInMap": ["M", "a", "b"] }""", "Fn::FindInMap is not supported")]
    [InlineData("SamlProviderARNs", """{ "Ref": "Arns" }""", "its structure is not supported")]
    [InlineData("SupportedLoginProviders", """{ "login.example.com": "x" }""", "AWS supports Amazon, Facebook, Google, Apple and Twitter")]
    [InlineData("SupportedLoginProviders", """{ "api.twitter.com": { "Ref": "KeyAndSecret" } }""", "must have the form key;secret")]
    public void A_value_that_cannot_be_carried(string name, string value, string reason)
    {
        var warning = Assert.Single(Warnings(Pool($", \"{name}\": {value}")));

        Assert.Contains("Pool", warning, StringComparison.Ordinal);
        Assert.Contains(reason, warning, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_is_left_to_CloudFormation_is_no_loss() =>
        Assert.Empty(Warnings(Pool(""", "DeveloperProviderName": { "Ref": "AWS::NoValue" }, "OpenIdConnectProviderARNs": [{ "Ref": "AWS::NoValue" }] """)));

    [Theory]
    [InlineData("RetainExceptOnCreate")]
    [InlineData("Snapshot")]
    [InlineData("1")]
    public void A_deletion_policy_of_another_kind(string policy)
    {
        var imported = JsonTemplates.Import(
            $$"""{ "Resources": { {{Pool().Replace("\"Properties\"", $"\"DeletionPolicy\": \"{policy}\", \"Properties\"", StringComparison.Ordinal)}} } }"""
        );

        Assert.Null(Assert.Single(imported.Pools).DeletionPolicy);
        Assert.Equal([$"Pool.DeletionPolicy is not imported, because its structure is not supported: \"{policy}\""], imported.Warnings);
    }

    [Fact]
    public void A_condition_of_the_pool() =>
        AssertCondition(Pool().Replace("\"Properties\"", "\"Condition\": \"IsLive\", \"Properties\"", StringComparison.Ordinal), "Pool");

    [Fact]
    public void A_condition_of_the_attachment() =>
        AssertCondition($"{Pool()}, {Attachment(", \"Condition\": \"IsLive\"")}, {Role(CanonicalTrust)}", "Attachment");

    [Fact]
    public void A_condition_of_a_role() => AssertCondition($"{Pool()}, {Attachment()}, {Role(CanonicalTrust, "\"Condition\": \"IsLive\",")}", "Users");

    [Fact]
    public void A_condition_of_a_user_pool_and_of_its_client()
    {
        var resources = $$"""
            {{Pool(""", "CognitoIdentityProviders": [{ "ProviderName": { "Fn::GetAtt": ["U", "ProviderName"] }, "ClientId": { "Ref": "C" } }] """)}},
            "U": { "Type": "AWS::Cognito::UserPool", "Condition": "IsLive" },
            "C": { "Type": "AWS::Cognito::UserPoolClient", "Condition": "IsLive", "Properties": { "UserPoolId": { "Ref": "U" } } }
            """;

        AssertCondition(resources, "U");
        AssertCondition(resources, "C");
    }

    [Fact]
    public void A_condition_that_names_the_keys_of_two_partitions_keeps_both()
    {
        var imported = JsonTemplates.Import(
            $$"""
            { "Resources": { {{Pool()}}, {{Attachment()}}, {{Role(CanonicalTrust)}},
            "More": {
              "Type": "AWS::IAM::Policy",
              "Properties": {
                "PolicyName": "p", "Roles": [{ "Ref": "Users" }],
                "PolicyDocument": { "Statement": { "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": { "StringEquals": {
                  "cognito-identity.amazonaws.com:sub": "one", "cognito-identity-us-gov.amazonaws.com:sub": "other" } } } }
              }
            } } }
            """
        );

        var condition = Assert.Single(Assert.Single(imported.Pools).AuthenticatedRole!.Statements).Condition;
        Assert.Equal("""{"StringEquals":{"cognito-identity-us-gov.amazonaws.com:sub":"other","cognito-identity.amazonaws.com:sub":"one"}}""", condition);
    }

    [Fact]
    public void A_managed_policy_that_attaches_itself_to_a_role()
    {
        var warnings = Warnings(
            $$"""
            {{Pool()}}, {{Attachment()}}, {{Role(CanonicalTrust)}},
            "More": {
              "Type": "AWS::IAM::ManagedPolicy",
              "Properties": { "Roles": [{ "Ref": "Users" }], "PolicyDocument": { "Statement": { "Effect": "Allow", "Action": "s3:*", "Resource": "*" } } }
            }
            """
        );

        Assert.Contains("'More'", Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "Statement": { "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" } }""")]
    [InlineData("""{ "Statement": { "Effect": "Allow", "Principal": { "Federated": "accounts.google.com" }, "Action": "sts:AssumeRoleWithWebIdentity" } }""")]
    public void A_role_with_trust_of_another_kind_is_a_reference(string trust)
    {
        var imported = JsonTemplates.Import($$"""{ "Resources": { {{Pool()}}, {{Attachment()}}, {{Role(trust)}} } }""");
        var role = Assert.Single(imported.Pools).AuthenticatedRole!;

        Assert.Equal("""{"Fn::GetAtt":["Users","Arn"]}""", role.TypedArn!.ToString());
        Assert.Contains(imported.Warnings, warning => warning.StartsWith("The role 'Users' is imported as a reference", StringComparison.Ordinal));
    }

    [Fact]
    public void A_trust_policy_without_the_audience_is_carried_as_the_recommended_one()
    {
        const string Trust = """
            { "Statement": { "Effect": "Allow", "Principal": { "Federated": "cognito-identity.amazonaws.com" }, "Action": "sts:AssumeRoleWithWebIdentity" } }
            """;
        var imported = JsonTemplates.Import($$"""{ "Resources": { {{Pool()}}, {{Attachment()}}, {{Role(Trust)}} } }""");

        Assert.True(Assert.Single(imported.Pools).AuthenticatedRole!.IsManaged);
        Assert.Equal(2, imported.Warnings.Count);
        Assert.Contains("does not check aud", imported.Warnings[0], StringComparison.Ordinal);
        Assert.Contains("does not check amr", imported.Warnings[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameter_with_a_default_is_kept_and_no_reason_for_a_warning() =>
        Assert.Empty(
            JsonTemplates
                .Import(
                    """
                    {
                      "Parameters": { "Name": { "Type": "String", "Default": "shop" } },
                      "Resources": { "Pool": { "Type": "AWS::Cognito::IdentityPool", "Properties": { "IdentityPoolName": { "Ref": "Name" } } } }
                    }
                    """
                )
                .Warnings
        );

    [Fact]
    public void A_resource_that_the_pool_speaks_of_and_that_is_not_part_of_it() =>
        Assert.Contains(
            "'Bucket' (AWS::S3::Bucket)",
            Assert.Single(
                Warnings(
                    $$"""{{Pool(""", "IdentityPoolTags": [{ "Key": "k", "Value": { "Ref": "Bucket" } }] """)}}, "Bucket": { "Type": "AWS::S3::Bucket" } """
                )
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_role_key_that_AWS_does_not_know() =>
        Assert.Contains(
            "'admin' of 'Attachment'",
            Assert.Single(Warnings($"{Pool()}, {Attachment().Replace("authenticated", "admin", StringComparison.Ordinal)}, {Role(CanonicalTrust)}")),
            StringComparison.Ordinal
        );

    private static string Pool(string more = "") =>
        $$""" "Pool": { "Type": "AWS::Cognito::IdentityPool", "Properties": { "AllowUnauthenticatedIdentities": false {{more}} } } """;

    private static string Attachment(string more = "") =>
        $$"""
            "Attachment": {
              "Type": "AWS::Cognito::IdentityPoolRoleAttachment",
              "Properties": { "IdentityPoolId": { "Ref": "Pool" }, "Roles": { "authenticated": { "Fn::GetAtt": ["Users", "Arn"] } } } {{more}}
            }
            """;

    private static string Role(string trust, string more = "") =>
        $$""" "Users": { "Type": "AWS::IAM::Role", {{more}} "Properties": { "AssumeRolePolicyDocument": {{trust}} } } """;

    private static void AssertCondition(string resources, string id) =>
        Assert.Contains($"The condition 'IsLive' of '{id}' is not imported; the resource will always be created.", Warnings(resources));

    private static ValueList<string> Warnings(string resources)
    {
        var imported = JsonTemplates.Import($$"""{ "Resources": { {{resources}} } }""");

        Assert.Empty(imported.Errors);
        return imported.Warnings;
    }
}
