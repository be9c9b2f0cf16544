using IdentityPools.Model;
using Xunit;

namespace IdentityPools.UnitTests.Model;

/// <summary>What is changed of a definition, and what is refused because it is not there.</summary>
public sealed class ChangeTests
{
    private static readonly ProviderReference Google = Pools.Login(LoginProviderName.Google);
    private static readonly ProviderReference Facebook = Pools.Login(LoginProviderName.Facebook);
    private static readonly IdentityPoolRole Admin = Pools.Role("Admin", Pools.Allow("s3:*"));
    private static readonly IdentityPoolRole Reader = Pools.Role("Reader", Pools.Allow("s3:GetObject"));

    private static readonly IdentityPool Shop = Pools
        .Empty.WithLoginProvider(LoginProvider.Create(LoginProviderName.Google, "google"))
        .WithLoginProvider(LoginProvider.Create(LoginProviderName.Facebook, "1"))
        .WithUserPool(Pools.Client("web"))
        .WithUserPool(Pools.Client("app"))
        .WithOpenIdConnectProvider(OpenIdConnectProvider.Existing(Pools.OpenIdConnectArn))
        .WithSamlProvider(SamlProvider.Existing(Pools.SamlArn))
        .WithRoleMapping(Pools.Rules(Google, Pools.Rule("a@shop", Admin), Pools.Rule("b@shop", Reader)))
        .WithRoleMapping(RoleMapping.FromToken(Client("web"), AmbiguousRoleResolution.Deny))
        .WithPrincipalTags(PrincipalTagMapping.Create(Google, Pools.Map(("team", "hd"), ("mail", "email"))))
        .WithPrincipalTags(PrincipalTagMapping.Defaults(new UserPoolReference(Pools.UserPool, null)));

    private static TagChange NoTags { get; } = TagChange.Create([], []);

    [Fact]
    public void Only_what_is_given_of_the_settings_changes()
    {
        var pool = IdentityPool.Create(
            new()
            {
                Name = "shop",
                AllowUnauthenticatedIdentities = true,
                Tags = Pools.Map(("team", "web"), ("stage", "test")),
            }
        );

        var renamed = pool.With(new() { Name = "store" }, TagChange.Create(Pools.Map(("stage", "live"), ("owner", "ann")), ["team"]));

        Assert.Equal("store", renamed.TypedName);
        Assert.True(renamed.AllowUnauthenticatedIdentities);
        Assert.Equal(Pools.Map(("owner", "ann"), ("stage", "live")), renamed.TypedTags);
        Assert.Equal(pool.LogicalId, renamed.LogicalId);
        Assert.Equal("Other", pool.With(new() { LogicalId = "Other" }, NoTags).LogicalId);
        Assert.Equal(pool, pool.With(new(), NoTags));
    }

    [Fact]
    public void What_is_set_is_said_from_then_on()
    {
        var set = Pools.Empty.With(new() { AllowUnauthenticatedIdentities = false, AllowClassicFlow = true }, NoTags);

        Assert.Equal(
            new Mention { AllowUnauthenticatedIdentities = true, AllowClassicFlow = true },
            set.Mention with
            {
                AuthenticatedRole = false,
                UnauthenticatedRole = false,
            }
        );
        Assert.True(Pools.Empty.With(new() { NoUnauthenticatedRole = true }, NoTags).Mention.UnauthenticatedRole);
        Assert.Null(Pools.Empty.With(new() { NoUnauthenticatedRole = true }, NoTags).UnauthenticatedRole);
    }

    [Fact]
    public void A_tag_that_is_not_there_cannot_go_and_one_cannot_come_and_go()
    {
        Refused.With("TagNotFound", () => Pools.Empty.With(new(), TagChange.Create([], ["team"])));
        Refused.With("TagBothWays", () => TagChange.Create(Pools.Map(("Team", "web")), ["team"]));
    }

    [Fact]
    public void A_tag_whose_key_differs_in_case_only_takes_the_place_of_the_other()
    {
        var pool = IdentityPool.Create(new() { Name = "shop", Tags = Pools.Map(("team", "web")) });

        Assert.Equal(Pools.Map(("Team", "api")), pool.With(new(), TagChange.Create(Pools.Map(("Team", "api")), [])).TypedTags);
    }

