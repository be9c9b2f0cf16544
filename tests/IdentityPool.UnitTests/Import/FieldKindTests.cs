using IdentityPools.Findings;
using IdentityPools.Model;
using IdentityPools.Simulation;
using IdentityPools.Template;
using IdentityPools.UnitTests.Findings;
using IdentityPools.Validation;
using Xunit;

namespace IdentityPools.UnitTests.Import;

/// <summary>Kinds of templates from the field: what has to come out of each.</summary>
public sealed class FieldKindTests
{
    private const string Client = "cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab1Cd2Ef3:web";

    [Theory]
    [InlineData("01a-oidc-arn-sub-principaltag.yaml")]
    [InlineData("01b-oidc-arn-literal-principaltag.yaml")]
    [InlineData("01e-oidc-ref-principaltag.yaml")]
    [InlineData("01h-oidc-arn-parameter.yaml")]
    public void Tags_of_an_OpenID_Connect_provider_are_those_of_the_one_provider(string file)
    {
        var pool = Whole(file);

        Assert.Equal(new OpenIdConnectProviderReference(Assert.Single(pool.OpenIdConnectProviders)), Assert.Single(pool.PrincipalTags).Provider);
        Assert.DoesNotContain(FindingRuleId.MappedProviderMissing, Examined.Found(pool));
        Assert.Equal(pool, Assert.Single(JsonTemplates.Import(JsonTemplates.Write(pool)).Pools));
    }

    [Theory]
    [InlineData("01d-oidc-arn-sub-rolemapping.yaml")]
    [InlineData("01k-oidc-arn-sub-novar-rolemapping.yaml")]
    public void A_mapping_of_an_OpenID_Connect_provider_is_that_of_the_one_provider(string file)
    {
        var pool = Whole(file);

        Assert.Equal(new OpenIdConnectProviderReference(Assert.Single(pool.OpenIdConnectProviders)), Assert.Single(pool.RoleMappings).Provider);
        Assert.DoesNotContain(FindingRuleId.MappedProviderMissing, Examined.Found(pool));
        Assert.Equal(pool, Assert.Single(JsonTemplates.Import(JsonTemplates.Write(pool)).Pools));
    }

    [Theory]
    [InlineData("oidc", "\"arn:aws:iam::123456789012:oidc-provider/a.example\"", """{ "Fn::Sub": "arn:aws:iam::${AWS::AccountId}:oidc-provider/a.example" }""")]
    [InlineData(
        "oidc",
        """{ "Fn::Sub": "arn:${AWS::Partition}:iam::123456789012:oidc-provider/a.example" }""",
        "\"arn:aws:iam::123456789012:oidc-provider/a.example\""
    )]
    [InlineData(
        "oidc",
        """{ "Fn::Join": [":", ["arn:aws:iam:", { "Ref": "AWS::AccountId" }, "oidc-provider/a.example"]] }""",
        """{ "Fn::Sub": "arn:aws:iam::${AWS::AccountId}:oidc-provider/a.example" }"""
    )]
    [InlineData("saml", "\"arn:aws:iam::123456789012:saml-provider/corp\"", """{ "Fn::Sub": "arn:aws:iam::${AWS::AccountId}:saml-provider/corp" }""")]
    public void A_provider_is_one_however_its_ARN_is_written(string kind, string ofPool, string ofTags)
    {
        var property = kind == "oidc" ? "OpenIdConnectProviderARNs" : "SamlProviderARNs";
        var pool = Assert.Single(
            JsonTemplates
                .Import(
                    $$"""
                    { "Resources": {
                      "Pool": { "Type": "AWS::Cognito::IdentityPool", "Properties": { "AllowClassicFlow": false, "{{property}}": [{{ofPool}}] } },
                      "Tags": { "Type": "AWS::Cognito::IdentityPoolPrincipalTag",
                        "Properties": { "IdentityPoolId": { "Ref": "Pool" }, "IdentityProviderName": {{ofTags}}, "PrincipalTags": { "team": "team" } } }
                    } }
                    """
                )
                .Pools
        );

        Assert.Contains(pool.ProviderReferences, known => known == pool.PrincipalTags[0].Provider);
    }

