using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using IdentityPools.Model;
using IdentityPools.Planning;
using Xunit;

namespace IdentityPools.UnitTests.Live;

/// <summary>Whatever a pool is: a part that is published on its own changes itself and nothing else.</summary>
[Properties(Arbitrary = [typeof(PartialDefinitionProperties)], MaxTest = 60)]
public sealed class PartialDefinitionProperties
{
    private const string Foreign = "arn:aws:iam::123456789012:role/console/Foreign";

    private static readonly ProviderReference Google = Pools.Login(LoginProviderName.Google);

    /// <summary>A definition of one part, and what of an account it speaks of.</summary>
    internal static readonly (string Changes, IdentityPool Definition)[] Parts =
    [
        ("nothing", Pools.Empty),
        ("pool SupportedLoginProviders accounts.google.com", WithGoogle),
        (
            "pool (IdentityPoolTags owner)|role (Una|A)uthenticated-[-0-9a-f]+ Tags: .*\"owner\"",
            IdentityPool.Create(new() { Name = "shop", Tags = Pools.Map(("owner", "me")) })
        ),
        ("pool AllowUnauthenticatedIdentities", IdentityPool.Create(new() { Name = "shop", AllowUnauthenticatedIdentities = true })),
        ("pool AllowClassicFlow", IdentityPool.Create(new() { Name = "shop", AllowClassicFlow = false })),
        (
            "pool SupportedLoginProviders accounts.google.com|attachment RoleMappings accounts.google.com|(role|policy \\S+ of|attached to) Partner-",
            WithGoogle.WithRoleMapping(Pools.Rules(Google, Pools.Rule("a@example.com", Pools.Role("Partner", Pools.Allow("s3:GetObject")))))
        ),
        (
            "pool SupportedLoginProviders accounts.google.com|session tags of accounts.google.com|role Authenticated-[-0-9a-f]+ AssumeRolePolicyDocument",
            WithGoogle.WithPrincipalTags(PrincipalTagMapping.Create(Google, Pools.Map(("team", "hd"))))
        ),
    ];

    private static IdentityPool WithGoogle => Pools.Empty.WithLoginProvider(LoginProvider.Create(LoginProviderName.Google, "google"));

    public static Arbitrary<IdentityPool> Definition() => EditProperties.Definition();

    public static Arbitrary<Hand> Hands() =>
        Arb.From(
            from part in Gen.Choose(0, Parts.Length - 1)
            from guests in Gen.Elements(true, false)
            from classic in Gen.Elements<bool?>(null, true, false)
            from foreign in Gen.Elements(true, false)
            select new Hand(part, guests, classic, foreign)
        );

    [Property]
    public async Task A_part_changes_nothing_but_itself(IdentityPool rich, Hand hand)
    {
        var account = new Account();
        var published = await account.PublishAsync(
            rich.UnauthenticatedRole is null ? rich : rich.WithRole("Unauthenticated", role => role.WithStatements([Pools.Allow("polly:SynthesizeSpeech")]))
        );
        AccountState.Rewrite(
            account.Sandbox,
            published.Id!,
            pool =>
            {
                pool["AllowUnauthenticatedIdentities"] = hand.Guests;
                pool["AllowClassicFlow"] = hand.Classic ?? (bool?)pool["AllowClassicFlow"];
            }
        );
        var (changes, part) = Parts[hand.Part];
        if (hand.Foreign && part.PrincipalTags.Count == 0)
        {
            account.Sandbox.AddRole(Foreign);
            account.Sandbox.Invoke("SetIdentityPoolRoles", Attached(account, published.Id!));
        }

        var before = AccountState.Of(account.Sandbox);

        var after = await account.PublishAsync(part);

        Assert.All(AccountState.Difference(before, AccountState.Of(account.Sandbox)), line => Assert.Matches($"^[-+] ({changes})", line));
        Assert.Empty(DefinitionComparison.Compare(await account.ReadAsync(after.Id!), after, prune: true));
        Assert.Empty((await account.PlanAsync(part)).Steps);
    }

    /// <summary>What somebody else made of the pool in the console, and the part that is then published.</summary>
    public sealed record Hand(int Part, bool Guests, bool? Classic, bool Foreign);

    /// <summary>The roles and mappings as they are, with a foreign role for users.</summary>
    private static string Attached(Account account, string id)
    {
        var attachment = System.Text.Json.Nodes.JsonNode.Parse(account.Sandbox.Invoke("GetIdentityPoolRoles", $$"""{"IdentityPoolId":"{{id}}"}"""))!;
        attachment["Roles"]!["authenticated"] = Foreign;
        return attachment.ToJsonString();
    }
}
