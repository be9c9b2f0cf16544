using FsCheck;
using FsCheck.Fluent;
using IdentityPools.Model;
using IdentityPools.Template;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.UnitTests.Properties;

/// <summary>Whole definitions: every part, literal and by function, managed and existing.</summary>
public static class Definitions
{
    private static readonly string[] TagPieces = ["a", "Z", "9", " ", "_", ".", ":", "/", "=", "+", "-", "@", "é", "漢"];

    /// <summary>The definitions, for FsCheck.</summary>
    /// <returns>The generator.</returns>
    public static Arbitrary<Definition> Definition() => Arb.From(Generator);

    private static Gen<Definition> Generator { get; } =
        from settings in Settings()
        from providers in Providers()
        from mappings in Mappings(providers)
        from tags in PrincipalTags(providers)
        from groups in Groups(providers)
        from grants in Grants(settings, mappings.RoleNames)
        select new Definition
        {
            Settings = settings,
            Steps = [.. providers.Select(provider => provider.Add), .. mappings.Steps, .. tags, .. groups],
            GroupSteps = groups.Count,
            Grants = grants,
        };

    private static Gen<T?> Maybe<T>(Gen<T> generator)
        where T : class => Gen.Frequency((2, generator.Select(value => (T?)value)), (1, Gen.Constant<T?>(null)));

    private static Gen<ValueMap<TemplateValue>> Tags(int maximum) =>
        from count in Gen.Choose(0, maximum)
        from values in Gen.ArrayOf(Values.Or(Texts.Of(TagPieces, 0, 12)), count)
        from key in Texts.Of(TagPieces, 1, 8)
        select TagRules.Create(values.Select((value, index) => KeyValuePair.Create($"{index}{key}", value)));

    private static Gen<IdentityPoolSettings> Settings() =>
        from name in Maybe(Values.Or(Texts.Of(["a", "B", "3", " ", "_", "+", "=", ",", ".", "@", "-"], 1, 128)))
        from guests in ArbMap.Default.GeneratorFor<bool>()
        from classic in Gen.Elements<bool?>(null, true, false)
        from authenticated in Maybe(DefaultRole(RoleAudience.Authenticated))
        from unauthenticated in Maybe(DefaultRole(RoleAudience.Unauthenticated))
        from none in ArbMap.Default.GeneratorFor<bool>()
        from tags in Tags(5)
        from logicalId in Gen.Elements(null, "Pool", "Mine7")
        from policy in Gen.Elements<DeletionPolicy?>(null, DeletionPolicy.Delete, DeletionPolicy.Retain)
        select new IdentityPoolSettings
        {
            Name = name,
            AllowUnauthenticatedIdentities = guests,
            AllowClassicFlow = classic,
            AuthenticatedRole = authenticated,
            UnauthenticatedRole = unauthenticated,
            NoUnauthenticatedRole = none && unauthenticated is null,
            Tags = tags,
            LogicalId = logicalId,
            DeletionPolicy = policy,
        };

    private static Gen<IdentityPoolRole> DefaultRole(RoleAudience audience) =>
        Gen.OneOf(
            Gen.Elements<string?>(null, $"{audience}-staff", $"My{audience}").SelectMany(name => ManagedRole(name, audience)),
            Gen.Elements("aws", "aws-us-gov", "aws-cn")
                .Select(partition => IdentityPoolRole.Existing($"arn:{partition}:iam::123456789012:role/app/{audience}1", audience)),
            Values.Function.Select(function => IdentityPoolRole.Existing(function, audience))
        );

