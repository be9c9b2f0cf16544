using Xunit;

namespace IdentityPools.UnitTests.Import;

/// <summary>What bounds a role, a mapping or a sign-in is carried, or the import says that it is not: nothing comes out wider than it went in.</summary>
public sealed class NothingWiderTests
{
    private const string Denial = """{ "Statement": { "Effect": "Deny", "Action": "s3:*", "Resource": "*" } }""";
    private const string Allowance = """{ "Statement": { "Effect": "Allow", "Action": "s3:*", "Resource": "*" } }""";

    [Theory]
    [InlineData("""{ "Fn::If": ["C", [], [1]] }""")]
    [InlineData("""[{ "Fn::If": ["C", { "PolicyName": "p", "PolicyDocument": {} }, { "Ref": "AWS::NoValue" }] }]""")]
    [InlineData("""["p"]""")]
    [InlineData("""{ "Ref": "Policies" }""")]
    [InlineData("\"p\"")]
    public void Policies_that_are_chosen(string policies) => WiderTemplates.AssertUntold(WiderTemplates.Import(policies));

    [Theory]
    [InlineData("""{ "Ref": "Arns" }""")]
    [InlineData("""{ "Fn::If": ["C", ["arn:aws:iam::aws:policy/AdministratorAccess"], []] }""")]
    [InlineData("""[{ "Fn::If": ["C", "arn:aws:iam::aws:policy/AdministratorAccess", { "Ref": "AWS::NoValue" }] }]""")]
    [InlineData("""[{ "Fn::If": ["C", "arn:aws:iam::aws:policy/AWSDenyAll", "arn:aws:iam::aws:policy/ReadOnlyAccess"] }]""")]
    public void Managed_policies_that_are_chosen(string arns) =>
        WiderTemplates.AssertUntold(WiderTemplates.Import(role: $$""", "ManagedPolicyArns": {{arns}} """));

    [Theory]
    [InlineData("""{ "Fn::If": ["C", "arn:aws:iam::123456789012:policy/Bound", { "Ref": "AWS::NoValue" }] }""")]
    [InlineData("[]")]
    public void A_boundary_that_cannot_be_carried(string arn) =>
        WiderTemplates.AssertUntold(WiderTemplates.Import(role: $$""", "PermissionsBoundary": {{arn}} """));

    [Theory]
    [InlineData("AWS::IAM::Policy", "\"Roles\": [{ \"Ref\": \"Users\" }]")]
    [InlineData("AWS::IAM::RolePolicy", "\"RoleName\": { \"Ref\": \"Users\" }")]
    public void A_policy_under_a_condition(string type, string names) =>
        WiderTemplates.AssertUntold(WiderTemplates.Import(more: Policy(type, names, Denial, "\"Condition\": \"C\",")));

    [Theory]
    [InlineData("AWS::IAM::Policy", """ "Roles": { "Fn::If": ["C", [{ "Ref": "Users" }], []] } """)]
    [InlineData("AWS::IAM::Policy", """ "Roles": [{ "Fn::If": ["C", { "Ref": "Users" }, { "Ref": "AWS::NoValue" }] }] """)]
    [InlineData("AWS::IAM::RolePolicy", """ "RoleName": { "Fn::If": ["C", { "Ref": "Users" }, "Other"] } """)]
    public void A_policy_that_may_be_of_the_role(string type, string names) =>
        WiderTemplates.AssertUntold(WiderTemplates.Import(more: Policy(type, names, Denial)));

    [Theory]
    [InlineData("\"RoleName\": \"app-users\"", "AWS::IAM::Policy", "\"Roles\": [\"app-users\"]")]
    [InlineData("\"RoleName\": { \"Fn::Sub\": \"${AWS::StackName}-users\" }", "AWS::IAM::Policy", "\"Roles\": [{ \"Fn::Sub\": \"${AWS::StackName}-users\" }]")]
    [InlineData("\"RoleName\": \"app-users\"", "AWS::IAM::RolePolicy", "\"RoleName\": \"app-users\"")]
    public void A_policy_that_names_the_role_by_its_name(string name, string type, string names)
    {
        var imported = WiderTemplates.Import(role: ", " + name, more: Policy(type, names, Denial));

        Assert.Equal(PolicyEffect.Deny, Assert.Single(Assert.Single(imported.Pools).AuthenticatedRole!.Statements).Effect);
    }

