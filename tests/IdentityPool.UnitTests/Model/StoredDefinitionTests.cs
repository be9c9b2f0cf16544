using FsCheck.Xunit;
using IdentityPools.Model;
using IdentityPools.Template;
using IdentityPools.UnitTests.Properties;
using IdentityPools.Values;
using Xunit;

namespace IdentityPools.UnitTests.Model;

/// <summary>A definition comes back from its stored text as it was, or not at all.</summary>
[Properties(Arbitrary = [typeof(Definitions)])]
public sealed class StoredDefinitionTests
{
    private static readonly IdentityPool Shop = IdentityPool
        .Create(new() { Name = "shop", Tags = Pools.Map(("team", "web")) })
        .WithUserPool(Pools.Client("1example23456789"))
        .WithLoginProvider(LoginProvider.Twitter("consumer-key", ProviderSecret.From("consumer-secret")))
        .WithRoleMapping(Pools.Rules(Pools.Login(LoginProviderName.Twitter), Pools.Rule("a@shop", Pools.Role("Admin", Pools.Allow("s3:*")))));

    /// <summary>What is stored of each type. Whoever changes it raises <see cref="StoredDefinition.Version"/> and reads the version before as well.</summary>
    private const string VersionThree = """
        FindingSuppression: Reason RuleId Target?
        IdentityPool: AllowClassicFlow? AllowUnauthenticatedIdentities Arn? AuthenticatedRole? DeletionPolicy? DeveloperProviderName? Extent Id? LogicalId LoginProviders Marks Mention Name? OpenIdConnectProviders Origin PrincipalTags Region? RoleAttachmentLogicalId? RoleMappings Roles SamlProviders Suppressions Tags TrustingRoles UnauthenticatedRole? UnknownParts UserPoolGroups UserPools
        IdentityPoolRole: AllowsSessionTags Arn? Description? Evidence For InlinePolicies IsManaged IsNameOnly LogicalId? ManagedPolicyArns MaxSessionDuration? Name? Path? PermissionsBoundary? Statements Tags TrustAsRead? UnknownParts
        LoginProvider: AppId Provider Secret?
        LoginProviderReference: Login
        Mention: AllowClassicFlow AllowUnauthenticatedIdentities AuthenticatedRole UnauthenticatedRole
        OpenIdConnectProvider: Arn? ClientIds LogicalId? Tags Thumbprints Url?
        OpenIdConnectProviderReference: Provider
        PolicyStatement: Actions ConditionNode? Effect NotActions NotResources Resources Sid?
        PoolOrigin: AsRead? CopyOf? IsSandbox? ProfileName? Template?
        PrincipalTagMapping: Provider Tags UseDefaults
        ProviderUrlReference: Value
        RoleDocument: IsCarried Name Node
        RoleEvidence: ManagedPolicyArns PlainParameters Policies Trust?
        RoleMapping: AmbiguousRoleResolution Key? Provider Rules Type
        RoleMappingRule: Claim ClaimValue MappedRole MatchType Place?
        SamlProvider: Arn? LogicalId? MetadataDocument? Name? Tags
        SamlProviderReference: Provider
        TemplateOrigin: Baseline Conditions IsEvaluated LogicalIds Mappings Outputs Parameters Policies Resources Rules Transform?
        UnknownPart: Kind Place Provider? Reason
        UserPool: AdditionalProperties AllowSelfSignUp? DeletionPolicy? Id? LogicalId? Name? PasswordMinimumLength? Tags
        UserPoolAuthentication: ServerSideTokenCheck UserPool UserPoolClient
        UserPoolClient: AdditionalProperties AllowedOAuthFlows AllowedOAuthScopes CallbackUrls ClientId? ExplicitAuthFlows GenerateSecret? LogicalId? LogoutUrls Name? PreventUserExistenceErrors? SupportedIdentityProviders UserPool?
        UserPoolGroup: AdditionalProperties Description? LogicalId? Name? Precedence? Role? UserPool?
        UserPoolReference: Client? IsClientImplied UserPool
        """;