    [Fact]
    public void A_tag_that_leaves_the_pool_leaves_its_roles()
    {
        var pool = IdentityPool.Create(new() { Name = "shop", Tags = Pools.Map(("team", "web")) });

        var untagged = pool.With(new(), TagChange.Create([], ["team"]));

        Assert.Empty(TagRules.OfRole(untagged, untagged.AuthenticatedRole!));
    }

    [Fact]
    public void A_provider_takes_its_mapping_and_tags_along_and_nothing_else()
    {
        var left = Shop.WithoutProviders([Google]);

        Assert.Equal([LoginProviderName.Facebook], left.LoginProviders.Select(provider => provider.Provider));
        Assert.Equal([Client("web")], left.RoleMappings.Select(mapping => mapping.Provider));
        Assert.Equal(Shop.PrincipalTags.Where(tags => !tags.Provider.Equals(Google)), left.PrincipalTags);
        Assert.Equal(Shop.UserPools, left.UserPools);
        Assert.DoesNotContain(left.Roles, role => role.Name == "Admin");
    }

    [Fact]
    public void Principal_tags_of_a_user_pool_stay_until_its_last_client_goes()
    {
        var one = Shop.WithoutProviders([Client("web")]);
        var none = one.WithoutProviders([new UserPoolReference(Pools.UserPool, null, IsClientImplied: true)]);

        Assert.Equal([Google], one.RoleMappings.Select(mapping => mapping.Provider));
        Assert.Equal(2, one.PrincipalTags.Count);
        Assert.Empty(none.UserPools);
        Assert.Single(none.PrincipalTags);
    }

    [Fact]
    public void Providers_of_IAM_go_by_their_arn()
    {
        var left = Shop.WithoutProviders([
            new OpenIdConnectProviderReference(OpenIdConnectProvider.Existing(Pools.OpenIdConnectArn)),
            ProviderReference.OfUrl(Pools.SamlArn),
        ]);

        Assert.Empty(left.OpenIdConnectProviders);
        Assert.Empty(left.SamlProviders);
    }

    [Fact]
    public void What_is_not_there_cannot_go_and_the_error_lists_what_is()
    {
        var missing = Refused.With("ProviderNotFound", () => Shop.WithoutProviders([Pools.Login(LoginProviderName.Amazon)]));

        Assert.Contains("Google", missing.Message, StringComparison.Ordinal);
        Assert.Contains(Pools.SamlArn, missing.Message, StringComparison.Ordinal);
        Refused.With("ProviderNotFound", () => Pools.Empty.WithoutProviders([Google]));
        Refused.With("UserPoolClientAmbiguous", () => Shop.WithoutProviders([new UserPoolReference(Pools.UserPool, null, IsClientImplied: true)]));
        Refused.With("ProviderNotFound", () => Shop.WithoutProviders([Client("other")]));
        Refused.With("ProviderNotFound", () => Pools.Empty.WithLoginProviderChanged(LoginProvider.Create(LoginProviderName.Google, "g")));
    }

    [Fact]
    public void A_client_takes_over_the_mapping_of_the_one_in_whose_place_it_comes()
    {
        var changed = Shop.WithUserPoolChanged(Client("web"), UserPoolClient.Existing("new"), serverSideTokenCheck: false);

        Assert.Equal(["app", "new"], changed.UserPools.Select(known => $"{known.TypedClientId}"));
        Assert.Equal([true, false], changed.UserPools.Select(known => known.ServerSideTokenCheck));
        Assert.Contains(Client("new"), changed.RoleMappings.Select(mapping => mapping.Provider));
        Assert.Equal(Shop.PrincipalTags, changed.PrincipalTags);
        Refused.With("DuplicateUserPool", () => Shop.WithUserPoolChanged(Client("web"), UserPoolClient.Existing("app"), null));
        Assert.Equal(Shop, Shop.WithUserPoolChanged(Client("web"), null, null));
    }

    [Fact]
    public void The_developer_provider_of_a_pool_that_exists_stays()
    {
        var pool = Pools.Empty.WithDeveloperProvider("login.shop");

        Assert.Null(pool.WithoutDeveloperProvider().TypedDeveloperProviderName);
        Refused.With("NoDeveloperProvider", () => Pools.Empty.WithoutDeveloperProvider());
        Refused.With("DeveloperProviderStays", () => Read(pool).WithoutDeveloperProvider());
    }