    [Fact]
    public void Two_ARNs_that_differ_are_two_providers()
    {
        var pool = Assert.Single(
            JsonTemplates
                .Import(
                    """
                    { "Resources": {
                      "Pool": { "Type": "AWS::Cognito::IdentityPool", "Properties": { "OpenIdConnectProviderARNs": ["arn:aws:iam::123456789012:oidc-provider/a.example"] } },
                      "Tags": { "Type": "AWS::Cognito::IdentityPoolPrincipalTag",
                        "Properties": { "IdentityPoolId": { "Ref": "Pool" }, "IdentityProviderName": "arn:aws:iam::210987654321:oidc-provider/a.example", "UseDefaults": true } }
                    } }
                    """
                )
                .Pools
        );

        Assert.Contains(FindingRuleId.MappedProviderMissing, Examined.Found(pool));
    }

    [Theory]
    [InlineData("17a-mapping-userpool.yaml")]
    [InlineData("17b-mapping-userpool.yaml")]
    [InlineData("17c-mapping-userpool.yaml")]
    public void A_mapping_of_a_user_pool_is_the_same_however_its_provider_is_written(string file)
    {
        var pool = Whole(file);
        var reference = Assert.IsType<UserPoolReference>(Assert.Single(pool.RoleMappings).Provider);

        Assert.Equal((pool.UserPools[0].UserPool, pool.UserPools[0].UserPoolClient), (reference.UserPool, reference.Client));
        Assert.Equal(Whole("17a-mapping-userpool.yaml"), pool);
        var simulated = new SimulatedPool(pool);
        var request = simulated.RequestOf(simulated.OnlyProvider(userPoolOnly: true)) with
        {
            Claims = new(new Dictionary<string, ClaimValue> { [TokenClaims.PreferredRole] = ClaimValue.From((object)"arn:aws:iam::123456789012:role/Admin")! }),
        };
        Assert.Equal("arn:aws:iam::123456789012:role/Admin", new RoleDecision(request).Role);
    }

    [Fact]
    public void One_role_for_guests_and_users_is_told()
    {
        var pool = Whole("03-same-role-for-both.yaml");

        Assert.True(pool.AuthenticatedRole!.IsManaged);
        Assert.True(pool.AuthenticatedRole.IsSameRole(pool.UnauthenticatedRole!));
        Assert.Equal(FindingSeverity.Error, Assert.Single(Findings(pool), finding => finding.RuleId == FindingRuleId.SameRoleForGuests).Severity);
        Assert.Equal(pool, Assert.Single(JsonTemplates.Import(JsonTemplates.Write(pool)).Pools));
    }

    [Fact]
    public void Default_roles_under_a_condition_are_not_judged_as_absent()
    {
        var imported = FieldTemplates.Import("04-if-default-roles.yaml");
        var pool = Assert.Single(imported.Pools);
        var found = Examined.Found(pool);

        Assert.Null(pool.AuthenticatedRole);
        Assert.Equal("G", pool.UnauthenticatedRole!.LogicalId);
        Assert.Equal([(UnknownPartKind.AuthenticatedRole, "Attach.Roles.authenticated")], pool.UnknownParts.Select(part => (part.Kind, part.Place)));
        Assert.Contains(pool.UnknownParts[0].Reason, imported.Warnings);
        Assert.DoesNotContain(FindingRuleId.GuestWithoutRole, found);
        Assert.Contains(FindingRuleId.PartNotExamined, found);
        Assert.Contains(FindingRuleId.AdministratorAccess, found);
        Assert.Equal(
            ["<A.Arn>", "<B.Arn>"],
            pool.TrustingRoles.Select(role => $"<{((TemplateSequence)Intrinsic(role)).Items[0]}.Arn>".Replace("\"", "", StringComparison.Ordinal))
        );
        Assert.Equal(RoleDecisionOutcome.Role, new RoleDecision(new SimulatedPool(pool).RequestOfGuest()).Outcome);
        AssertUntold(pool);

        static TemplateNode Intrinsic(IdentityPoolRole role) => ((TemplateMapping)role.TypedArn!.Node)["Fn::GetAtt"]!;
    }