    [Property]
    public void Every_definition_comes_back(Definition definition)
    {
        var pool = definition.Build();

        var restored = Assert.IsType<IdentityPool>(StoredDefinition.Read(StoredDefinition.Write(pool)));

        Assert.Equal(pool, restored);
        Assert.Equal(pool.Mention, restored.Mention);
        Assert.Equal(StoredDefinition.Write(pool), StoredDefinition.Write(restored));
    }

    [Property]
    public void So_does_what_it_was_read_from(Definition definition, Definition before)
    {
        var read = before.Build().Existing("eu-west-1:3fbaf7c2-5d63-4a6f-9d58-0a1b2c3d4e5f", "arn:aws:x", Bookkeeping.Marks(ValueMap<string>.Empty));
        var pool = read.ReadBy(new("production", IsSandbox: false) { CopyOf = "eu-west-1:1", AsRead = definition.Build() });

        var restored = Assert.IsType<IdentityPool>(StoredDefinition.Read(StoredDefinition.Write(pool)));

        Assert.Equal(pool.Origin, restored.Origin);
        Assert.Equal(pool.Origin.AsRead, restored.Origin.AsRead);
        Assert.Equal(read.Origin with { AsRead = null }, restored.Origin.AsRead!.Origin);
        Assert.Equal((pool.Id, pool.Arn, pool.Region, pool.Marks), (restored.Id, restored.Arn, restored.Region, restored.Marks));
    }

    [Fact]
    public void What_its_template_said_comes_back_but_for_a_secret()
    {
        var pool = Assert.Single(
            JsonTemplates
                .Import(
                    """
                    {
                      "Resources": {
                        "Pool": {
                          "Type": "AWS::Cognito::IdentityPool",
                          "DependsOn": "Other",
                          "Properties": {
                            "AllowUnauthenticatedIdentities": { "Ref": "Guests" },
                            "SupportedLoginProviders": { "api.twitter.com": "consumer-key;consumer-secret" }
                          }
                        },
                        "Tags": {
                          "Type": "AWS::Cognito::IdentityPoolPrincipalTag",
                          "Properties": { "IdentityPoolId": { "Ref": "Pool" }, "IdentityProviderName": "api.twitter.com", "UseDefaults": true }
                        },
                        "Other": { "Type": "AWS::SNS::Topic" }
                      },
                      "Parameters": { "Guests": { "Type": "String", "AllowedValues": ["true", "false"] } }
                    }
                    """
                )
                .Pools
        );

        var text = StoredDefinition.Write(pool);
        var restored = Assert.IsType<IdentityPool>(StoredDefinition.Read(text));

        Assert.DoesNotContain("consumer-secret", text, StringComparison.Ordinal);
        Assert.Equal(pool.Origin.Template, restored.Origin.Template! with { Baseline = pool.Origin.Template!.Baseline });
        Assert.Equal(restored, restored.Origin.Template.Baseline);
        Assert.Equal("Tags", Assert.Single(restored.Origin.Template.LogicalIds).Value);
        Assert.Equal(["Guests"], restored.Origin.Template.Parameters.Select(parameter => parameter.Key));
        Assert.Equal("Other", (((TemplateMapping)restored.Origin.Template.Resources["Pool"]!)["DependsOn"] as TemplateScalar)?.Text);
    }

    [Fact]
    public void What_is_seen_of_a_role_beside_its_definition_comes_back()
    {
        var evidence = new RoleEvidence
        {
            Trust = Template.TemplateMapping.Single("Version", "2012-10-17"),
            Policies = [new("p", Template.TemplateMapping.Single("Statement", 1), IsCarried: true)],
            ManagedPolicyArns = ["arn:aws:iam::aws:policy/ReadOnlyAccess"],
        };
        var role = Pools.Role("Admin").AsRead("arn:aws:iam::123456789012:role/Admin", [], evidence);

        var restored = Assert.IsType<IdentityPoolRole>(StoredDefinition.Read(StoredDefinition.Write(role)));

        Assert.Equal(evidence, restored.Evidence);
        Assert.Equal((role.TrustPolicy, role.InlinePolicies), (restored.TrustPolicy, restored.InlinePolicies));
        Assert.Equal(role, restored);
    }