    private static Gen<IdentityPoolRole> ManagedRole(string? name, RoleAudience audience) =>
        from description in Maybe(Values.Or(Texts.Of(["x", " ", "é", "\t", "\n", "'", ":", "#"], 0, 40)))
        from path in Gen.Elements<TemplateValue?>(null, "/", "/shop/", "/a/b-c/")
        from boundary in Gen.Elements<TemplateValue?>(null, "arn:aws:iam::123456789012:policy/Boundary")
        from seconds in Gen.Elements<int?>(null, 3600, 43200)
        from tags in Tags(3)
        from statements in Gen.ListOf(Statement())
        from policies in Gen.SubListOf<TemplateValue>("arn:aws:iam::aws:policy/ReadOnlyAccess", "arn:aws:iam::123456789012:policy/team/Own")
        select IdentityPoolRole
            .Managed(
                name,
                audience,
                new()
                {
                    Description = description,
                    Path = path,
                    PermissionsBoundary = boundary,
                    MaxSessionDuration = seconds,
                    Tags = tags,
                }
            )
            .WithManagedPolicies(policies)
            .WithStatements(statements.Take(3));

    private static Gen<PolicyStatement> Statement() =>
        from effect in Gen.Elements(PolicyEffect.Allow, PolicyEffect.Deny)
        from actions in Gen.NonEmptyListOf(Gen.Elements<TemplateValue>("s3:GetObject", "s3:*", "dynamodb:Query", "*", "execute-api:Invoke"))
        from negated in Gen.Choose(0, 9)
        from resources in Gen.NonEmptyListOf(
            Gen.Frequency(
                (4, Gen.Elements<TemplateValue>("*", "arn:aws:s3:::b/${cognito-identity.amazonaws.com:sub}/*", "arn:aws:sqs:eu-west-1:123456789012:q")),
                (1, Values.Function)
            )
        )
        from condition in Gen.OneOf(Gen.Constant<TemplateMapping?>(null), Condition().Select(node => (TemplateMapping?)node))
        select PolicyStatement.Create(
            new()
            {
                Effect = effect,
                Actions = negated == 0 ? [] : actions.Take(3).ToValueList(),
                NotActions = negated == 0 ? actions.Take(3).ToValueList() : [],
                Resources = negated == 1 ? [] : resources.Take(3).ToValueList(),
                NotResources = negated == 1 ? resources.Take(3).ToValueList() : [],
                Condition = condition,
            }
        );

    private static Gen<TemplateMapping> Condition() =>
        from @operator in Gen.Elements("StringEquals", "ForAllValues:StringLike", "Bool")
        from key in Gen.Elements("aws:RequestedRegion", "cognito-identity.amazonaws.com:amr", "dynamodb:LeadingKeys")
        from values in Gen.NonEmptyListOf(Gen.OneOf(Texts.Any(1, 10).Select(text => (TemplateNode)text), Values.Function.Select(value => value.Node)))
        select TemplateMapping.Single(@operator, TemplateMapping.Single(key, new TemplateSequence(values)));

    private static Gen<List<Provider>> Providers() =>
        from userPools in Gen.SubListOf(UserPools)
        from clients in Gen.ArrayOf(Gen.Choose(0, 4), 8)
        from check in ArbMap.Default.GeneratorFor<bool>()
        from logins in Gen.SubListOf(Enum.GetValues<LoginProviderName>())
        from appId in Values.Or(Texts.Of(["a", "7", ".", "_", "-", "/"], 1, 40))
        from oidc in Gen.SubListOf(OpenIdConnectProviders)
        from saml in Gen.SubListOf(SamlProviders)
        from developer in Maybe(Values.Or(Texts.Of(["d", "5", ".", "_", "-"], 1, 100)))
        select (List<Provider>)
            [
                .. userPools.Select((userPool, index) => Provider.Of(new UserPoolAuthentication(userPool, Clients[clients[index % 8]], check))),
                .. logins.Select(login =>
                    Provider.Of(
                        login == LoginProviderName.Twitter
                            ? LoginProvider.Twitter(appId, ProviderSecret.Parameter("TwitterSecret"))
                            : LoginProvider.Create(login, appId)
                    )
                ),
                .. oidc.Select(Provider.Of),
                .. saml.Select(Provider.Of),
                .. developer is null ? [] : new[] { Provider.Of(developer) },
            ];