    [Fact]
    public void Trust_under_a_condition_is_that_of_the_pool_in_every_outcome()
    {
        var pool = Whole("05-trust-under-if.yaml");

        Assert.True(pool.AuthenticatedRole!.IsManaged);
        Assert.Equal(["s3:GetObject"], Assert.Single(pool.AuthenticatedRole.Statements).TypedActions);
        Assert.DoesNotContain(FindingRuleId.TrustRefusesPool, Examined.Found(pool));
    }

    [Fact]
    public void Guests_by_a_parameter_are_judged_as_if_there_were_some()
    {
        var pool = Assert.Single(FieldTemplates.Import("06-guests-by-parameter.yaml").Pools);
        var findings = Findings(pool);

        Assert.False(pool.AllowUnauthenticatedIdentities);
        Assert.Contains("might allow", Assert.Single(findings, finding => finding.RuleId == FindingRuleId.GuestAccess).Message, StringComparison.Ordinal);
        Assert.Contains(findings, finding => finding.RuleId == FindingRuleId.GuestWildcardAction);
        Assert.DoesNotContain(findings, finding => finding.RuleId == FindingRuleId.GuestRoleUnused);
        var decision = new RoleDecision(new SimulatedPool(pool).RequestOfGuest());
        Assert.Equal(RoleDecisionOutcome.Undetermined, decision.Outcome);
        Assert.Null(decision.Message);
        Assert.Equal("Pool.AllowUnauthenticatedIdentities is known only after deployment.", Assert.Single(decision.Trace).Reason);
        Assert.Contains(decision.Notes, note => note.Id == "NoteUnknownPart");
        AssertUntold(pool);
    }

    [Fact]
    public void What_a_user_sets_is_not_unknown_any_more()
    {
        var pool = Assert.Single(FieldTemplates.Import("06-guests-by-parameter.yaml").Pools);

        Assert.Empty(pool.With(new() { AllowUnauthenticatedIdentities = true }, TagChange.Create([], [])).UnknownParts);
        Assert.Single(pool.With(new() { AllowClassicFlow = false }, TagChange.Create([], [])).UnknownParts);
    }