    [Fact]
    public void Only_what_is_given_of_a_mapping_changes()
    {
        var resolved = Shop.WithRoleMappingChanged(Google, mapping => mapping.With(false, null, AmbiguousRoleResolution.AuthenticatedRole, null));
        var token = Shop.WithRoleMappingChanged(Google, mapping => mapping.With(true, null, null, "key"));
        var rules = Shop.WithRoleMappingChanged(Client("web"), mapping => mapping.With(false, [Pools.Rule("c@shop", Admin)], null, null));

        Assert.Equal(MappingOf(Shop, Google).Rules, MappingOf(resolved, Google).Rules);
        Assert.Equal(AmbiguousRoleResolution.AuthenticatedRole, MappingOf(resolved, Google).AmbiguousRoleResolution);
        Assert.Equal((RoleMappingType.Token, 0, "key"), Facts(MappingOf(token, Google)));
        Assert.Equal((RoleMappingType.Rules, 1, MappingOf(Shop, Client("web")).MappingKey), Facts(MappingOf(rules, Client("web"))));
        Assert.Equal(
            RoleMappingType.Token,
            MappingOf(Shop.WithRoleMappingChanged(Client("web"), mapping => mapping.With(false, null, null, null)), Client("web")).Type
        );
        Refused.With("RoleMappingNotFound", () => Shop.WithRoleMappingChanged(Facebook, mapping => mapping));
        Refused.With("RoleMappingNotFound", () => Shop.WithoutRoleMapping(Client("app")));
        Assert.Single(Shop.WithoutRoleMapping(Google).RoleMappings);

        static (RoleMappingType, int, string) Facts(RoleMapping mapping) => (mapping.Type, mapping.Rules.Count, mapping.MappingKey);
    }

    [Theory]
    [InlineData(1, "c a b")]
    [InlineData(2, "a c b")]
    [InlineData(3, "a b c")]
    [InlineData(null, "a b c")]
    public void A_rule_comes_where_it_is_put(int? place, string expected)
    {
        var added = Shop.WithRoleMappingChanged(Google, mapping => mapping.WithRulesAdded([Pools.Rule("c@shop", Reader)], place));

        Assert.Equal(expected, Order(added));
        Assert.Equal([1, 2, 3], MappingOf(added, Google).Rules.Select(rule => rule.Place));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(4)]
    [InlineData(26)]
    public void There_is_no_such_place(int place)
    {
        Refused.With("RulePlaceUnknown", () => Shop.WithRoleMappingChanged(Google, mapping => mapping.WithRulesAdded([Pools.Rule("c@shop", Reader)], place)));
        Refused.With("RulePlaceUnknown", () => Shop.WithRoleMappingChanged(Google, mapping => mapping.WithRuleChanged(place, rule => rule)));
        Refused.With("RulePlaceUnknown", () => Shop.WithRoleMappingChanged(Google, mapping => mapping.WithoutRules([place])));
    }

    [Fact]
    public void A_rule_behind_the_last_one_can_be_added_but_not_changed() =>
        Refused.With("RulePlaceUnknown", () => Shop.WithRoleMappingChanged(Google, mapping => mapping.WithRuleChanged(3, rule => rule)));

    [Fact]
    public void A_rule_changes_by_what_is_given()
    {
        var changed = Shop.WithRoleMappingChanged(
            Google,
            mapping =>
                mapping.WithRuleChanged(2, rule => rule.With(null, ClaimMatchType.Contains, null, IdentityPoolRole.ByName("admin", RoleAudience.Authenticated)))
        );

        Assert.Equal("email Contains b@shop -> Admin", MappingOf(changed, Google).Rules[1].ToString());
        Assert.Equal(MappingOf(Shop, Google).Rules[0], MappingOf(changed, Google).Rules[0]);
        Assert.Equal(Admin.Statements, MappingOf(changed, Google).Rules[1].MappedRole.Statements);
    }

    [Fact]
    public void Rules_go_by_place_or_by_claim_and_the_last_one_stays()
    {
        Assert.Equal("b", Order(Shop.WithRoleMappingChanged(Google, mapping => mapping.WithoutRules([1]))));
        Assert.Equal("b", Order(Shop.WithRoleMappingChanged(Google, mapping => mapping.WithoutRules("email", "a@shop"))));
        Refused.With("LastRule", () => Shop.WithRoleMappingChanged(Google, mapping => mapping.WithoutRules([1, 2])));
        Refused.With("LastRule", () => Shop.WithRoleMappingChanged(Google, mapping => mapping.WithoutRules("email", null)));
        Refused.With("RuleNotFound", () => Shop.WithRoleMappingChanged(Google, mapping => mapping.WithoutRules("email", "z@shop")));
        Refused.With("RuleNotFound", () => Shop.WithRoleMappingChanged(Google, mapping => mapping.WithoutRules("hd", null)));
        Refused.With("MappingWithoutRules", () => Shop.WithRoleMappingChanged(Client("web"), mapping => mapping.WithoutRules([1])));
    }