    private static UserPool[] UserPools { get; } =
    [
        UserPool.Existing("eu-west-1_Ab1Cd2Ef3"),
        UserPool.Existing("us-gov-west-1_Zz9"),
        UserPool.Existing(TemplateValue.FromNode(Intrinsic.RefTo("UserPoolId"))),
        UserPool.Existing(TemplateValue.FromNode(TemplateMapping.Single(Intrinsic.ImportValue, "UserPoolId"))),
        UserPool.Existing(TemplateValue.FromNode(TemplateMapping.Single(Intrinsic.Sub, "${AWS::Region}_${Suffix}"))),
        UserPool.Existing(TemplateValue.FromNode(Intrinsic.SelectOf(1, Intrinsic.SplitOf("/", Intrinsic.RefTo("ProviderName"))))),
        UserPool.Define("customers", allowSelfSignUp: false, passwordMinimumLength: 12, deletionPolicy: DeletionPolicy.Retain),
        UserPool.Define(null, allowSelfSignUp: true, tags: TagRules.Create([new("team", "web")]), logicalId: "Staff"),
    ];

    private static UserPoolClient[] Clients { get; } =
    [
        UserPoolClient.Generated,
        UserPoolClient.Existing("1example23456789"),
        UserPoolClient.Existing(TemplateValue.FromNode(Intrinsic.RefTo("ClientId"))),
        UserPoolClient.Existing(TemplateValue.FromNode(TemplateMapping.Single(Intrinsic.Sub, "${Stage}x${Owner}"))),
        UserPoolClient.Define(
            new()
            {
                Name = "web app",
                GenerateSecret = true,
                AllowedOAuthFlows = ["code"],
                AllowedOAuthScopes = ["openid", "email"],
                CallbackUrls = ["https://shop.example/in"],
                LogoutUrls = ["myapp://out"],
                SupportedIdentityProviders = ["COGNITO", "Google"],
            }
        ),
    ];

    private static OpenIdConnectProvider[] OpenIdConnectProviders { get; } =
    [
        OpenIdConnectProvider.Existing("arn:aws:iam::123456789012:oidc-provider/login.partner.example"),
        OpenIdConnectProvider.Existing(TemplateValue.FromNode(Intrinsic.RefTo("PartnerArn"))),
        OpenIdConnectProvider.Define("https://login.shop.example/realms/1", ["web", "mobile"], [new string('a', 40)], TagRules.Create([new("x", "y")])),
    ];

    private static SamlProvider[] SamlProviders { get; } =
    [SamlProvider.Existing("arn:aws:iam::123456789012:saml-provider/Office"), SamlProvider.Define("Works", "<md>\n" + new string('x', 1000) + "\n</md>")];

    private static Gen<(List<Func<IdentityPool, IdentityPool>> Steps, List<string> RoleNames)> Mappings(List<Provider> providers) =>
        from mapped in Gen.SubListOf(providers.Where(provider => provider.Reference is not null).ToArray())
        from admin in ManagedRole("Admin", RoleAudience.Authenticated)
        from staff in ManagedRole("order-staff", RoleAudience.Authenticated)
        from mappings in Gen.CollectToArray(mapped.Take(Limits.RoleMappings).Select((provider, index) => Mapping(provider, index, admin, staff)))
        select (
            mappings.Select(mapping => (Func<IdentityPool, IdentityPool>)(pool => pool.WithRoleMapping(mapping))).ToList(),
            mappings
                .SelectMany(mapping => mapping.Rules)
                .Select(rule => rule.MappedRole)
                .Where(role => role.IsManaged)
                .Select(role => role.Name!)
                .Distinct()
                .ToList()
        );