    [Fact]
    public void A_callback_to_the_own_machine_is_taken_with_a_warning()
    {
        var imported = FieldTemplates.Import("07-loopback-callback.yaml");

        Assert.Equal(["http://127.0.0.1:7521"], Assert.Single(imported.Pools).UserPools[0].UserPoolClient.TypedCallbackUrls.Select(url => url.Literal));
        Assert.Contains("http://127.0.0.1:7521", Assert.Single(imported.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("08a-trust-federated-list.yaml", null)]
    [InlineData("08c-trust-aud-stringlike.yaml", "compares cognito-identity.amazonaws.com:aud with StringLike")]
    [InlineData("08d-trust-no-amr.yaml", "does not check amr, so both authenticated and unauthenticated identities of the pool can assume it")]
    public void Trust_that_is_written_otherwise(string file, string? how)
    {
        var imported = FieldTemplates.Import(file);

        Assert.True(Assert.Single(imported.Pools).AuthenticatedRole!.IsManaged);
        Assert.Empty(imported.Pools[0].UnknownParts);
        Assert.Equal(how is null ? 0 : 1, imported.Warnings.Count);
        Assert.All(imported.Warnings, warning => Assert.Contains(how!, warning, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"Action\": [\"sts:AssumeRoleWithWebIdentity\"]", "\"Action\": \"sts:AssumeRoleWithWebIdentity\"")]
    [InlineData("\"Sid\": \"Pool\", \"Effect\"", "\"Effect\"")]
    [InlineData("ForAnyValue:StringEquals", "ForAnyValue:StringLike")]
    [InlineData("[{ \"Ref\": \"Pool\" }]", "{ \"Ref\": \"Pool\" }")]
    [InlineData("[\"authenticated\"]", "\"authenticated\"")]
    [InlineData("\"Federated\": [\"cognito-identity.amazonaws.com\"]", "\"Federated\": \"cognito-identity.amazonaws.com\"")]
    public void Trust_that_means_the_same_is_no_warning(string written, string canonical)
    {
        var imported = WiderTemplates.Import(trust: WiderTemplates.Trust.Replace(canonical, written, StringComparison.Ordinal));

        Assert.True(Assert.Single(imported.Pools).AuthenticatedRole!.IsManaged);
        Assert.Empty(imported.Warnings);
    }

    [Theory]
    [InlineData("08a-trust-federated-list.yaml", "ImportForeignTrust", """{ "Service": "ec2.amazonaws.com" }""", "Cognito might not be able to assume it")]
    [InlineData(
        "08a-trust-federated-list.yaml",
        "ImportOtherTrust",
        """{ "Federated": ["cognito-identity.amazonaws.com", "accounts.google.com"] }""",
        "allows more than"
    )]
    public void Trust_of_others_is_told_apart(string file, string sentence, string principal, string words)
    {
        Assert.NotEmpty(file + sentence);
        var imported = WiderTemplates.Import(
            trust: WiderTemplates.Trust.Replace("""{ "Federated": "cognito-identity.amazonaws.com" }""", principal, StringComparison.Ordinal)
        );

        Assert.False(Assert.Single(imported.Pools).AuthenticatedRole!.IsManaged);
        Assert.Contains(words, Assert.Single(imported.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void The_resources_of_a_Serverless_file_are_read()
    {
        var imported = FieldTemplates.Import("10a-serverless-nested.yml");

        Assert.True(Assert.Single(imported.Pools).AllowUnauthenticatedIdentities);
        Assert.Contains("serverless package", Assert.Single(imported.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_variable_of_Serverless_is_named()
    {
        var fault = Assert.Single(FieldTemplates.Import("10b-serverless-name.yml").Errors);

        Assert.Equal("ServerlessVariables", fault.ErrorId);
        Assert.Contains("'Pool' contains ${self:custom.stage}", fault.Message, StringComparison.Ordinal);
        Assert.Contains("serverless package", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "service": "demo", "provider": { "name": "aws" }, "resources": "${file(resources.yml)}" }""", "ServerlessWithoutResources")]
    [InlineData("""{ "service": "demo", "provider": { "name": "aws" } }""", "ServerlessWithoutResources")]
    [InlineData("""{ "Pool": { "Type": "AWS::Cognito::IdentityPool", "Properties": {} } }""", "TemplateFragment")]
    [InlineData("""{ "name": "demo" }""", "NotATemplate")]
    public void What_is_no_template_is_called_what_it_is(string text, string errorId) => Refused.With(errorId, () => JsonTemplates.Import(text));

    [Fact]
    public void Blocks_of_a_Serverless_file_are_merged()
    {
        var imported = JsonTemplates.Import(
            """
            { "service": "demo", "provider": {}, "resources": [
              "${file(other.yml)}",
              { "Resources": { "One": { "Type": "AWS::Cognito::IdentityPool", "Properties": { "IdentityPoolName": "one" } } } },
              { "Resources": { "Two": { "Type": "AWS::Cognito::IdentityPool", "Properties": { "IdentityPoolName": "two" } } } }
            ] }
            """
        );

        Assert.Equal(["one", "two"], imported.Pools.Select(pool => pool.TypedName!.Literal));
    }

    [Fact]
    public void Two_attachments_under_conditions_are_not_refused()
    {
        var imported = FieldTemplates.Import("12a-two-attachments.yaml");
        var pool = Assert.Single(imported.Pools);

        Assert.Equal(["AttachA.Condition", "AttachB.Condition"], pool.UnknownParts.Select(part => part.Place));
        Assert.Equal(2, pool.TrustingRoles.Count);
        Assert.Equal([FindingRuleId.PartNotExamined], Examined.Found(pool).Where(id => id is not FindingRuleId.ClassicFlow));
        AssertUntold(pool);
    }

    [Fact]
    public void An_attachment_alone_says_that_its_pool_is_elsewhere()
    {
        var fault = Assert.Throws<DefinitionException>(() => FieldTemplates.Import("13-attachment-only.yaml"));

        Assert.Equal("PoolElsewhere", fault.ErrorId);
        Assert.Contains("'Attach'", fault.Message, StringComparison.Ordinal);
        Assert.Contains("pool-id", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_as_text_of_a_function_is_read()
    {
        var statement = Assert.Single(Whole("15a-policy-document-sub-text.yaml").AuthenticatedRole!.Statements);

        Assert.Equal(["s3:*"], statement.TypedActions);
        Assert.Equal("""{"Fn::Sub":"arn:aws:s3:::${AWS::AccountId}-b/*"}""", Assert.Single(statement.TypedResources).ToString());
    }

    [Theory]
    [InlineData("15b-managedpolicy-roles.yaml", 1)]
    [InlineData("15d-rolepolicy.yaml", 0)]
    public void Policies_beside_a_role_are_read_with_it(string file, int warnings)
    {
        var imported = FieldTemplates.Import(file);
        var role = Assert.Single(imported.Pools).AuthenticatedRole!;

        Assert.Equal(["*"], Assert.Single(role.Statements).TypedActions);
        Assert.Empty(role.UnknownParts);
        Assert.Equal(warnings, imported.Warnings.Count);
        Assert.Single(Findings(imported.Pools[0]), finding => finding.RuleId == FindingRuleId.AdministratorAccess);
    }

    [Fact]
    public void A_managed_policy_that_the_role_names_is_read_with_it()
    {
        var imported = WiderTemplates.Import(
            role: """, "ManagedPolicyArns": [{ "Ref": "More" }, "arn:aws:iam::aws:policy/ReadOnlyAccess"] """,
            more: """
            , "More": { "Type": "AWS::IAM::ManagedPolicy", "Properties": { "PolicyDocument": { "Version": "2012-10-17", "Statement": [{ "Effect": "Deny", "Action": "s3:*", "Resource": "*" }] } } }
            """
        );
        var role = Assert.Single(imported.Pools).AuthenticatedRole!;

        Assert.Equal(PolicyEffect.Deny, Assert.Single(role.Statements).Effect);
        Assert.Equal(["arn:aws:iam::aws:policy/ReadOnlyAccess"], role.TypedManagedPolicyArns.Select(arn => arn.Literal));
    }

    [Fact]
    public void An_attachment_without_roles_stays()
    {
        var pool = Whole("16a-attachment-without-roles.yaml");

        Assert.Empty(pool.Roles);
        Assert.Contains("\"Attach\": {", JsonTemplates.Write(pool), StringComparison.Ordinal);
        Assert.Equal(pool, Assert.Single(JsonTemplates.Import(JsonTemplates.Write(pool)).Pools));
    }

    [Theory]
    [InlineData("Attach")]
    [InlineData("PoolRoleAttachment")]
    public void So_does_one_of_any_name(string id)
    {
        var text = FieldTemplates.Text("16a-attachment-without-roles.yaml").Replace("Attach:", id + ":", StringComparison.Ordinal);
        var pool = Assert.Single(TemplateImporter.Import(new IdentityPools.Yaml.YamlTemplateText().Read(text)).Pools);

        Assert.Contains($"\"{id}\": {{", JsonTemplates.Write(pool), StringComparison.Ordinal);
    }

    [Fact]
    public void Login_providers_under_a_condition_are_there_and_not_for_sure()
    {
        var pool = Assert.Single(FieldTemplates.Import("18a-if-login-providers.yaml").Pools);

        Assert.Equal(LoginProviderName.Google, Assert.Single(pool.LoginProviders).Provider);
        Assert.Equal(UnknownPartKind.Providers, Assert.Single(pool.UnknownParts).Kind);
        AssertUntold(pool);
    }

    [Fact]
    public void A_name_of_a_mapping_is_unknown()
    {
        var pool = Assert.Single(FieldTemplates.Import("18c-findinmap-name.yaml").Pools);

        Assert.Null(pool.TypedName);
        Assert.Equal(UnknownPartKind.Name, Assert.Single(pool.UnknownParts).Kind);
        AssertUntold(pool);
    }

    [Theory]
    [InlineData("18f-if-statement.yaml", FindingRuleId.AdministratorAccess)]
    [InlineData("20f-action-if.yaml", FindingRuleId.GuestWildcardAction)]
    public void Statements_are_judged_in_every_outcome(string file, string rule)
    {
        var finding = Assert.Single(Findings(Assert.Single(FieldTemplates.Import(file).Pools)), finding => finding.RuleId == rule);

        Assert.Contains("(depends on ", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_role_that_trusts_the_pool_is_judged_where_clients_may_pick_it()
    {
        var pool = Whole("19-role-trusts-pool-not-attached.yaml");
        var findings = Findings(pool);

        Assert.Equal("""{"Fn::GetAtt":["Extra","Arn"]}""", Assert.Single(pool.TrustingRoles).TypedArn!.ToString());
        Assert.Contains("<Extra>", Assert.Single(findings, finding => finding.RuleId == FindingRuleId.RoleNotAttached).Message, StringComparison.Ordinal);
        Assert.Single(findings, finding => finding.RuleId == FindingRuleId.AdministratorAccess);
        Assert.DoesNotContain("Extra", JsonTemplates.Write(pool), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_clients_of_one_user_pool() => Assert.Equal(2, Whole("21a-two-clients.yaml").UserPools.Count);

    [Fact]
    public void A_role_of_two_pools_is_one_of_each()
    {
        var imported = FieldTemplates.Import("22-several-pools-one-role.yaml");

        Assert.Empty(imported.Warnings);
        Assert.Equal(2, imported.Pools.Count);
        Assert.All(imported.Pools, pool => Assert.True(pool.AuthenticatedRole!.IsManaged));
        Assert.All(imported.Pools, pool => Assert.Empty(pool.TrustingRoles));
    }

    [Fact]
    public void A_plain_parameter_of_the_template_is_no_secret() =>
        Assert.DoesNotContain(FindingRuleId.SecretAccess, Examined.Found(Assert.Single(FieldTemplates.Import("25-ssm-string-parameter.yaml").Pools)));

    [Theory]
    [InlineData("\"*\"")]
    [InlineData("\"arn:aws:ssm:eu-west-1:123456789012:parameter/other\"")]
    [InlineData("\"arn:aws:ssm:eu-west-1:123456789012:parameter/demo/*\"")]
    public void Other_parameters_may_be_secret(string resource)
    {
        var imported = WiderTemplates.Import(
            WiderTemplates.Policies($$"""{ "Effect": "Allow", "Action": "ssm:GetParameter", "Resource": {{resource}} }"""),
            more: """, "Settings": { "Type": "AWS::SSM::Parameter", "Properties": { "Type": "String", "Name": "/demo/settings", "Value": "x" } } """
        );

        Assert.Contains(FindingRuleId.SecretAccess, Examined.Found(Assert.Single(imported.Pools)));
    }

    [Theory]
    [InlineData("""{ "Fn::If": ["C", { "Type": "Token" }, { "Ref": "AWS::NoValue" }] }""")]
    [InlineData("""{ "Type": { "Ref": "Kind" } }""")]
    [InlineData("""{ "Type": "Token", "AmbiguousRoleResolution": { "Fn::If": ["C", "Deny", "AuthenticatedRole"] } }""")]
    [InlineData("""{ "Type": "Rules", "RulesConfiguration": { "Ref": "Rules" } }""")]
    [InlineData("""{ "Type": "Rules", "RulesConfiguration": { "Rules": { "Fn::If": ["C", [], []] } } }""")]
    public void A_mapping_that_is_not_known_is_told_and_decides_nothing(string mapping)
    {
        var imported = WiderTemplates.Import(
            pool: $$""", "CognitoIdentityProviders": [{ "ProviderName": "cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab1Cd2Ef3", "ClientId": "web" }] """,
            attachment: $$""", "RoleMappings": { "{{Client}}": {{mapping}} } """
        );
        var pool = Assert.Single(imported.Pools);
        var part = Assert.Single(pool.UnknownParts);

        Assert.Equal((UnknownPartKind.RoleMappings, $"Attachment.RoleMappings.{Client}"), (part.Kind, part.Place));
        Assert.Contains(part.Reason, imported.Warnings);
        var simulated = new SimulatedPool(pool);
        Assert.Equal(
            RoleDecisionOutcome.Undetermined,
            new RoleDecision(simulated.RequestOf(new UserPoolReference(pool.UserPools[0].UserPool, pool.UserPools[0].UserPoolClient))).Outcome
        );
        Assert.Equal(
            mapping.StartsWith("{ \"Fn::If\"", StringComparison.Ordinal) ? RoleDecisionOutcome.Undetermined : RoleDecisionOutcome.Role,
            new RoleDecision(simulated.RequestOf(new ProviderUrlReference("dev"))).Outcome
        );
        AssertUntold(pool);
    }

    [Theory]
    [InlineData("{ \"Ref\": \"AWS::NoValue\" }", false)]
    [InlineData("{ \"Fn::If\": [\"C\", { \"Ref\": \"Pool\" }, { \"Ref\": \"Pool\" }] }", false)]
    [InlineData("{ \"Fn::If\": [\"C\", { \"Ref\": \"Pool\" }, { \"Ref\": \"Other\" }] }", true)]
    public void An_attachment_that_may_be_of_another_pool(string poolId, bool isUnknown)
    {
        var imported = JsonTemplates.Import(
            $$"""
            { "Resources": {
              "Pool": { "Type": "AWS::Cognito::IdentityPool", "Properties": { "AllowUnauthenticatedIdentities": true } },
              "Attachment": { "Type": "AWS::Cognito::IdentityPoolRoleAttachment",
                "Properties": { "IdentityPoolId": {{poolId}}, "Roles": { "unauthenticated": "arn:aws:iam::123456789012:role/G" } } }
            } }
            """
        );
        var pool = Assert.Single(imported.Pools);

        Assert.Equal(isUnknown, pool.IsUnknown(UnknownPartKind.RoleAttachment));
        Assert.Equal(poolId.Contains("NoValue", StringComparison.Ordinal), Examined.Found(pool).Contains(FindingRuleId.GuestWithoutRole));
    }

    [Fact]
    public void Providers_of_both_outcomes_are_read()
    {
        var pool = Assert.Single(
            WiderTemplates
                .Import(
                    pool: """
                    , "OpenIdConnectProviderARNs": { "Fn::If": ["C", ["arn:aws:iam::123456789012:oidc-provider/a.example"], ["arn:aws:iam::123456789012:oidc-provider/b.example"]] },
                    "SupportedLoginProviders": { "accounts.google.com": { "Fn::If": ["C", "one", "other"] } },
                    "CognitoIdentityProviders": [
                      { "Fn::If": ["C",
                        { "ProviderName": "cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab1Cd2Ef3", "ClientId": "web", "ServerSideTokenCheck": true },
                        { "ProviderName": "cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab1Cd2Ef3", "ClientId": "web" }] }]
                    """
                )
                .Pools
        );

        Assert.Equal(2, pool.OpenIdConnectProviders.Count);
        Assert.Equal("one", Assert.Single(pool.LoginProviders).TypedAppId.Literal);
        Assert.True(Assert.Single(pool.UserPools).ServerSideTokenCheck);
        Assert.All(pool.UnknownParts, part => Assert.Equal(UnknownPartKind.Providers, part.Kind));
        Assert.Equal(3, pool.UnknownParts.Count);
    }

    /// <summary>The pool of a template of which nothing is lost or unknown.</summary>
    private static IdentityPool Whole(string file)
    {
        var imported = FieldTemplates.Import(file);
        Assert.Empty(imported.Errors);
        Assert.Empty(imported.Warnings);
        var pool = Assert.Single(imported.Pools);
        Assert.Empty(pool.UnknownParts);
        Assert.All(pool.Roles, role => Assert.Empty(role.UnknownParts));
        return pool;
    }

    private static ValueList<IdentityPoolFinding> Findings(IdentityPool pool) => FindingSet.Evaluate(pool);

    private static void AssertUntold(IdentityPool pool)
    {
        var fault = Assert.Throws<DefinitionException>(() => Completeness.Check(pool));
        Assert.Equal(nameof(Messages.PoolUntold), fault.ErrorId);
        Assert.All(pool.UnknownParts, part => Assert.Contains(part.Reason, fault.Message, StringComparison.Ordinal));
    }
}
