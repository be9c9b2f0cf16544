using IdentityPools.Model;
using IdentityPools.Planning;
using IdentityPools.Ports;
using IdentityPools.Validation;
using Xunit;

namespace IdentityPools.UnitTests.Live;

/// <summary>Which pool a definition means, and what may be changed of what is found.</summary>
public sealed class AdoptionTests
{
    private readonly Account account = new();

    [Fact]
    public async Task A_pool_that_was_not_made_here_is_left_alone()
    {
        var foreign = await account.SeedAsync("shop");

        var fault = await Assert.ThrowsAsync<DefinitionException>(() => account.PublishAsync(Pools.Empty));

        Assert.Equal(nameof(Messages.PoolNotManaged), fault.ErrorId);
        Assert.Contains(foreign, fault.Message, StringComparison.Ordinal);
        Assert.Empty(account.Mutations.Skip(1));
    }

    [Fact]
    public async Task Adopting_takes_it_over_once_and_for_all()
    {
        var foreign = await account.SeedAsync("shop");

        var adopted = await account.PublishAsync(Pools.Empty, new() { Adopt = true });
        var again = await account.PublishAsync(Pools.Empty);

        Assert.Equal(foreign, adopted.Id);
        Assert.Equal(foreign, again.Id);
    }

    [Fact]
    public async Task An_id_says_which_pool_whatever_its_name_and_tags()
    {
        var foreign = await account.SeedAsync("old");

        await account.PublishAsync(Pools.Empty, new() { Id = foreign });

        Assert.Equal("shop", (await account.ReadAsync(foreign)).TypedName);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_name_that_several_bear_is_not_guessed(bool adopt)
    {
        await account.SeedAsync("shop");
        await account.SeedAsync("shop");

        var fault = await Assert.ThrowsAsync<DefinitionException>(() => account.PublishAsync(Pools.Empty, new() { Adopt = adopt }));

        Assert.Equal(nameof(Messages.PoolNameAmbiguous), fault.ErrorId);
    }

    [Fact]
    public async Task A_rename_keeps_the_pool_and_the_generated_client()
    {
        var customers = UserPool.Define("customers");
        var first = await account.PublishAsync(Pools.Empty.WithUserPool(new(customers, UserPoolClient.Generated, true)));
        var renamed = IdentityPool.Create(new() { Name = "store" }).WithUserPool(new(customers, UserPoolClient.Generated, true));

        var second = await account.PublishAsync(renamed, new() { Id = first.Id });

        Assert.Equal(first.Id, second.Id);
        Assert.Equal(first.UserPools[0].TypedClientId, second.UserPools[0].TypedClientId);
        Assert.Empty((await account.PlanAsync(renamed)).Steps);
    }

    [Fact]
    public async Task What_the_definition_does_not_mention_is_kept_and_told()
    {
        var pool = await account.PublishAsync(Pools.Empty.WithUserPool(Pools.Client("web")).WithUserPool(Pools.Client("app")));

        var plan = await account.PlanAsync(Pools.Empty.WithUserPool(Pools.Client("web")));

        Assert.Empty(plan.Steps);
        Assert.Equal($"UserPools[{Pools.ProviderName}:app]", Assert.Single(plan.Kept).Path);
        await account.PublishAsync(Pools.Empty.WithUserPool(Pools.Client("web")), new() { Prune = true });
        Assert.Single((await account.ReadAsync(pool.Id!)).UserPools);
    }

    [Fact]
    public async Task A_user_pool_that_comes_or_goes_shows_as_itself_and_its_check_only_where_it_changes_or_is_off()
    {
        var both = Pools.Empty.WithUserPool(new(Pools.UserPool, "web", serverSideTokenCheck: false)).WithUserPool(Pools.Client("app"));
        string[] added = [$"+ UserPools[{Pools.ProviderName}:app]", $"+ UserPools[{Pools.ProviderName}:web]"];

        Assert.Equal([.. added, $"+ UserPools[{Pools.ProviderName}:web].ServerSideTokenCheck"], await UserPoolLinesAsync(both));
        await account.PublishAsync(both);
        Assert.Equal(
            [$"- UserPools[{Pools.ProviderName}:app]", $"~ UserPools[{Pools.ProviderName}:web].ServerSideTokenCheck"],
            await UserPoolLinesAsync(Pools.Empty.WithUserPool(Pools.Client("web")))
        );
        Assert.Equal([$"- UserPools[{Pools.ProviderName}:app]", $"- UserPools[{Pools.ProviderName}:web]"], await UserPoolLinesAsync(Pools.Empty));
        Assert.Equal(
            [$"- UserPools[{Pools.ProviderName}:app]", $"- UserPools[{Pools.ProviderName}:web]"],
            DefinitionComparison.Compare(Pools.Empty, both, prune: true).Where(IsOfUserPool).Select(Line)
        );
    }

    [Fact]
    public async Task A_generated_client_that_goes_is_named_by_its_user_pool_and_its_own_name()
    {
        await account.PublishAsync(
            Pools
                .Empty.WithUserPool(new(Pools.UserPool, UserPoolClient.Generated, true))
                .WithUserPool(new(Pools.UserPool, UserPoolClient.Define(new() { Name = "kiosk" }), true))
        );

        var lines = await UserPoolLinesAsync(Pools.Empty);

        Assert.Contains($"- UserPools[{Pools.UserPoolId}].UserPoolClient", lines);
        Assert.Contains($"- UserPools[{Pools.UserPoolId}].UserPoolClient[Kiosk]", lines);
    }

    private async Task<List<string>> UserPoolLinesAsync(IdentityPool pool) =>
        [.. (await account.PlanAsync(pool, new() { Prune = true })).Steps.SelectMany(step => step.Changes).Where(IsOfUserPool).Select(Line)];

    private static bool IsOfUserPool(IdentityPoolChange change) => change.Path.StartsWith("UserPools[", StringComparison.Ordinal);

    private static string Line(IdentityPoolChange change) =>
        $"{change.Kind switch { ChangeKind.Create => '+', ChangeKind.Delete => '-', _ => '~' }} {change.Path}";

    [Fact]
    public async Task A_developer_provider_never_changes_its_name()
    {
        await account.PublishAsync(Pools.Empty.WithDeveloperProvider("login.shop"));

        var fault = await Assert.ThrowsAsync<DefinitionException>(() => account.PublishAsync(Pools.Empty.WithDeveloperProvider("login.store")));

        Assert.Equal(nameof(Messages.DeveloperProviderNameFixed), fault.ErrorId);
    }

    [Fact]
    public async Task A_role_that_does_not_exist_or_does_not_trust_the_pool_is_found_before_anything_is_changed()
    {
        await account.PublishAsync(Pools.Empty);
        account.Sandbox.ClearCalls();
        var missing = IdentityPool.Create(new() { Name = "shop", AuthenticatedRole = "arn:aws:iam::123456789012:role/Missing" });

        var fault = await Assert.ThrowsAsync<DefinitionException>(() => account.PublishAsync(missing));

        Assert.Equal(nameof(Messages.RoleMissing), fault.ErrorId);
        account.Sandbox.AddRole("arn:aws:iam::123456789012:role/Elsewhere", Trust("eu-west-1:00000000-0000-0000-0000-000000000000"));
        var distrustful = IdentityPool.Create(new() { Name = "shop", AuthenticatedRole = "arn:aws:iam::123456789012:role/Elsewhere" });
        fault = await Assert.ThrowsAsync<DefinitionException>(() => account.PublishAsync(distrustful));
        Assert.Equal(nameof(Messages.RoleDoesNotTrustPool), fault.ErrorId);
        Assert.Empty(account.Mutations);
    }

    [Theory]
    [InlineData("not JSON")]
    [InlineData("{}")]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":"*","Action":"*","Condition":{"NewOperator":{"aws:Key":"x"}}}}""")]
    public async Task A_trust_policy_that_cannot_be_read_is_one_that_does_not_trust_the_pool(string trust)
    {
        account.Sandbox.AddRole("arn:aws:iam::123456789012:role/Elsewhere");
        account.Sandbox.IamOf("aws").Roles["Elsewhere"].TrustPolicy = trust;
        var pool = IdentityPool.Create(new() { Name = "shop", AuthenticatedRole = "arn:aws:iam::123456789012:role/Elsewhere" });

        var fault = await Assert.ThrowsAsync<DefinitionException>(() => account.PublishAsync(pool));

        Assert.Equal(nameof(Messages.RoleDoesNotTrustPool), fault.ErrorId);
        Assert.Empty(account.Mutations);
    }

    [Fact]
    public async Task A_new_pool_may_get_a_role_that_can_only_trust_it_later()
    {
        account.Sandbox.AddRole("arn:aws:iam::123456789012:role/Elsewhere", Trust("eu-west-1:00000000-0000-0000-0000-000000000000"));

        await account.PublishAsync(IdentityPool.Create(new() { Name = "shop", AuthenticatedRole = "arn:aws:iam::123456789012:role/Elsewhere" }));

        Assert.Contains("aud", Assert.Single(account.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_that_only_a_template_can_resolve_is_named_with_its_place()
    {
        var pool = Pools.Empty.WithUserPool(new(UserPool.Existing(Pools.Ref("Customers")), UserPoolClient.Generated, true));

        var fault = await Assert.ThrowsAsync<DefinitionException>(() => account.PublishAsync(pool));

        Assert.Equal(nameof(Messages.UnresolvedIntrinsic), fault.ErrorId);
        Assert.Contains("UserPools", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Customers", fault.Message, StringComparison.Ordinal);
        Assert.Empty(account.Mutations);
    }

    [Fact]
    public async Task An_id_of_another_region_is_refused()
    {
        var fault = await Assert.ThrowsAsync<DefinitionException>(() =>
            account.PublishAsync(Pools.Empty, new() { Id = "us-east-1:12345678-1234-1234-1234-123456789012" })
        );

        Assert.Equal(nameof(Messages.IdentityPoolRegionMismatch), fault.ErrorId);
    }

    [Fact]
    public async Task A_rule_that_others_wrote_twice_is_read_once()
    {
        var id = await account.SeedAsync("shop");
        const string Role = "arn:aws:iam::123456789012:role/Elsewhere";
        const string Rule = $$"""{"Claim":"aud","MatchType":"Equals","Value":"web","RoleARN":"{{Role}}"}""";
        account.Sandbox.AddRole(Role);
        account.Sandbox.Invoke(
            "UpdateIdentityPool",
            $$"""{"IdentityPoolId":"{{id}}","IdentityPoolName":"shop","AllowUnauthenticatedIdentities":false,"SupportedLoginProviders":{"accounts.google.com":"web"} }"""
        );
        account.Sandbox.Invoke(
            "SetIdentityPoolRoles",
            $$$"""
            {"IdentityPoolId":"{{{id}}}","Roles":{},"RoleMappings":{"accounts.google.com":
              {"Type":"Rules","AmbiguousRoleResolution":"Deny","RulesConfiguration":{"Rules":[{{{Rule}}},{{{Rule}}}]} } } }
            """
        );

        var mapping = Assert.Single((await account.ReadAsync(id)).RoleMappings);

        Assert.Equal("web", Assert.Single(mapping.Rules).TypedClaimValue);
    }

    [Fact]
    public async Task An_id_that_no_pool_has_is_told_as_such()
    {
        var fault = await Assert.ThrowsAsync<ServiceException>(() => account.ReadAsync("eu-west-1:12345678-1234-1234-1234-123456789012"));

        Assert.Equal(nameof(Messages.IdentityPoolNotFound), fault.ErrorId);
        Assert.Equal(ServiceErrorKind.NotFound, fault.Kind);
    }

    [Fact]
    public async Task A_quota_and_a_gateway_and_wrong_credentials_each_have_their_error()
    {
        foreach (
            var (kind, errorId) in new[]
            {
                (SandboxFaultKind.LimitExceeded, nameof(Messages.QuotaExceeded)),
                (SandboxFaultKind.HtmlAnswer, nameof(Messages.AnswerUnreadable)),
                (SandboxFaultKind.TruncatedAnswer, nameof(Messages.AnswerUnreadable)),
                (SandboxFaultKind.InvalidCredentials, nameof(Messages.CredentialsInvalid)),
                (SandboxFaultKind.ExpiredToken, nameof(Messages.CredentialsExpired)),
                (SandboxFaultKind.ClockSkew, nameof(Messages.ClockSkew)),
                (SandboxFaultKind.Throttling, nameof(Messages.Throttled)),
                (SandboxFaultKind.InternalError, nameof(Messages.ServiceFailed)),
                (SandboxFaultKind.ConnectionReset, nameof(Messages.NoAnswer)),
                (SandboxFaultKind.TimeOut, nameof(Messages.NoAnswer)),
                (SandboxFaultKind.AccessDenied, nameof(Messages.AccessDenied)),
            }
        )
        {
            var other = new Account();
            other.Sandbox.AddFault(new(kind, "ListIdentityPools", Count: 50));

            var fault = await Assert.ThrowsAsync<ServiceException>(() => other.PublishAsync(Pools.Empty));

            Assert.Equal((kind, errorId), (kind, fault.ErrorId));
            Assert.Empty(other.Mutations);
        }
    }

    private static string Trust(string poolId) => TrustPolicy.Create(AwsPartition.Commercial, poolId, RoleAudience.Authenticated, false).ToString();
}