    [Fact]
    public void The_secret_is_left_out()
    {
        var text = StoredDefinition.Write(Shop.ReadBy(new("production", IsSandbox: false)));

        Assert.DoesNotContain("consumer-secret", text, StringComparison.Ordinal);
        Assert.Contains("consumer-key", text, StringComparison.Ordinal);
        var secret = ((IdentityPool)StoredDefinition.Read(text)).LoginProviders[0].Secret!;
        Assert.False(secret.IsKnown);
        Refused.With(nameof(Messages.SecretUnknown), () => secret.Reveal());
    }

    [Fact]
    public void Every_part_of_every_type_comes_back_by_itself()
    {
        object[] parts =
        [
            Shop,
            Shop.Roles[2],
            Shop.Roles[2].Statements[0],
            Shop.RoleMappings[0],
            Shop.RoleMappings[0].Rules[0],
            Shop.UserPools[0],
            Shop.UserPools[0].UserPool,
            Shop.UserPools[0].UserPoolClient,
            LoginProvider.Create(LoginProviderName.Google, "google"),
            PrincipalTagMapping.Defaults(Pools.Login(LoginProviderName.Twitter)),
            OpenIdConnectProvider.Define("https://issuer.example"),
            SamlProvider.Existing("arn:aws:iam::123456789012:saml-provider/Okta"),
            UserPoolGroupTests.Group("admins", Pools.Role("Admin"), 1).WithUserPool(Pools.UserPool),
        ];

        Assert.Equal(
            StoredDefinition.Types.Order(Comparer<Type>.Create((one, other) => string.CompareOrdinal(one.Name, other.Name))),
            parts.Select(part => part.GetType()).OrderBy(type => type.Name, StringComparer.Ordinal)
        );
        Assert.All(parts.Skip(1), part => Assert.Equal(part, StoredDefinition.Read(StoredDefinition.Write(part))));
    }

