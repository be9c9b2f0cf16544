using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using IdentityPools.Model;
using IdentityPools.Planning;
using Xunit;

namespace IdentityPools.UnitTests.Live;

/// <summary>Whatever a pool was and whatever it becomes: after publishing it is what the definition says, and there is nothing left to do.</summary>
[Properties(Arbitrary = [typeof(EditProperties)], MaxTest = 60)]
public sealed class EditProperties
{
    private static readonly Gen<bool> Coin = Gen.Elements(true, false);

    public static Arbitrary<IdentityPool> Definition() => Arb.From(Generator);

    internal static Gen<IdentityPool> Generator =>
        from parts in Gen.ListOf(Gen.Choose(0, 11), 6)
        from guests in Coin
        from tag in Gen.Elements("web", "mobile")
        from statement in Gen.Elements("s3:GetObject", "s3:PutObject", "")
        from policies in Gen.Choose(0, 2)
        from claim in Gen.Elements("a@example.com", "b@example.com", "c@example.com")
        select Define(parts.ToHashSet(), guests, tag, statement, policies, claim);

    [Property]
    public async Task Publishing_ends_in_what_was_published(IdentityPool first, IdentityPool second)
    {
        var account = new Account();
        await account.PublishAsync(first);
        await account.PublishAsync(second);
        account.Sandbox.ClearCalls();

        await account.PublishAsync(second);

        Assert.Empty(account.Mutations);
        var published = await account.PublishAsync(second, new() { Prune = true });
        var read = await account.ReadAsync(published.Id!);
        var compared = DefinitionComparison.Compare(second, read, prune: true);
        Assert.All(compared, change => Assert.Equal(ChangeKind.Keep, change.Kind));
        // AWS never takes the name of a developer provider back, and nobody said that there shall be a role of guests again.
        Assert.All(
            compared,
            change => Assert.Contains(change.Path, new[] { nameof(IdentityPool.DeveloperProviderName), nameof(IdentityPool.UnauthenticatedRole) })
        );
        Assert.Empty(DefinitionComparison.Compare(read, published, prune: true));
        account.Sandbox.ClearCalls();
        await account.PublishAsync(second, new() { Prune = true });
        Assert.Empty(account.Mutations);
    }

    [Property(MaxTest = 30)]
    public async Task A_template_of_what_was_read_changes_nothing(IdentityPool first)
    {
        var account = new Account();
        var published = await account.PublishAsync(first);
        var read = await account.ReadAsync(published.Id!);

        // A secret stands in no template; it is given again, as whoever deploys one does.
        var imported = read
            .LoginProviders.Where(provider => provider.Secret is not null)
            .Aggregate(JsonTemplates.Import(JsonTemplates.Write(read)).Pools.Single(), (pool, provider) => pool.WithLoginProviderChanged(provider));

        Assert.Empty(DefinitionComparison.Compare(imported, read, prune: true));
        account.Sandbox.ClearCalls();
        await account.PublishAsync(imported, new() { Id = read.Id, Prune = true });
        Assert.Empty(account.Mutations);
    }

    [Property(MaxTest = 30)]
    public async Task What_is_removed_leaves_nothing_but_user_pools_and_providers_of_IAM(IdentityPool first)
    {
        var account = new Account();
        var empty = await Inventory.OfAsync(account.Sandbox);
        var published = await account.PublishAsync(first);

        await account.RemoveAsync(published.Id!);

        var left = await Inventory.OfAsync(account.Sandbox);
        Assert.Equal(empty with { UserPools = left.UserPools, Providers = left.Providers }, left);
    }

    private static IdentityPool Define(HashSet<int> parts, bool guests, string tag, string statement, int policies, string claim)
    {
        ValueList<TemplateValue> known = ["arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess", "arn:aws:iam::aws:policy/CloudWatchReadOnlyAccess"];
        var role = IdentityPoolRole.Managed(null, RoleAudience.Authenticated).WithManagedPolicies(known.Take(policies));
        var pool = IdentityPool.Create(
            new()
            {
                Name = "shop",
                AllowUnauthenticatedIdentities = guests,
                AuthenticatedRole = statement.Length == 0 ? role : role.WithStatements([Pools.Allow(statement)]),
                NoUnauthenticatedRole = parts.Contains(0),
                Tags = Pools.Map(parts.Contains(1) ? [("team", tag)] : []),
            }
        );
        var customers = UserPool.Define("customers");
        var facebook = Pools.Login(LoginProviderName.Facebook);
        pool = parts.Contains(2) ? pool.WithUserPool(new(customers, UserPoolClient.Generated, guests)) : pool;
        pool = parts.Contains(3) ? pool.WithUserPool(Pools.Client("web")) : pool;
        pool = parts.Contains(4) ? pool.WithUserPool(Pools.Client("app")) : pool;
        pool = parts.Contains(5) || parts.Contains(6) ? pool.WithLoginProvider(LoginProvider.Create(LoginProviderName.Facebook, "1" + policies)) : pool;
        pool = parts.Contains(6) ? pool.WithRoleMapping(Pools.Rules(facebook, Pools.Rule(claim, Rich.Admin), Pools.Rule("d@example.com", Rich.Reader))) : pool;
        pool = parts.Contains(7) ? pool.WithLoginProvider(LoginProvider.Twitter("key", ProviderSecret.From("secret" + policies))) : pool;
        pool =
            parts.Contains(8) && parts.Contains(2)
                ? pool.WithRoleMapping(RoleMapping.FromToken(new UserPoolReference(customers, null, IsClientImplied: true), AmbiguousRoleResolution.Deny))
                : pool;
        pool = parts.Contains(9) && (parts.Contains(5) || parts.Contains(6)) ? pool.WithPrincipalTags(PrincipalTagMapping.Defaults(facebook)) : pool;
        pool = parts.Contains(10)
            ? pool.WithOpenIdConnectProvider(OpenIdConnectProvider.Define("https://login.example.com", guests ? ["shop"] : ["shop", "web"]))
            : pool;
        return parts.Contains(11) ? pool.WithDeveloperProvider("login.shop") : pool;
    }
}
