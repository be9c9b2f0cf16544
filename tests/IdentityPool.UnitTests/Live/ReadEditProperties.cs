using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using IdentityPools.Model;
using IdentityPools.Planning;
using Xunit;

namespace IdentityPools.UnitTests.Live;

/// <summary>Whatever is edited of a pool that was read: publishing gives exactly the edited pool, and what others added meanwhile.</summary>
[Properties(Arbitrary = [typeof(ReadEditProperties)], MaxTest = 60)]
public sealed class ReadEditProperties
{
    private static readonly TagChange NoTags = TagChange.Create([], []);

    public static Arbitrary<IdentityPool> Pool() => Arb.From(EditProperties.Generator);

    public static Arbitrary<int[]> Edits() => Arb.From(Gen.ArrayOf(Gen.Choose(0, All.Length - 1), 4));

    private static Func<IdentityPool, IdentityPool>[] All { get; } =
    [
        pool => pool.With(new() { Name = "renamed" }, NoTags),
        pool => pool.With(new() { AllowUnauthenticatedIdentities = !pool.AllowUnauthenticatedIdentities }, NoTags),
        pool => pool.With(new() { AllowClassicFlow = true }, NoTags),
        pool => pool.With(new() { NoUnauthenticatedRole = true }, NoTags),
        pool => pool.With(new(), TagChange.Create(Pools.Map(("team", "edited"), ("new", "tag")), [])),
        pool => pool.TypedTags.ContainsKey("team") ? pool.With(new(), TagChange.Create([], ["team"])) : pool,
        pool => pool.LoginProviders.Count > 0 ? pool.WithoutProviders([Pools.Login(pool.LoginProviders[0].Provider)]) : pool,
        pool =>
            pool.LoginProviders.Any(provider => provider.Provider == LoginProviderName.Facebook)
                ? pool.WithLoginProviderChanged(LoginProvider.Create(LoginProviderName.Facebook, "77"))
                : pool,
        pool => pool.UserPools.Count > 0 ? pool.WithoutProviders([Client(pool.UserPools[0])]) : pool,
        pool => pool.UserPools.Count > 0 ? pool.WithUserPoolChanged(Client(pool.UserPools[0]), null, !pool.UserPools[0].ServerSideTokenCheck) : pool,
        pool => pool.OpenIdConnectProviders.Count > 0 ? pool.WithoutProviders([new OpenIdConnectProviderReference(pool.OpenIdConnectProviders[0])]) : pool,
        pool => pool.RoleMappings.Count > 0 ? pool.WithoutRoleMapping(pool.RoleMappings[0].Provider) : pool,
        pool =>
            pool.RoleMappings.FirstOrDefault(mapping => mapping.Rules.Count is > 0 and < 4 && mapping.Rules[0].TypedClaimValue != "z@example.com")
                is { } mapping
                ? pool.WithRoleMappingChanged(mapping.Provider, known => known.WithRulesAdded([Pools.Rule("z@example.com", known.Rules[0].MappedRole)], 1))
                : pool,
        pool =>
            pool.RoleMappings.FirstOrDefault(mapping => mapping.Rules.Count > 1) is { } mapping
                ? pool.WithRoleMappingChanged(mapping.Provider, known => known.WithoutRules([1]))
                : pool,
        pool => pool.PrincipalTags.Count > 0 ? pool.WithoutPrincipalTags(pool.PrincipalTags[0].Provider, null) : pool,
        pool => pool.WithRole("Authenticated", role => role.WithStatements([Pools.Allow("sqs:SendMessage")])),
        pool => pool.WithRole("Authenticated", role => role.WithoutGrants()),
        pool =>
            pool.WithRole(
                "Authenticated",
                role =>
                    role.With(
                        new()
                        {
                            Settings = new() { Description = "edited" },
                            Tags = NoTags,
                        }
                    )
            ),
    ];

    [Property]
    public async Task Publishing_gives_the_edited_pool_and_what_others_added(IdentityPool first, int[] edits, bool othersCome, bool stored)
    {
        var account = new Account();
        var id = (await account.PublishAsync(first)).Id!;
        var read = await account.ReadAsync(id);
        var edited = edits.Aggregate(read, (pool, edit) => All[edit](pool));
        var expected = edited;
        if (othersCome)
        {
            await account.PublishAsync(Added(await account.ReadAsync(id)), service: account.Connect());
            expected = Added(edited);
        }

        var published = await account.PublishAsync(stored ? Stored(edited) : edited);

        var now = await account.ReadAsync(id);
        // A client that was made with the pool is only detached; to delete it takes -Prune.
        Assert.All(
            DefinitionComparison.Compare(expected, now, prune: true).Concat(DefinitionComparison.Compare(published, now, prune: true)),
            change => Assert.EndsWith(".UserPoolClient", change.Path, StringComparison.Ordinal)
        );
        account.Sandbox.ClearCalls();
        await account.PublishAsync(now);
        await account.PublishAsync(published);
        Assert.Empty(account.Mutations);

        static IdentityPool Added(IdentityPool pool) =>
            pool.WithLoginProvider(LoginProvider.Create(LoginProviderName.Amazon, "amzn1.others"))
                .With(new(), TagChange.Create(Pools.Map(("others", "tag")), []));
    }

    [Property(MaxTest = 30)]
    public async Task What_was_read_and_not_edited_changes_nothing(IdentityPool first, IdentityPool second)
    {
        var account = new Account();
        var id = (await account.PublishAsync(first)).Id!;
        var read = await account.ReadAsync(id);
        await account.PublishAsync(second, new() { Id = id, Prune = true });
        account.Sandbox.ClearCalls();

        await account.PublishAsync(read);

        Assert.Empty(account.Mutations);
    }

    /// <summary>The definition as it comes back from a file or a job.</summary>
    private static IdentityPool Stored(IdentityPool pool) => (IdentityPool)StoredDefinition.Read(StoredDefinition.Write(pool));

    private static UserPoolReference Client(UserPoolAuthentication known) => new(known.UserPool, known.UserPoolClient);
}
