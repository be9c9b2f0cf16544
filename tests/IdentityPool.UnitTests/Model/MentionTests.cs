using Xunit;

namespace IdentityPools.UnitTests.Model;

/// <summary>What a definition says itself, and what it only has because a new pool has it.</summary>
public sealed class MentionTests
{
    [Fact]
    public void A_new_definition_says_neither_flags_nor_default_roles() =>
        Assert.Equal((false, false, false, false), Said(Pools.Empty.WithLoginProvider(LoginProvider.Create(LoginProviderName.Google, "google"))));

    [Fact]
    public void What_is_given_is_said_be_it_as_the_default() =>
        Assert.Equal(
            (true, true, true, true),
            Said(
                IdentityPool.Create(
                    new()
                    {
                        AllowUnauthenticatedIdentities = false,
                        AllowClassicFlow = false,
                        AuthenticatedRole = IdentityPoolRole.Managed(null, RoleAudience.Authenticated),
                        NoUnauthenticatedRole = true,
                    }
                )
            )
        );

    [Fact]
    public void Who_grants_to_a_role_or_maps_it_names_it()
    {
        var granted = Pools.Empty.WithRole("Unauthenticated", role => role.WithStatements([Pools.Allow("s3:GetObject")]));
        var google = Pools.Login(LoginProviderName.Google);
        var mapped = Pools.Empty.WithRoleMapping(Pools.Rules(google, Pools.Rule("a", IdentityPoolRole.Managed("Authenticated", RoleAudience.Authenticated))));

        Assert.Equal((false, false, false, true), Said(granted));
        Assert.Equal((false, false, true, false), Said(mapped));
        Assert.Equal((false, false, false, true), Said(granted.WithPrincipalTags(PrincipalTagMapping.Defaults(google)).WithDeveloperProvider("login.shop")));
    }

    [Fact]
    public void A_template_says_what_stands_in_it()
    {
        var whole = JsonTemplates.Import(JsonTemplates.Write(Pools.Empty)).Pools.Single();
        var bare = JsonTemplates.Import("""{"Resources":{"Pool":{"Type":"AWS::Cognito::IdentityPool","Properties":{}}}}""").Pools.Single();

        Assert.Equal((true, true, true, true), Said(whole));
        Assert.Equal(Pools.Empty, whole);
        Assert.Equal((false, false, false, false), Said(bare));
        Assert.Null(bare.AllowClassicFlow);
        Assert.DoesNotContain("AllowClassicFlow", JsonTemplates.Write(bare), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_said_makes_no_two_definitions_differ()
    {
        var said = IdentityPool.Create(
            new()
            {
                Name = "shop",
                AllowUnauthenticatedIdentities = false,
                AllowClassicFlow = false,
            }
        );

        Assert.Equal(Pools.Empty, said);
        Assert.Equal(Pools.Empty.GetHashCode(), said.GetHashCode());
    }

    private static (bool Guests, bool Classic, bool Authenticated, bool Unauthenticated) Said(IdentityPool pool) =>
        (pool.Mention.AllowUnauthenticatedIdentities, pool.Mention.AllowClassicFlow, pool.Mention.AuthenticatedRole, pool.Mention.UnauthenticatedRole);
}