    [Fact]
    public void What_is_stored_is_known()
    {
        var seen = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var left = new Queue<Type>([.. StoredDefinition.Types, .. StoredFields.Providers]);
        while (left.TryDequeue(out var type))
        {
            if (
                type.IsEnum
                || type.IsGenericType
                || type.IsAbstract
                || type.Namespace?.StartsWith(nameof(IdentityPools), StringComparison.Ordinal) != true
                || seen.ContainsKey(type.Name)
            )
            {
                continue;
            }

            var fields = StoredFields.Of(type);
            seen.Add(type.Name, string.Join(' ', fields.Select(field => field.Name + (field.IsOptional ? "?" : ""))));
            foreach (
                var other in fields
                    .SelectMany(field => field.Type.IsGenericType ? field.Type.GetGenericArguments() : [field.Type])
                    .Where(other => other != typeof(TemplateValue) && !other.IsAssignableTo(typeof(Template.TemplateNode)) && other != typeof(ProviderSecret))
            )
            {
                left.Enqueue(other);
            }
        }

        Assert.Equal(VersionThree, string.Join('\n', seen.Select(entry => $"{entry.Key}: {entry.Value}")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"Version":1,"Type":"LoginProvider","Value":{"AppId":"g","Provider":"Google"}}""")]
    [InlineData("""{"Version":1,"Type":"LoginProvider","Digest":"x","Value":{"AppId":"g","Provider":"Google"}}""")]
    public void Another_text_is_an_error(string text) => Refused.With(nameof(Messages.StoredDefinitionDamaged), () => StoredDefinition.Read(text));

    [Theory]
    [InlineData("Process", "{}")]
    [InlineData("IdentityPool", "[]")]
    [InlineData("LoginProvider", """{"AppId":"g","Provider":"Myspace"}""")]
    [InlineData("LoginProvider", """{"AppId":"g","Provider":"7"}""")]
    [InlineData("LoginProvider", """{"AppId":["g"],"Provider":"Google"}""")]
    [InlineData("LoginProvider", """{"AppId":{"Node":["g"]},"Provider":"Google"}""")]
    [InlineData("LoginProvider", """{"AppId":"g","Provider":"Twitter","Secret":{"Value":"s"}}""")]
    [InlineData("PrincipalTagMapping", """{"Provider":{"Kind":"LoginProviderReference","Login":"Google"},"Tags":[],"UseDefaults":true}""")]
    [InlineData("PrincipalTagMapping", """{"Provider":{"Kind":"IdentityPool"},"Tags":{},"UseDefaults":true}""")]
    [InlineData(
        "RoleMapping",
        """{"AmbiguousRoleResolution":"Deny","Provider":{"Kind":"LoginProviderReference","Login":"Google"},"Rules":{},"Type":"Rules"}"""
    )]
    public void A_value_that_cannot_be_is_an_error(string type, string value) =>
        Refused.With(nameof(Messages.StoredDefinitionDamaged), () => StoredDefinition.Read(StoredDefinition.Write(type, new JsonTemplateText().Read(value))));

    [Theory]
    [InlineData("4")]
    [InlineData("\"1.0\"")]
    [InlineData("0")]
    public void Another_version_is_an_error(string version)
    {
        var text = StoredDefinition.Write(Shop).Replace("\"Version\":3", "\"Version\":" + version, StringComparison.Ordinal);

        Refused.With(nameof(Messages.StoredVersionUnknown), () => StoredDefinition.Read(text));
    }

    [Fact]
    public void The_version_before_had_fewer_parts()
    {
        var whole = Assert.IsType<Template.TemplateMapping>(new JsonTemplateText().Read(StoredDefinition.Write(Shop)));
        var before = Assert.IsType<Template.TemplateMapping>(Without(whole["Value"]!));
        var text = StoredDefinition.Write(nameof(IdentityPool), before).Replace("\"Version\":3", "\"Version\":1", StringComparison.Ordinal);

        Assert.DoesNotContain("UnknownParts\":[],\"UserPools", text, StringComparison.Ordinal);
        Assert.Equal(StoredDefinition.Read(StoredDefinition.Write(Shop)), StoredDefinition.Read(text));

        static Template.TemplateNode Without(Template.TemplateNode node) =>
            node switch
            {
                Template.TemplateMapping { Count: > 0 } map => new Template.TemplateMapping(
                    map.Where(entry =>
                            entry.Key is not ("TrustingRoles" or "PlainParameters" or "UnknownParts" or "UserPoolGroups")
                            || (entry.Key == "UnknownParts" && map["For"] is not null)
                        )
                        .Select(entry => KeyValuePair.Create(entry.Key, Without(entry.Value)))
                ),
                Template.TemplateSequence list => new Template.TemplateSequence(list.Select(Without)),
                _ => node,
            };
    }

    [Fact]
    public void A_part_that_is_missing_is_an_error_and_so_is_one_too_many()
    {
        var whole = Assert.IsType<Template.TemplateMapping>(new JsonTemplateText().Read(StoredDefinition.Write(Shop)));
        var value = Assert.IsType<Template.TemplateMapping>(whole["Value"]);
        var optional = StoredFields.Of(typeof(IdentityPool)).Where(field => field.IsOptional).Select(field => field.Name).ToHashSet();

        Assert.All(
            value.Where(part => !optional.Contains(part.Key)),
            part =>
                Assert.Contains(
                    part.Key,
                    Refused.With(nameof(Messages.StoredDefinitionDamaged), () => Read(new(value.Where(other => other.Key != part.Key)))).Message,
                    StringComparison.Ordinal
                )
        );
        Refused.With(nameof(Messages.StoredDefinitionDamaged), () => Read(new(value.Append(new("Other", "x")))));

        static void Read(Template.TemplateMapping value) => StoredDefinition.Read(StoredDefinition.Write(nameof(IdentityPool), value));
    }
}
