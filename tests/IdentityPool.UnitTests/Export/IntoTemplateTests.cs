using System.Text;
using IdentityPools.Model;
using IdentityPools.Ports;
using IdentityPools.Template;
using IdentityPools.Validation;
using IdentityPools.Values;
using IdentityPools.Yaml;
using Xunit;

namespace IdentityPools.UnitTests.Export;

/// <summary>A pool goes back into its template: what was changed of it is changed there, and every other byte stays.</summary>
public sealed class IntoTemplateTests
{
    /// <summary>What a change of a pool may be refused with, as the template does not say it where it could be changed.</summary>
    private static readonly string[] Refusals = ["ChangeUnderFunction", "RevokedElsewhere", "RevokedFromShared", "IntoStillNeeded"];

    private static readonly JsonTemplateText Json = new();
    private static readonly YamlTemplateText Yaml = new();

    public static TheoryData<string, bool> Files => [.. ImportedPoolTests.Importable.SelectMany(name => new[] { (name.Data, false), (name.Data, true) })];

    [Theory]
    [MemberData(nameof(Files))]
    public void Nothing_changed_is_the_same_text(string file, bool isJson)
    {
        var (text, form) = Text(file, isJson);
        var pools = TemplateImporter.Import(form.Read(text)).Pools;

        Assert.Same(text, IntoTemplate.Write(text, file, pools, new(), form));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_change_is_written_and_nothing_else(string file, bool isJson)
    {
        var (text, form) = Text(file, isJson);
        var pools = TemplateImporter.Import(form.Read(text)).Pools;
        foreach (var pool in pools)
        {
            foreach (var name in Edits.Names)
            {
                if (Changed(pool, name) is not { } changed || changed.Equals(pool))
                {
                    continue;
                }

                try
                {
                    AssertWritten(text, IntoTemplate.Write(text, file, [changed], new(), form), changed, form, $"{file}, {name}");
                }
                catch (DefinitionException exception) when (Refusals.Contains(exception.ErrorId))
                {
                    Assert.Contains(pool.ToString(), exception.Message, StringComparison.Ordinal);
                }
            }
        }
    }

    [Fact]
    public void A_flag_that_a_parameter_gives_is_written_where_the_definition_says_it()
    {
        var text = Into("06-guests-by-parameter.yaml", pool => pool.With(new() { AllowUnauthenticatedIdentities = false }, TagChange.Create([], [])));

        Assert.Contains("      AllowUnauthenticatedIdentities: false\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("!Ref Guests", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_that_says_nothing_any_more_goes()
    {
        var text = Into("15b-managedpolicy-roles.yaml", pool => Edits.Apply("revoke", pool));

        Assert.DoesNotContain("Extra:", text, StringComparison.Ordinal);
        Assert.Contains("  Attach:\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_statement_that_other_roles_have_too_is_not_taken_from_them()
    {
        var text = FieldTemplates.Text("15b-managedpolicy-roles.yaml").Replace("Roles: [ !Ref Auth ]", "Roles: [ !Ref Auth, other ]", StringComparison.Ordinal);

        Assert.Contains(
            "Extra",
            Refused.With("RevokedFromShared", () => Into(text, "file", pool => Edits.Apply("revoke", pool))).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_role_goes_with_the_policies_that_are_for_it_alone()
    {
        var text = FieldTemplates.Text("15b-managedpolicy-roles.yaml");
        var replaced = IdentityPoolRole.Existing(TemplateValue.FromString("arn:aws:iam::123456789012:role/Users"));
        var alone = Into(text, "file", Replaced);
        var shared = Into(text.Replace("Roles: [ !Ref Auth ]", "Roles: [ !Ref Auth, other ]", StringComparison.Ordinal), "file", Replaced);

        Assert.DoesNotContain("Auth:", alone, StringComparison.Ordinal);
        Assert.DoesNotContain("Extra:", alone, StringComparison.Ordinal);
        Assert.Contains("      Roles: [ other ]\n", shared, StringComparison.Ordinal);

        IdentityPool Replaced(IdentityPool pool) => pool.With(new() { AuthenticatedRole = replaced }, TagChange.Create([], []));
    }

    [Fact]
    public void A_role_that_something_else_names_is_not_taken_out()
    {
        const string Function = "  App: { Type: AWS::Lambda::Function, Properties: { Role: !GetAtt Auth.Arn } }\n";
        var replaced = IdentityPoolRole.Existing(TemplateValue.FromString("arn:aws:iam::123456789012:role/Users"));
        var fault = Refused.With(
            "IntoStillNeeded",
            () =>
                Into(
                    FieldTemplates.Text("15b-managedpolicy-roles.yaml") + Function,
                    "file",
                    pool => pool.With(new() { AuthenticatedRole = replaced }, TagChange.Create([], []))
                )
        );

        Assert.Contains("'Auth'", fault.Message, StringComparison.Ordinal);
        Assert.Contains(": App.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_pools_of_a_template_are_written_at_once()
    {
        var text = FieldTemplates.Text("22-several-pools-one-role.yaml");
        var pools = TemplateImporter.Import(Yaml.Read(text)).Pools.Select(pool => Edits.Apply("login provider", pool)).ToList();
        var written = IntoTemplate.Write(text, "file", pools, new(), Yaml);

        Assert.Equal(pools, TemplateImporter.Import(Yaml.Read(written)).Pools);
        Assert.Equal(2, written.Split("appleid.apple.com").Length - 1);
    }

    private const string Literal = """
        Resources:
          Pool:
            Type: AWS::Cognito::IdentityPool
            Properties:
              AllowUnauthenticatedIdentities: false
              SupportedLoginProviders:
                api.twitter.com: key;s3cret

        """;

    [Theory]
    [InlineData(Literal)]
    [InlineData("{Resources: {Pool: {Type: AWS::Cognito::IdentityPool, Properties: {SupportedLoginProviders: {api.twitter.com: key;s3cret}}}}}")]
    [InlineData(
        "{\"Resources\":{\"Pool\":{\"Type\":\"AWS::Cognito::IdentityPool\",\"Properties\":{\"SupportedLoginProviders\":{\"api.twitter.com\":\"key;s3cret\"}}}}}"
    )]
    public void A_secret_in_the_file_stays_where_another_part_changes_and_is_not_shown(string text)
    {
        ITemplateText form = text.Contains('"', StringComparison.Ordinal) ? Json : Yaml;
        var pool = Edits.Apply("login provider", TemplateImporter.Import(form.Read(text)).Pools[0]);
        var written = IntoTemplate.Write(text, "file", [pool], new() { LeftOut = Unexpected }, form);

        Assert.Contains("key;s3cret", written, StringComparison.Ordinal);
        Assert.Contains("com.example.app", written, StringComparison.Ordinal);
        Assert.DoesNotContain("NoEcho", written, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", string.Join('\n', LineDifference.Of(text, written, form)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("key", "n3w")]
    [InlineData("other", "s3cret")]
    public void Another_secret_becomes_a_parameter_that_is_named(string key, string secret)
    {
        var said = new List<string>();
        var pool = TemplateImporter.Import(Yaml.Read(Literal)).Pools[0];
        var changed = pool.WithLoginProviderChanged(LoginProvider.Twitter(TemplateValue.FromString(key), ProviderSecret.From(secret)));
        var written = IntoTemplate.Write(Literal, "file", [changed], new() { LeftOut = said.Add }, Yaml);

        Assert.Contains("NoEcho: true", written, StringComparison.Ordinal);
        Assert.Contains(key + ";${PoolTwitterConsumerSecret}", written, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, written, StringComparison.Ordinal);
        Assert.Contains("'PoolTwitterConsumerSecret'", Assert.Single(said), StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", string.Join('\n', LineDifference.Of(Literal, written, Yaml)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\u0085")]
    [InlineData("\u2028")]
    [InlineData("\u2029")]
    public void Characters_that_end_lines_in_YAML_stay_as_they_are(string end)
    {
        var yaml =
            $"Resources:{end}  News:{end}    Type: AWS::SNS::Topic # news{end}    Properties: {{ DisplayName: \"a{end}      b\" }}{end}"
            + $"  Pool:{end}    Type: AWS::Cognito::IdentityPool{end}    Properties:{end}      AllowUnauthenticatedIdentities: false # never{end}";
        var json =
            $"{{ \"Resources\": {{ \"News\": {{ \"Type\": \"AWS::SNS::Topic\", \"Properties\": {{ \"DisplayName\": \"a{end}b\" }} }},"
            + " \"Pool\": { \"Type\": \"AWS::Cognito::IdentityPool\", \"Properties\": { \"AllowUnauthenticatedIdentities\": false } } } }";
        foreach (var (text, form) in new (string, ITemplateText)[] { (yaml, Yaml), (json, Json) })
        {
            var pool = TemplateImporter.Import(form.Read(text)).Pools[0];
            var written = IntoTemplate.Write(text, "file", [pool.With(new() { AllowUnauthenticatedIdentities = true }, TagChange.Create([], []))], new(), form);

            Assert.Same(text, IntoTemplate.Write(text, "file", [pool], new(), form));
            Assert.Equal(text.Replace("false", "true", StringComparison.Ordinal), written);
        }
    }

    [Fact]
    public void What_goes_is_named()
    {
        var said = new List<string>();
        var text = FieldTemplates.Text("15b-managedpolicy-roles.yaml") + "Outputs:\n  RoleArn: { Value: !GetAtt Auth.Arn }\n";
        var replaced = IdentityPoolRole.Existing(TemplateValue.FromString("arn:aws:iam::123456789012:role/Users"));
        var pool = TemplateImporter.Import(Yaml.Read(text)).Pools[0].With(new() { AuthenticatedRole = replaced }, TagChange.Create([], []));
        var written = IntoTemplate.Write(text, "file", [pool], new() { LeftOut = said.Add }, Yaml);

        Assert.DoesNotContain("Outputs", written, StringComparison.Ordinal);
        Assert.Contains("Auth (AWS::IAM::Role), Extra (AWS::IAM::ManagedPolicy), Outputs.RoleArn", Assert.Single(said), StringComparison.Ordinal);
    }

    [Fact]
    public void A_default_that_is_a_secret_is_not_remembered()
    {
        const string Text = """
            Parameters:
              Key: { Type: String, Default: the-key }
              Secret: { Type: String, Default: s3cret, Description: Of Twitter }
              Looked: { Type: 'AWS::SSM::Parameter::Value<String>', Default: /twitter }
            Resources:
              Pool:
                Type: AWS::Cognito::IdentityPool
                Properties:
                  AllowUnauthenticatedIdentities: false
                  SupportedLoginProviders:
                    api.twitter.com: !Sub '${Key};${Secret}'

            """;
        foreach (var (text, isShown) in new[] { (Text, true), (Text.Replace("${Secret}", "${Looked}", StringComparison.Ordinal), false) })
        {
            var result = TemplateImporter.Import(Yaml.Read(text));
            var alone = Encoding.UTF8.GetString(TemplateFiles.Single(result.Pools, new(), Yaml).Span);

            Assert.Equal(isShown, result.Warnings.Any(warning => warning.Contains("parameter 'Secret'", StringComparison.Ordinal)));
            Assert.DoesNotContain("s3cret", alone + string.Concat(result.Warnings) + StoredDefinition.Write(result.Pools[0]), StringComparison.Ordinal);
            Assert.Contains("Default: the-key", alone, StringComparison.Ordinal);
            Assert.Equal(isShown, alone.Contains("NoEcho: true", StringComparison.Ordinal));
            Assert.Equal(!isShown, alone.Contains("Default: /twitter", StringComparison.Ordinal));

            var written = IntoTemplate.Write(text, "file", [Edits.Apply("login provider", result.Pools[0])], new(), Yaml);
            Assert.Contains("Default: s3cret", written, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Of_a_file_with_a_secret_no_line_is_shown_that_was_there()
    {
        const string Text = "Parameters: { Secret: { Type: String, Default: s3cret } }\n";
        const string Pool =
            "Resources: { Pool: { Type: AWS::Cognito::IdentityPool, Properties: { SupportedLoginProviders: { api.twitter.com: !Sub 'k;${Secret}' } } } }\n";
        var shown = string.Join(
            '\n',
            LineDifference.Of(Text + Pool, Text.Replace(" }\n", ", New: { Type: String } }\n", StringComparison.Ordinal) + Pool, Yaml)
        );

        Assert.DoesNotContain("s3cret", shown, StringComparison.Ordinal);
        Assert.Equal(2, shown.Split("***").Length - 1);
    }

    [Fact]
    public void A_secret_that_a_condition_chooses_is_not_remembered()
    {
        const string Text = """
            Conditions: { IsProd: !Equals [ !Ref AWS::Region, eu-west-1 ] }
            Resources:
              Pool:
                Type: AWS::Cognito::IdentityPool
                Properties:
                  AllowUnauthenticatedIdentities: false
                  SupportedLoginProviders:
                    api.twitter.com: !If [ IsProd, 'key;s3cret', !Join [ ';', [ key, other-s3cret ] ] ]

            """;
        var pool = TemplateImporter.Import(Yaml.Read(Text)).Pools[0];
        var written = Into(Text, "file", known => Edits.Apply("login provider", known));

        Assert.DoesNotContain("s3cret", Encoding.UTF8.GetString(TemplateFiles.Single([pool], new(), Yaml).Span), StringComparison.Ordinal);
        Assert.Contains("!If [ IsProd, 'key;s3cret', !Join [ ';', [ key, other-s3cret ] ] ]", written, StringComparison.Ordinal);
    }

    private static void Unexpected(string sentence) => Assert.Fail(sentence);

    private const string Twice = """
          Again:
            Type: AWS::IAM::Policy
            Properties:
              PolicyName: IdentityPoolPermissions
              Roles: [ !Ref Auth ]
              PolicyDocument: { Version: '2012-10-17', Statement: [ { Effect: Allow, Action: '*', Resource: '*' } ] }

        """;

    [Fact]
    public void What_is_revoked_goes_from_every_place_that_says_it()
    {
        var text = Into(FieldTemplates.Text("15b-managedpolicy-roles.yaml") + Twice, "file", pool => Edits.Apply("revoke", pool));

        Assert.DoesNotContain("Action: '*'", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_granted_does_not_take_the_name_of_another_policy_of_the_role() =>
        Assert.Contains(
            "PolicyName: IdentityPoolPermissions2",
            Into(
                (FieldTemplates.Text("15b-managedpolicy-roles.yaml") + Twice).Replace(
                    "Action: '*', Resource: '*'",
                    "Action: sns:Publish, Resource: arn:aws:sns:eu-west-1:123456789012:news",
                    StringComparison.Ordinal
                ),
                "file",
                pool => Edits.Apply("grant", pool)
            ),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("      Groups: [ admins ]\n")]
    [InlineData("      Users: [ ann ]\n")]
    public void What_users_and_groups_have_too_is_not_taken_from_them(string others)
    {
        var text = FieldTemplates
            .Text("15b-managedpolicy-roles.yaml")
            .Replace("      Roles: [ !Ref Auth ]\n", "      Roles: [ !Ref Auth ]\n" + others, StringComparison.Ordinal);

        Refused.With("RevokedFromShared", () => Into(text, "file", pool => Edits.Apply("revoke", pool)));
    }

    [Fact]
    public void What_a_role_outside_of_the_pool_has_too_is_not_taken_from_it()
    {
        const string Other = "  R2: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: {}, ManagedPolicyArns: [ !Ref Extra ] } }\n";

        Refused.With("RevokedFromShared", () => Into(FieldTemplates.Text("15b-managedpolicy-roles.yaml") + Other, "file", pool => Edits.Apply("revoke", pool)));
    }

    [Theory]
    [InlineData("revoke")]
    [InlineData("revoke one")]
    public void Nothing_is_revoked_while_something_unknown_may_allow_it(string edit)
    {
        var pool = FieldTemplates.Import("18f-if-statement.yaml").Pools[0];
        var granted = pool.WithRole(
            pool.Roles.First(role => role.IsManaged),
            role =>
                role.WithStatements([
                    PolicyStatement.Create(new() { Actions = [TemplateValue.FromString("a:B")], Resources = [TemplateValue.FromString("*")] }),
                ])
        );

        Refused.With("RevokeUntold", () => Edits.Apply(edit, granted));
    }

    [Fact]
    public void A_list_of_one_action_is_no_function()
    {
        var text = FieldTemplates
            .Text("15b-managedpolicy-roles.yaml")
            .Replace("Action: sts:AssumeRoleWithWebIdentity", "Action: [ sts:AssumeRoleWithWebIdentity ]", StringComparison.Ordinal);
        var written = Into(
            text,
            "file",
            pool => Edits.Apply("login provider", pool).WithPrincipalTags(PrincipalTagMapping.Defaults(new LoginProviderReference(LoginProviderName.Apple)))
        );

        Assert.Contains("sts:TagSession", written, StringComparison.Ordinal);
    }

    [Fact]
    public void A_provider_that_was_not_read_stays_beside_a_new_one()
    {
        const string Text = """
            Resources:
              Pool:
                Type: AWS::Cognito::IdentityPool
                Properties:
                  AllowUnauthenticatedIdentities: false
                  SupportedLoginProviders:
                    api.twitter.com: '{{resolve:secretsmanager:tw:SecretString:pair}}'

            """;
        var text = Into(Text, "file", pool => Edits.Apply("login provider", pool));

        Assert.Contains("{{resolve:secretsmanager:tw:SecretString:pair}}", text, StringComparison.Ordinal);
        Assert.Contains("appleid.apple.com", text, StringComparison.Ordinal);
    }

    private static string Into(string file, Func<IdentityPool, IdentityPool> change) => Into(FieldTemplates.Text(file), file, change);

    private static string Into(string text, string file, Func<IdentityPool, IdentityPool> change) =>
        IntoTemplate.Write(text, file, [change(TemplateImporter.Import(Yaml.Read(text)).Pools[0])], new(), Yaml);

    private static IdentityPool? Changed(IdentityPool pool, string name)
    {
        try
        {
            return Edits.Apply(name, pool);
        }
        catch (DefinitionException)
        {
            // Such a change cannot be made of this pool.
            return null;
        }
    }

    private static void AssertWritten(string text, string written, IdentityPool changed, ITemplateText form, string what)
    {
        var again = TemplateImporter.Import(form.Read(written), [changed.LogicalId]);
        Assert.True(changed.Equals(Assert.Single(again.Pools)), $"{what}:\n{string.Join('\n', LineDifference.Of(text, written))}");

        // Each line that stays, stays as it was and in its order, and what is no part of the pool stays.
        var own = changed.Origin.Template!.Resources.Select(entry => entry.Key).ToHashSet();
        var (before, now) = ((TemplateMapping)form.Read(text), (TemplateMapping)form.Read(written));
        foreach (var (id, resource) in before["Resources"] as TemplateMapping ?? [])
        {
            Assert.True(own.Contains(id) || resource.Equals(now.At("Resources", id)), $"{what}: {id}");
        }
    }

    private static (string Text, ITemplateText Form) Text(string file, bool isJson)
    {
        var text = FieldTemplates.Text(file);
        return isJson ? (Encoding.UTF8.GetString(Json.Write(Yaml.Read(text)).Span), Json) : (text, Yaml);
    }
}