    [Fact]
    public void A_rule_names_a_role_that_the_pool_holds()
    {
        var named = RoleMappingRule.Create("email", ClaimMatchType.Equals, "c@shop", IdentityPoolRole.ByName("Reader", RoleAudience.Authenticated));

        var added = Shop.WithRoleMapping(Pools.Rules(Facebook, named));

        Assert.Equal(Reader.Statements, Assert.Single(MappingOf(added, Facebook).Rules).MappedRole.Statements);
        Refused.With(
            "UnknownRole",
            () => Pools.Empty.WithLoginProvider(LoginProvider.Create(LoginProviderName.Facebook, "1")).WithRoleMapping(Pools.Rules(Facebook, named))
        );
    }

    [Fact]
    public void A_slip_of_the_fingers_is_told()
    {
        Assert.Contains("Did you mean 'Reader'?", Refused.With("UnknownRole", () => Shop.FindRole("Raeder")).Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Did you mean", Refused.With("UnknownRole", () => Shop.FindRole("Nobody")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_role_for_guests_is_given_to_nobody_else_by_its_name() =>
        Refused.With(
            "RoleForOtherAudience",
            () =>
                Shop.WithRoleMapping(
                    Pools.Rules(
                        Facebook,
                        RoleMappingRule.Create("a", ClaimMatchType.Equals, "b", IdentityPoolRole.ByName("Unauthenticated", RoleAudience.Authenticated))
                    )
                )
        );

    [Fact]
    public void A_default_role_can_be_one_that_the_pool_holds()
    {
        var changed = Shop.With(new() { AuthenticatedRole = IdentityPoolRole.ByName("Reader", RoleAudience.Authenticated) }, NoTags);

        Assert.Equal(Reader.Statements, changed.AuthenticatedRole!.Statements);
        Refused.With("UnknownRole", () => Shop.With(new() { AuthenticatedRole = IdentityPoolRole.ByName("Nobody", RoleAudience.Authenticated) }, NoTags));
    }

    [Fact]
    public void An_existing_role_is_found_by_its_arn_and_by_its_name()
    {
        var pool = Shop.WithRoleMappingChanged(Google, mapping => mapping.WithRuleChanged(1, rule => rule.With(null, null, null, Pools.RoleArn)));

        Assert.Equal(Pools.RoleArn, pool.FindRole(Pools.RoleArn).TypedArn);
        var granted = Pools
            .Empty.WithLoginProvider(LoginProvider.Create(LoginProviderName.Google, "g"))
            .WithRoleMapping(Pools.Rules(Google, Pools.Rule("a", Pools.RoleArn)))
            .WithRole("reader", role => role.WithStatements([Pools.Allow("s3:GetObject")]));
        Assert.Single(MappingOf(granted, Google).Rules[0].MappedRole.Statements);
        var twice = granted.WithRoleMappingChanged(
            Google,
            mapping => mapping.WithRulesAdded([Pools.Rule("b", "arn:aws:iam::123456789012:role/other/Reader")], null)
        );
        Refused.With("RoleNameAmbiguous", () => twice.FindRole("Reader"));
    }

    [Fact]
    public void Principal_tags_are_replaced_and_taken_away()
    {
        var replaced = Shop.WithPrincipalTagsChanged(PrincipalTagMapping.Defaults(Google));
        var fewer = Shop.WithoutPrincipalTags(Google, ["team"]);

        Assert.True(replaced.PrincipalTags.Single(tags => tags.Provider.Equals(Google)).UseDefaults);
        Assert.Equal(Pools.Map(("mail", "email")), fewer.PrincipalTags.Single(tags => tags.Provider.Equals(Google)).TypedTags);
        Assert.Single(Shop.WithoutPrincipalTags(Google, null).PrincipalTags);
        Assert.Single(Shop.WithoutPrincipalTags(Google, ["team", "mail"]).PrincipalTags);
        Refused.With("PrincipalTagNotFound", () => Shop.WithoutPrincipalTags(Google, ["other"]));
        Refused.With("PrincipalTagNotFound", () => replaced.WithoutPrincipalTags(Google, ["username"]));
        Refused.With("PrincipalTagsNotFound", () => Shop.WithoutPrincipalTags(Facebook, null));
        Refused.With("PrincipalTagsNotFound", () => Shop.WithPrincipalTagsChanged(PrincipalTagMapping.Defaults(Facebook)));
    }

    [Fact]
    public void The_settings_of_a_role_change_wherever_it_is_used()
    {
        const string Boundary = "arn:aws:iam::123456789012:policy/Boundary";
        var settings = new RoleChange
        {
            Settings = new()
            {
                Description = "d",
                PermissionsBoundary = Boundary,
                MaxSessionDuration = 7200,
            },
            Tags = TagChange.Create(Pools.Map(("team", "web")), []),
        };

        var set = Shop.WithRole("admin", role => role.With(settings));
        var taken = set.WithRole(
            "Admin",
            role =>
                role.With(
                    new()
                    {
                        Settings = new(),
                        RemovesPermissionsBoundary = true,
                        RemovesDescription = true,
                        Tags = TagChange.Create([], ["team"]),
                    }
                )
        );

        var role = MappingOf(set, Google).Rules[0].MappedRole;
        Assert.Equal(("d", Boundary, 7200), ($"{role.TypedDescription}", $"{role.TypedPermissionsBoundary}", role.MaxSessionDuration));
        Assert.Equal(Pools.Map(("team", "web")), role.TypedTags);
        Assert.Equal(
            Shop.WithRole(
                "Admin",
                known =>
                    known.With(
                        new()
                        {
                            Settings = new() { MaxSessionDuration = 7200 },
                            Tags = NoTags,
                        }
                    )
            ),
            taken
        );
        Refused.With(
            "InvalidSessionDuration",
            () =>
                Shop.WithRole(
                    "Admin",
                    known =>
                        known.With(
                            new()
                            {
                                Settings = new() { MaxSessionDuration = 1 },
                                Tags = NoTags,
                            }
                        )
                )
        );
        Refused.With("RoleNotManaged", () => IdentityPoolRole.Existing(Pools.RoleArn).With(settings));
    }

    [Fact]
    public void Nothing_is_changed_of_a_pool_of_which_only_the_id_is_known()
    {
        var reference = IdentityPool.FromId("eu-west-1:11111111-2222-3333-4444-555555555555");

        Refused.With("PoolIsReference", () => reference.With(new() { Name = "shop" }, NoTags));
        Refused.With("PoolIsReference", () => reference.WithoutProviders([Google]));
        Refused.With("PoolIsReference", () => reference.WithoutDeveloperProvider());
        Refused.With("PoolIsReference", () => reference.WithRoleMappingChanged(Google, mapping => mapping));
        Refused.With("PoolIsReference", () => reference.WithoutPrincipalTags(Google, null));
        Refused.With("PoolIsReference", () => reference.Copied(null));
        Refused.With("PoolIsReference", () => reference.WithLoginProvider(LoginProvider.Create(LoginProviderName.Facebook, "1")));
        Refused.With("PoolIsReference", () => reference.WithUserPool(new(UserPool.Existing(Pools.UserPoolId), UserPoolClient.Existing("web"), true)));
        Refused.With("PoolIsReference", () => reference.WithOpenIdConnectProviders([]));
        Refused.With("PoolIsReference", () => reference.WithSamlProviders([]));
        Refused.With("PoolIsReference", () => reference.WithDeveloperProvider("login.shop"));
        Refused.With("PoolIsReference", () => reference.WithRole("Authenticated", role => role));
        Refused.With("PoolIsReference", () => reference.WithSettingsAlone());
        Assert.True(reference.IsPartial);
        Assert.Contains("Name", reference.UnreadParts);
    }

    [Fact]
    public void Of_a_pool_of_which_only_the_settings_are_known_just_these_change()
    {
        var web = Client("web");
        var partial = Shop.WithSettingsAlone();
        var existing = IdentityPoolRole.Existing(Pools.RoleArn);

        Assert.True(partial.IsPartial);
        Assert.Equal((false, false), (partial.Mention.AuthenticatedRole, partial.Mention.UnauthenticatedRole));
        Assert.Empty(partial.Roles);
        Assert.Empty(partial.RoleMappings);
        foreach (
            var changed in new[]
            {
                partial.With(new() { Name = "store", AllowClassicFlow = true }, TagChange.Create(Pools.Map(("a", "b")), [])),
                partial.WithUserPoolChanged(web, null, !partial.UserPools[0].ServerSideTokenCheck),
                partial.WithoutProviders([web]),
                partial.WithDeveloperProvider("login.shop"),
                partial.WithSamlProvider(SamlProvider.Existing("arn:aws:iam::123456789012:saml-provider/Other")),
            }
        )
        {
            Assert.NotEqual(partial, changed);
            Assert.Equal(partial.UnreadParts, changed.UnreadParts);
        }

        Refused.With("PoolIsPartial", () => partial.With(new() { AuthenticatedRole = existing }, NoTags));
        Refused.With("PoolIsPartial", () => partial.With(new() { UnauthenticatedRole = existing.ForAudience(RoleAudience.Unauthenticated) }, NoTags));
        Refused.With("PoolIsPartial", () => partial.With(new() { NoUnauthenticatedRole = true }, NoTags));
        Refused.With("PoolIsPartial", () => partial.WithUserPoolChanged(web, UserPoolClient.Existing("app"), null));
        Refused.With("PoolIsPartial", () => partial.WithRoleMapping(Pools.Rules(web, Pools.Rule("a", Pools.Role("Admin")))));
        Refused.With("PoolIsPartial", () => partial.WithRoleMappingChanged(web, mapping => mapping));
        Refused.With("PoolIsPartial", () => partial.WithoutRoleMapping(web));
        Refused.With("PoolIsPartial", () => partial.WithPrincipalTags(PrincipalTagMapping.Defaults(web)));
        Refused.With("PoolIsPartial", () => partial.WithPrincipalTagsChanged(PrincipalTagMapping.Defaults(web)));
        Refused.With("PoolIsPartial", () => partial.WithoutPrincipalTags(web, null));
        Refused.With("PoolIsPartial", () => partial.WithRole("Authenticated", role => role));
        Refused.With("PoolIsPartial", () => partial.Copied(null));
        Refused.With("PoolIsPartial", () => Template.PoolSections.Create(partial, new()));
        Refused.With("PoolIsPartial", () => _ = new IdentityPools.Simulation.SimulatedPool(partial).Definition);
        Refused.With("PoolIsPartial", () => IdentityPools.Diagrams.Diagram.Render(partial, [], DiagramFormat.Mermaid));
    }

    [Fact]
    public void A_copy_knows_nothing_of_its_source_but_what_it_must_not_become()
    {
        var marks = ValueMap<string>.Create([Bookkeeping.ClientTag(Pools.UserPoolId, "web", ""), Bookkeeping.ClientTag(Pools.UserPoolId, "app", "Mobile")]);
        var read = Shop.Existing("eu-west-1:11111111-2222-3333-4444-555555555555", "arn:aws:cognito-identity:eu-west-1:123456789012:identitypool/x", marks);

        var copy = read.Copied("store");

        Assert.Equal(("store", null, null, null), ($"{copy.TypedName}", copy.Id, copy.Arn, copy.Region));
        Assert.Equal(read.Id, copy.Origin.CopyOf);
        Assert.Empty(copy.Marks);
        Assert.Equal(["Mobile", $"{UserPoolClient.Generated}"], copy.UserPools.Select(known => $"{known.UserPoolClient}").Order(StringComparer.Ordinal));
        Assert.All(copy.UserPools, known => Assert.True(known.UserPoolClient.IsManaged));
        Assert.Contains(copy.RoleMappings, mapping => mapping.Provider is UserPoolReference { Client.IsManaged: true });
        Assert.Equal("StoreIdentityPool", copy.LogicalId);
        Assert.Equal(read.LogicalId, read.Copied(null).LogicalId);
    }

    private static UserPoolReference Client(string id) => new(Pools.UserPool, UserPoolClient.Existing(id).WithUserPool(Pools.UserPool));

    private static IdentityPool Read(IdentityPool pool) =>
        pool.Existing(
            "eu-west-1:11111111-2222-3333-4444-555555555555",
            "arn:aws:cognito-identity:eu-west-1:123456789012:identitypool/eu-west-1:11111111-2222-3333-4444-555555555555",
            ValueMap<string>.Empty
        );

    private static RoleMapping MappingOf(IdentityPool pool, ProviderReference provider) =>
        pool.RoleMappings.Single(mapping => mapping.Provider.Equals(provider));

    private static string Order(IdentityPool pool) => string.Join(' ', MappingOf(pool, Google).Rules.Select(rule => rule.TypedClaimValue.Literal![..1]));
}