    [Theory]
    [InlineData("AWS::IAM::Policy", "\"Roles\": [\"Users\"]")]
    [InlineData("AWS::IAM::RolePolicy", "\"RoleName\": \"users\"")]
    public void A_policy_for_a_role_of_the_account(string type, string names)
    {
        var imported = JsonTemplates.Import(
            $$"""
            { "Resources": {
              "Pool": { "Type": "AWS::Cognito::IdentityPool", "Properties": {} },
              "Attachment": { "Type": "AWS::Cognito::IdentityPoolRoleAttachment",
                "Properties": { "IdentityPoolId": { "Ref": "Pool" }, "Roles": { "authenticated": "arn:aws:iam::123456789012:role/Users" } } }
              {{Policy(type, names, Denial)}}
            } }
            """
        );

        Assert.Equal(PolicyEffect.Deny, Assert.Single(Assert.Single(imported.Pools).AuthenticatedRole!.Statements).Effect);
    }

    [Fact]
    public void A_managed_policy_that_denies_denies_still()
    {
        const string Names = """ "Roles": [{ "Ref": "Users" }] """;
        var imported = WiderTemplates.Import(more: Policy("AWS::IAM::ManagedPolicy", Names, Denial));
        Assert.Equal(PolicyEffect.Deny, Assert.Single(Assert.Single(imported.Pools).AuthenticatedRole!.Statements).Effect);
        WiderTemplates.AssertUntold(WiderTemplates.Import(more: Policy("AWS::IAM::ManagedPolicy", Names, """{ "Fn::If": ["C", {}, [] ] }""")));
        Assert.Contains(
            "'More'",
            Assert.Single(WiderTemplates.Import(more: Policy("AWS::IAM::ManagedPolicy", Names, Allowance)).Warnings),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("\"Effect\": \"Deny\"")]
    [InlineData("\"Effect\": { \"Fn::If\": [\"C\", \"Deny\", \"Allow\"] }")]
    [InlineData("\"Effect\": \"allow\"")]
    [InlineData("\"NotPrincipal\": {}, \"Effect\": \"Allow\"")]
    public void A_trust_that_may_deny(string effect) =>
        AssertReference(WiderTemplates.Trust.Replace("\"Effect\": \"Allow\"", effect, StringComparison.Ordinal));

    [Fact]
    public void A_trust_with_a_statement_that_is_none() =>
        AssertReference(WiderTemplates.Trust.Replace("\"Statement\": [", "\"Statement\": [\"Deny\", ", StringComparison.Ordinal));

    [Theory]
    [InlineData("""{ "Fn::If": ["C", {}, { "IpAddress": { "aws:SourceIp": "10.0.0.0/8" } }] }""")]
    [InlineData("[]")]
    [InlineData("""{ "StringEquals": { "Aud": { "Ref": "Pool" }, "aws:SourceVpc": "vpc-1" } }""")]
    [InlineData("""{ "StringEquals": { "Aud": { "Ref": "Pool" } }, "IpAddress": { "aws:SourceIp": "10.0.0.0/8" } }""")]
    [InlineData("""{ "StringEquals": { "Aud": { "Ref": "Pool" }, "cognito-identity.amazonaws.com:sub": "eu-west-1:1" } }""")]
    [InlineData("""{ "StringNotEquals": { "Aud": { "Ref": "Pool" } } }""")]
    [InlineData("""{ "StringEquals": { "Aud": { "Ref": "Pool" } }, "ForAnyValue:StringLike": { "Amr": "graph.facebook.com" } }""")]
    [InlineData("""{ "StringEquals": { "Aud": { "Ref": "Pool" } }, "ForAnyValue:StringNotLike": { "Amr": "authenticated" } }""")]
    [InlineData("""{ "StringEquals": { "Aud": { "Ref": "Pool" } }, "Null": { "Amr": "true" } }""")]
    [InlineData("""{ "StringEquals": { "Aud": { "Ref": "Pool" } }, "NoOperator": { "Amr": "authenticated" } }""")]
    [InlineData("""{ "StringEquals": { "Aud": [] } }""")]
    public void A_trust_that_asks_for_more_than_the_recommended_one(string condition) => AssertReference(TrustOn(condition));

    [Theory]
    [InlineData("""{ "StringEquals": { "Aud": { "Ref": "Pool" } } }""")]
    [InlineData("""{ "StringLike": { "Aud": { "Ref": "Pool" } }, "ForAnyValue:StringLike": { "Amr": "auth*" } }""")]
    [InlineData(
        """{ "StringEquals": { "Aud": [{ "Ref": "Pool" }, "eu-west-1:1"] }, "ForAnyValue:StringEquals": { "Amr": ["unauthenticated", "authenticated"] } }"""
    )]
    [InlineData("""{ "StringEqualsIfExists": { "Aud": { "Ref": "Pool" } } }""")]
    public void A_trust_that_asks_for_less_is_carried_as_the_recommended_one(string condition)
    {
        var imported = WiderTemplates.Import(trust: TrustOn(condition));

        Assert.True(Assert.Single(imported.Pools).AuthenticatedRole!.IsManaged);
        Assert.Equal(RoleAudience.Authenticated, imported.Pools[0].AuthenticatedRole!.For);
        Assert.NotEmpty(imported.Warnings);
        Assert.All(imported.Warnings, warning => Assert.StartsWith("The trust policy of role 'Users'", warning, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ImportUntold", "[]")]
    [InlineData("ImportMapping", """{ "graph.facebook.com": { "Fn::If": ["C", {}, {}] } }""")]
    [InlineData("ImportMapping", """{ "graph.facebook.com": { "AmbiguousRoleResolution": "Deny" } }""")]
    [InlineData("ImportEnum", """{ "graph.facebook.com": { "Type": "0", "AmbiguousRoleResolution": "Deny" } }""")]
    [InlineData("ImportEnum", """{ "graph.facebook.com": { "Type": " Token", "AmbiguousRoleResolution": "Deny" } }""")]
    [InlineData("ImportEnum", """{ "graph.facebook.com": { "Type": "token", "AmbiguousRoleResolution": "Deny" } }""")]
    [InlineData("ImportEnum", """{ "graph.facebook.com": { "Type": "Token", "AmbiguousRoleResolution": 1 } }""")]
    [InlineData(
        "ImportRule",
        """{ "graph.facebook.com": { "Type": "Rules", "RulesConfiguration": { "Rules": ["all", { "Claim": "c", "MatchType": "Equals", "Value": "v", "RoleARN": { "Fn::GetAtt": ["Users", "Arn"] } }] } } }"""
    )]
    [InlineData(
        "ImportEnum",
        """{ "graph.facebook.com": { "Type": "Rules", "RulesConfiguration": { "Rules": [{ "Claim": "c", "MatchType": 0, "Value": "v", "RoleARN": { "Fn::GetAtt": ["Users", "Arn"] } }] } } }"""
    )]
    public void A_mapping_that_cannot_be_carried(string errorId, string mappings) =>
        AssertFault(errorId, WiderTemplates.Import(attachment: $$""", "RoleMappings": {{mappings}} """));

    [Theory]
    [InlineData("[1]", "must be a map")]
    [InlineData("5", "must be a map")]
    public void Mappings_that_are_none_are_not_called_a_role(string mappings, string says)
    {
        var fault = Assert.Single(WiderTemplates.Import(attachment: $$""", "RoleMappings": {{mappings}} """).Errors);

        Assert.Equal("ImportUntold", fault.ErrorId);
        Assert.Contains(says, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("view the role", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mapping_without_resolution_denies() =>
        Assert.Equal(
            AmbiguousRoleResolution.Deny,
            Assert
                .Single(WiderTemplates.Import(attachment: """, "RoleMappings": { "graph.facebook.com": { "Type": "Token" } } """).Pools)
                .RoleMappings[0]
                .AmbiguousRoleResolution
        );

    [Theory]
    [InlineData("true", true)]
    [InlineData("\"true\"", true)]
    [InlineData("\"TRUE\"", true)]
    [InlineData("false", false)]
    [InlineData("\"False\"", false)]
    [InlineData("""{ "Ref": "AWS::NoValue" }""", false)]
    public void The_token_check_as_it_is_said(string value, bool expected) => AssertTokenCheck(value, expected, warnings: 0);

    [Theory]
    [InlineData("""{ "Ref": "Check" }""")]
    [InlineData("""{ "Fn::If": ["C", true, false] }""")]
    [InlineData("\"yes\"")]
    [InlineData("1")]
    public void The_token_check_that_cannot_be_told_stays_on(string value) => AssertTokenCheck(value, expected: true, warnings: 1);

    [Theory]
    [InlineData("AllowUnauthenticatedIdentities", """{ "Ref": "Guests" }""")]
    [InlineData("AllowUnauthenticatedIdentities", "1")]
    [InlineData("AllowUnauthenticatedIdentities", "\" true\"")]
    [InlineData("AllowUnauthenticatedIdentities", "[true]")]
    [InlineData("AllowClassicFlow", """{ "Fn::If": ["C", true, false] }""")]
    [InlineData("AllowClassicFlow", "\"on\"")]
    public void A_flag_that_cannot_be_told_is_off(string name, string value)
    {
        var imported = WiderTemplates.Import(pool: $$""", "{{name}}": {{value}} """);
        var pool = Assert.Single(imported.Pools);

        Assert.False(name == "AllowClassicFlow" ? pool.AllowClassicFlow : pool.AllowUnauthenticatedIdentities);
        Assert.Contains($"Pool.{name} cannot be determined before deployment", Assert.Single(imported.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GenerateSecret", """{ "Ref": "P" }""")]
    [InlineData("PreventUserExistenceErrors", """{ "Ref": "P" }""")]
    [InlineData("ExplicitAuthFlows", """[{ "Fn::If": ["C", "ALLOW_ADMIN_USER_PASSWORD_AUTH", { "Ref": "AWS::NoValue" }] }]""")]
    [InlineData("SupportedIdentityProviders", """{ "Ref": "P" }""")]
    [InlineData("CallbackURLs", """{ "Fn::Split": [",", { "Ref": "P" }] }""")]
    public void A_setting_of_a_client_that_a_function_gives_stays(string name, string value)
    {
        var imported = WiderTemplates.Import(
            pool: """, "CognitoIdentityProviders": [{ "ProviderName": { "Fn::GetAtt": ["U", "ProviderName"] }, "ClientId": { "Ref": "C" }, "ServerSideTokenCheck": true }] """,
            more: $$""", "U": { "Type": "AWS::Cognito::UserPool" }, "C": { "Type": "AWS::Cognito::UserPoolClient", "Properties": { "UserPoolId": { "Ref": "U" }, "{{name}}": {{value}} } }"""
        );
        var text = JsonTemplates.Write(Assert.Single(imported.Pools));

        Assert.Equal(JsonTemplates.Read($$"""{ "v": {{value}} }""").At("v"), JsonTemplates.Read(text).At("Resources", "C", "Properties", name));
    }

    [Fact]
    public void More_statements_than_a_role_can_have_are_refused_before_they_are_put_together()
    {
        var statements = string.Join(
            ",",
            Enumerable.Range(0, 20_000).Select(number => $$"""{ "Effect": "Allow", "Action": "s3:A{{number}}", "Resource": "arn:aws:s3:::b{{number}}" }""")
        );

        AssertFault("InlinePolicyTooLarge", WiderTemplates.Import(WiderTemplates.Policies(statements)));
    }

    [Fact]
    public void Many_statements_that_are_one_are_one()
    {
        var statements = string.Join(",", Enumerable.Repeat("""{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }""", 5_000));

        Assert.Single(Assert.Single(WiderTemplates.Import(WiderTemplates.Policies(statements)).Pools).AuthenticatedRole!.Statements);
    }

    [Fact]
    public void A_tag_that_cannot_be_read_is_told() =>
        Assert.Contains(
            "Pool.IdentityPoolTags",
            Assert.Single(WiderTemplates.Import(pool: """, "IdentityPoolTags": [{ "Key": { "Ref": "K" }, "Value": "v" }] """).Warnings),
            StringComparison.Ordinal
        );

    [Fact]
    public void Resources_that_a_loop_makes_are_told() =>
        Assert.Contains(
            "'Fn::ForEach::Topics'",
            Assert.Single(
                WiderTemplates.Import(more: """, "Fn::ForEach::Topics": ["N", ["a", "b"], { "Topic${N}": { "Type": "AWS::SNS::Topic" } }] """).Warnings
            ),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(""" "Fn::ForEach::X": ["N", ["a"], { "Policy${N}": {} }] """)]
    [InlineData(""" "Fn::ForEach::X": ["N", ["a"], { "P${N}": { "Type": "AWS::IAM::Policy", "Properties": { "Roles": [{ "Ref": "Users" }] } } }] """)]
    [InlineData(""" "Fn::ForEach::X": ["N", ["a"], { "P${N}": { "Type": "AWS::IAM::Policy", "Properties": { "Roles": [{ "Ref": "N" }] } } }] """)]
    [InlineData(""" "Fn::ForEach::X": ["N", ["a"], { "R${N}": { "Type": "AWS::IAM::Role" } }] """)]
    [InlineData(""" "Fn::ForEach::X": ["N", ["a"], { "Fn::ForEach::Y": ["M", ["b"], { "R${M}": { "Type": "AWS::Cognito::IdentityPool" } }] }] """)]
    [InlineData(""" "Fn::Transform": { "Name": "AWS::Include" } """)]
    public void Resources_that_a_macro_makes_are_not_guessed(string resource) =>
        Assert.Contains(
            "--template-stage Processed",
            Refused.With("ImportMacro", () => WiderTemplates.Import(more: ", " + resource)).Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("pool")]
    [InlineData("role")]
    [InlineData("attachment")]
    public void Properties_that_a_macro_changes_are_not_guessed(string part)
    {
        const string Macro = """, "Fn::Transform": { "Name": "AWS::Include" } """;
        AssertFault(
            "ImportMacro",
            WiderTemplates.Import(pool: part == "pool" ? Macro : "", role: part == "role" ? Macro : "", attachment: part == "attachment" ? Macro : "")
        );
    }

    [Theory]
    [InlineData("\"MyMacro\"", true)]
    [InlineData("[\"AWS::Serverless-2016-10-31\", \"MyMacro\"]", true)]
    [InlineData("""{ "Name": "AWS::Include", "Parameters": {} }""", true)]
    [InlineData("\"AWS::Serverless-2016-10-31\"", false)]
    [InlineData("[\"AWS::LanguageExtensions\", \"AWS::Serverless-2016-10-31\"]", false)]
    public void A_macro_over_the_whole_template(string macro, bool isRefused)
    {
        var template = $$"""{ "Transform": {{macro}}, "Resources": { "Pool": { "Type": "AWS::Cognito::IdentityPool", "Properties": {} } } }""";
        if (isRefused)
        {
            Refused.With("ImportMacro", () => JsonTemplates.Import(template));
        }
        else
        {
            Assert.Single(JsonTemplates.Import(template).Pools);
        }
    }

    [Theory]
    [InlineData("", "AWS::IAM::Policy", """ "Roles": { "Ref": "L" } """)]
    [InlineData("", "AWS::IAM::Policy", """ "Roles": { "Fn::Split": [",", { "Ref": "P" }] } """)]
    [InlineData("", "AWS::IAM::Policy", """ "Roles": [{ "Fn::ImportValue": "x" }] """)]
    [InlineData("", "AWS::IAM::ManagedPolicy", """ "Roles": [{ "Fn::ImportValue": "x" }] """)]
    [InlineData("", "AWS::IAM::RolePolicy", """ "RoleName": { "Fn::Select": [1, { "Fn::Split": ["/", { "Fn::GetAtt": ["Users", "Arn"] }] }] } """)]
    [InlineData("", "AWS::IAM::RolePolicy", """ "RoleName": "other", "Fn::Transform": {} """)]
    [InlineData(""", "RoleName": "shop-auth" """, "AWS::IAM::Policy", """ "Roles": [{ "Fn::Sub": "${AWS::StackName}-auth" }] """)]
    [InlineData(""", "RoleName": { "Ref": "N" } """, "AWS::IAM::Policy", """ "Roles": ["shop-auth"] """)]
    public void A_policy_whose_roles_are_not_told(string role, string type, string names) =>
        WiderTemplates.AssertUntold(WiderTemplates.Import(role: role, more: Policy(type, names, Denial)), "More");

    [Theory]
    [InlineData("""{ "Type": "AWS::IAM::RolePolicy", "Properties": { "Fn::If": ["C", { "RoleName": { "Ref": "Users" } }, {}] } }""")]
    [InlineData("""{ "Type": "AWS::IAM::Policy", "Properties": { "Fn::Transform": {} } }""")]
    [InlineData("""{ "Type": "AWS::IAM::Policy", "Fn::Transform": {}, "Properties": {} }""")]
    public void A_policy_whose_properties_are_not_told(string policy) =>
        WiderTemplates.AssertUntold(WiderTemplates.Import(more: $$""", "More": {{policy}} """), "More");

    [Theory]
    [InlineData("""{ "Type": { "Ref": "P" }, "Properties": { "RoleName": { "Ref": "Users" } } }""")]
    [InlineData("""{ "Fn::If": ["C", {}, {}] }""")]
    [InlineData("[]")]
    public void A_resource_that_may_be_a_policy(string resource) =>
        Assert.Contains(
            "More",
            Assert.Single(Assert.Single(WiderTemplates.Import(more: $$""", "More": {{resource}} """).Pools).AuthenticatedRole!.UnknownParts),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("", "AWS::IAM::RolePolicy", """ "RoleName": "other" """)]
    [InlineData("", "AWS::IAM::Policy", """ "Roles": ["one", "other"] """)]
    [InlineData("", "AWS::IAM::Policy", """ "Roles": { "Fn::Split": [",", "one,other"] } """)]
    [InlineData("", "AWS::IAM::Policy", """ "Roles": [{ "Fn::Sub": "${AWS::StackName}-worker" }] """)]
    [InlineData("", "AWS::IAM::Policy", """ "Users": ["one"] """)]
    [InlineData(""", "RoleName": "shop-auth" """, "AWS::IAM::Policy", """ "Roles": [{ "Fn::Sub": "${P}-worker" }] """)]
    public void A_policy_of_other_roles_is_none_of_the_pool(string role, string type, string names) =>
        Assert.Empty(Assert.Single(WiderTemplates.Import(role: role, more: Policy(type, names, Denial)).Pools).AuthenticatedRole!.UnknownParts);

    [Theory]
    [InlineData("\"Shop-Auth\"", "\"shop-auth\"")]
    [InlineData("""{ "Fn::Join": ["-", ["shop", "auth"]] }""", "\"shop-auth\"")]
    [InlineData("""{ "Fn::Sub": "shop-${AWS::Region}" }""", """{ "Fn::Join": ["-", ["shop", { "Ref": "AWS::Region" }]] }""")]
    public void A_name_that_is_the_same_written_otherwise(string name, string named) =>
        Assert.Equal(
            PolicyEffect.Deny,
            Assert
                .Single(
                    Assert
                        .Single(
                            WiderTemplates
                                .Import(role: $$""", "RoleName": {{name}} """, more: Policy("AWS::IAM::Policy", $$""" "Roles": [{{named}}] """, Denial))
                                .Pools
                        )
                        .AuthenticatedRole!.Statements
                )
                .Effect
        );

    [Theory]
    [InlineData("""{ "ForAllValues:StringLike": { "Amr": ["authenticated", "graph.facebook.com"] } }""")]
    [InlineData("""{ "ForAllValues:StringNotEquals": { "Amr": "graph.facebook.com" } }""")]
    [InlineData("""{ "ForAnyValue:StringLike": { "Amr": "authenticated" }, "StringNotLike": { "Amr": "cognito-idp*" } }""")]
    [InlineData("""{ "ForAnyValue:StringLike": { "Amr": "authenticated" }, "Null": { "Amr": "false" } }""")]
    [InlineData("""{ "StringEquals": { "Amr": "authenticated" } }""")]
    [InlineData("""{ "StringNotLike": { "Aud": "eu-west-1:a*" } }""")]
    public void A_trust_that_excludes_some_of_the_identities(string condition) => AssertReference(TrustOn(condition));

    [Theory]
    [InlineData("AWS::Cognito::IdentityPoolRoleAttachment", """{ "Fn::Select": [0, [{ "Ref": "Pool" }]] }""")]
    [InlineData("AWS::Cognito::IdentityPoolRoleAttachment", """{ "Fn::If": ["C", { "Ref": "Pool" }, "x"] }""")]
    [InlineData("AWS::Cognito::IdentityPoolPrincipalTag", """{ "Fn::ImportValue": "x" }""")]
    public void A_part_whose_pool_is_not_told_is_named(string type, string pool) =>
        Assert.Contains(
            "'More' (" + type,
            Assert.Single(WiderTemplates.Import(more: $$""", "More": { "Type": "{{type}}", "Properties": { "IdentityPoolId": {{pool}} } } """).Warnings),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_name_of_a_statement_that_is_not_told_is_named() =>
        Assert.Contains(
            "Sid is not imported",
            Assert.Single(
                WiderTemplates
                    .Import(WiderTemplates.Policies("""{ "Sid": { "Fn::Sub": "${AWS::Region}" }, "Effect": "Allow", "Action": "s3:*", "Resource": "*" }"""))
                    .Warnings
            ),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("hush-hush")]
    [InlineData(";hush-hush")]
    public void A_live_text_for_Twitter_that_is_no_pair_is_secret_and_stays(string value)
    {
        var state = Planning.LoginProviderState.OfApi("api.twitter.com", value);

        Assert.DoesNotContain("hush", state.ToString() + state.Shown + state.AppId, StringComparison.Ordinal);
        Assert.Equal(value, state.ToApi());
    }

    [Theory]
    [InlineData("""{ "Fn::Sub": "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/app/Shop" }""", "\"shop\"", true)]
    [InlineData("""{ "Fn::Sub": "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/Shop-${Stage}" }""", """{ "Fn::Sub": "Shop-${Stage}" }""", true)]
    [InlineData("""{ "Fn::Sub": "arn:aws:iam::${AWS::AccountId}:role/Shop-${Stage}" }""", "\"Shop-test\"", true)]
    [InlineData("""{ "Fn::ImportValue": "ShopRole" }""", "\"Shop\"", true)]
    [InlineData("""{ "Ref": "RoleArn" }""", """{ "Fn::ImportValue": "x" }""", true)]
    [InlineData("""{ "Ref": "RoleArn" }""", """{ "Ref": "Other" }""", false)]
    [InlineData("""{ "Fn::Sub": "arn:aws:iam::${AWS::AccountId}:role/Shop" }""", "\"Office\"", false)]
    [InlineData("""{ "Fn::Sub": "arn:aws:iam::${AWS::AccountId}:role/Shop-${Stage}" }""", "\"Office-test\"", false)]
    public void A_denial_for_a_role_by_function_keeps_it_from_being_written(string arn, string name, bool isUntold)
    {
        var imported = ByFunction(arn, Policy("AWS::IAM::RolePolicy", $"\"RoleName\": {name}", Denial));
        if (isUntold)
        {
            WiderTemplates.AssertUntold(imported, "'More'");
        }
        else
        {
            Assert.Empty(Assert.Single(imported.Pools).AuthenticatedRole!.UnknownParts);
        }
    }

    [Theory]
    [InlineData("\"Shop\"", 1)]
    [InlineData("""{ "Ref": "Name" }""", 0)]
    public void A_grant_for_a_role_by_function_is_warned_of(string name, int warnings)
    {
        var imported = ByFunction(
            """{ "Fn::Sub": "arn:aws:iam::${AWS::AccountId}:role/Shop" }""",
            Policy("AWS::IAM::RolePolicy", $"\"RoleName\": {name}", Denial.Replace("Deny", "Allow", StringComparison.Ordinal))
        );

        Assert.Equal(warnings, imported.Warnings.Count(warning => warning.StartsWith("The policy 'More' is not imported", StringComparison.Ordinal)));
        Assert.Empty(Assert.Single(imported.Pools).AuthenticatedRole!.UnknownParts);
    }

    [Fact]
    public void A_denial_that_is_carried_for_a_role_by_its_name_keeps_none_by_function_from_being_written()
    {
        const string Unauthenticated = """{ "Ref": "RoleArn" }, "unauthenticated": "arn:aws:iam::123456789012:role/Shop" """;
        var imported = ByFunction(Unauthenticated, Policy("AWS::IAM::RolePolicy", "\"RoleName\": \"Shop\"", Denial));
        var pool = Assert.Single(imported.Pools);

        Assert.Empty(imported.Warnings);
        Assert.Equal(PolicyEffect.Deny, Assert.Single(pool.UnauthenticatedRole!.Statements).Effect);
        Assert.Equal(pool, Assert.Single(JsonTemplates.Import(JsonTemplates.Write(pool)).Pools));
        WiderTemplates.AssertUntold(ByFunction(Unauthenticated, Policy("AWS::IAM::Policy", """ "Roles": ["Shop", "Office"] """, Denial)), "'More'");
    }

    private static Template.ImportedTemplate ByFunction(string arn, string policy) =>
        JsonTemplates.Import(
            $$"""
            { "Resources": {
              "Pool": { "Type": "AWS::Cognito::IdentityPool", "Properties": { "DeveloperProviderName": "dev" } },
              "Other": { "Type": "AWS::IAM::Role", "Properties": {} },
              "Attachment": { "Type": "AWS::Cognito::IdentityPoolRoleAttachment",
                "Properties": { "IdentityPoolId": { "Ref": "Pool" }, "Roles": { "authenticated": {{arn}} } } }
              {{policy}}
            } }
            """
        );

    private static string Policy(string type, string names, string document, string more = "") =>
        $$""", "More": { "Type": "{{type}}", {{more}} "Properties": { "PolicyName": "p", {{names}}, "PolicyDocument": {{document}} } } """;

    private static string TrustOn(string condition) =>
        $$"""
            { "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": { "Federated": "cognito-identity.amazonaws.com" }, "Action": "sts:AssumeRoleWithWebIdentity",
              "Condition": {{condition.Replace("\"Aud\"", "\"cognito-identity.amazonaws.com:aud\"", StringComparison.Ordinal).Replace(
                "\"Amr\"",
                "\"cognito-identity.amazonaws.com:amr\"",
                StringComparison.Ordinal
            )}} } }
            """;

    private static void AssertFault(string errorId, Template.ImportedTemplate imported)
    {
        Assert.Equal(errorId, Assert.Single(imported.Errors).ErrorId);
        Assert.Empty(imported.Pools);
    }

    private static void AssertReference(string trust)
    {
        var imported = WiderTemplates.Import(trust: trust);
        var role = Assert.Single(imported.Pools).AuthenticatedRole!;

        Assert.False(role.IsManaged);
        Assert.Contains(imported.Warnings, warning => warning.StartsWith("The role 'Users' is imported as a reference", StringComparison.Ordinal));
    }

    private static void AssertTokenCheck(string value, bool expected, int warnings)
    {
        var imported = WiderTemplates.Import(
            pool: $$""", "CognitoIdentityProviders": [{ "ProviderName": "cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab1Cd2Ef3", "ClientId": "abc", "ServerSideTokenCheck": {{value}} }] """
        );

        Assert.Equal(expected, Assert.Single(Assert.Single(imported.Pools).UserPools).ServerSideTokenCheck);
        Assert.Equal(warnings, imported.Warnings.Count);
    }
}