    private static Gen<RoleMapping> Mapping(Provider provider, int index, IdentityPoolRole admin, IdentityPoolRole staff) =>
        from token in Gen.Choose(0, 3)
        from resolution in Gen.Elements(AmbiguousRoleResolution.Deny, AmbiguousRoleResolution.AuthenticatedRole)
        from hasKey in Gen.Choose(0, 2)
        from keyText in Texts.Any(1, 20)
        from rules in Gen.NonEmptyListOf(Rule(admin, staff))
        let key = hasKey == 0 || provider.Reference!.DefaultKey is null ? $"{index}{keyText}" : null
        select token == 0
            ? RoleMapping.FromToken(provider.Reference!, resolution, key)
            : RoleMapping.FromRules(provider.Reference!, rules.Distinct().Take(Limits.Rules).ToValueList(), resolution, key);

    private static Gen<RoleMappingRule> Rule(IdentityPoolRole admin, IdentityPoolRole staff) =>
        from claim in Values.Or(Gen.Elements("email", "custom:tier", "Größe", "😀"))
        from match in Gen.Elements(Enum.GetValues<ClaimMatchType>())
        from value in Values.Or(Texts.Any(1, 128))
        from role in Gen.OneOf(
            Gen.Elements(admin, staff, IdentityPoolRole.Existing("arn:aws:iam::123456789012:role/Mapped")),
            Values.Function.Select(function => IdentityPoolRole.Existing(function))
        )
        select RoleMappingRule.Create(claim, match, value, role);

    private static Gen<List<Func<IdentityPool, IdentityPool>>> PrincipalTags(List<Provider> providers) =>
        from tagged in Gen.SubListOf(providers.Where(provider => provider.Reference is not null && provider.CanTag).ToArray())
        from defaults in ArbMap.Default.GeneratorFor<bool>()
        from claim in Texts.Any(1, 20)
        select tagged
            .Select(provider =>
                defaults
                    ? PrincipalTagMapping.Defaults(provider.Reference!)
                    : PrincipalTagMapping.Create(provider.Reference!, ValueMap<TemplateValue>.Create([new("team é", claim), new("b", "sub")]))
            )
            .Select(tags => (Func<IdentityPool, IdentityPool>)(pool => pool.WithPrincipalTags(tags)))
            .ToList();

    private static Gen<List<Func<IdentityPool, IdentityPool>>> Groups(List<Provider> providers) =>
        from grouped in Gen.SubListOf(providers.Select(provider => provider.Reference).OfType<UserPoolReference>().ToArray())
        from name in Values.Or(Texts.Of(["g", "é", "7", "/", "-", "_", "漢"], 1, 20))
        from description in Maybe(Values.Or(Texts.Any(1, 30)))
        from precedence in Gen.Elements<int?>(null, 0, 7)
        from role in Maybe(
            Gen.OneOf(
                ManagedRole("group-role", RoleAudience.Authenticated),
                Gen.Constant(IdentityPoolRole.Existing("arn:aws:iam::123456789012:role/Member")),
                Values.Function.Select(function => IdentityPoolRole.Existing(function))
            )
        )
        select grouped
            .Select(reference =>
                (Func<IdentityPool, IdentityPool>)(
                    pool =>
                        pool.WithUserPoolGroups(
                            reference.UserPool,
                            [
                                UserPoolGroup.Define(
                                    new()
                                    {
                                        Name = name,
                                        Role = role,
                                        Precedence = precedence,
                                        Description = description,
                                    }
                                ),
                            ]
                        )
                )
            )
            .ToList();

    private static Gen<List<Func<IdentityPool, IdentityPool>>> Grants(IdentityPoolSettings settings, List<string> roleNames)
    {
        var names = new List<string>(roleNames);
        if (settings.AuthenticatedRole?.TypedArn is null or { IsLiteral: true })
        {
            names.Add(IdentityPoolRole.AuthenticatedName);
        }

        return from name in Gen.SubListOf(names.ToArray())
            from statement in Statement()
            select name.Select(role => (Func<IdentityPool, IdentityPool>)(pool => pool.WithRole(role, known => known.WithStatements([statement])))).ToList();
    }
}
