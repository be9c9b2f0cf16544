using Xunit;

namespace IdentityPools.UnitTests.Live;

/// <summary>Each operation makes the calls that the API makes necessary and no other; the README derives them.</summary>
public sealed class CallCountTests
{
    private static readonly IdentityPoolRole Editor = Pools.Role("Editor", Pools.Allow("s3:PutObject"));

    private readonly Account account = new(pageSize: null);

    private static IdentityPool Shop { get; } = Define("a@example.com");

    [Fact]
    public async Task Creating_makes_each_part_by_its_call()
    {
        await account.PublishAsync(Shop);

        Assert.Equal(
            [
                "GetCallerIdentity",
                "ListIdentityPools",
                "CreateIdentityPool",
                "ListIdentityPools",
                "CreateRole",
                "PutRolePolicy",
                "CreateRole",
                "CreateRole",
                "PutRolePolicy",
                "SetIdentityPoolRoles",
                "SetPrincipalTagAttributeMap",
            ],
            Made()
        );
    }

    [Fact]
    public async Task Publishing_again_only_reads()
    {
        await PublishedAsync();

        await account.PublishAsync(Shop);

        Assert.Equal(Reads, Made().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Changing_a_rule_is_one_call_more()
    {
        await PublishedAsync();

        await account.PublishAsync(Define("b@example.com"));

        Assert.Equal([.. Reads, "SetIdentityPoolRoles"], Made().Where(call => call != "SetIdentityPoolRoles").Order(StringComparer.Ordinal).Append(Made()[^1]));
    }

    [Fact]
    public async Task Reading_by_id_needs_no_list()
    {
        var pool = await PublishedAsync();

        await account.ReadAsync(pool.Id!);

        Assert.Equal(Reads.Where(call => call != "ListIdentityPools"), Made().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Reading_the_pool_alone_is_one_call()
    {
        var pool = await PublishedAsync();

        await account.ReadAsync(pool.Id!, IdentityPoolDetail.Pool);

        Assert.Equal(["DescribeIdentityPool"], Made());
    }

    [Fact]
    public async Task Removing_finds_the_roles_and_takes_each_part_away()
    {
        var pool = await PublishedAsync();

        await account.RemoveAsync(pool.Id!);

        Assert.Equal(
            ["DeleteIdentityPool", "DeleteRolePolicy", "DeleteRole", "DeleteRolePolicy", "DeleteRole", "DeleteRole"],
            account.Mutations.Select(call => call.Operation)
        );
        Assert.Equal(3 + RoleReads.Count(call => call != "GetRolePolicy"), Made().Count - account.Mutations.Count());
    }

    /// <summary>IAM gives a role, the names of its policies and its inline policies by a call each.</summary>
    private static string[] RoleReads =>
        [
            .. Enumerable.Repeat("GetRole", 3),
            .. Enumerable.Repeat("GetRolePolicy", 2),
            .. Enumerable.Repeat("ListAttachedRolePolicies", 3),
            .. Enumerable.Repeat("ListRolePolicies", 3),
        ];

    private static string[] Reads =>
        [
            .. RoleReads
                .Append("DescribeIdentityPool")
                .Append("GetIdentityPoolRoles")
                .Append("GetPrincipalTagAttributeMap")
                .Append("ListIdentityPools")
                .Order(StringComparer.Ordinal),
        ];

    private List<string> Made() => account.Sandbox.Calls.Select(call => call.Operation).ToList();

    private async Task<IdentityPool> PublishedAsync()
    {
        var pool = await account.PublishAsync(Shop);
        account.Sandbox.ClearCalls();
        return pool;
    }

    private static IdentityPool Define(string email) =>
        IdentityPool
            .Create(
                new()
                {
                    Name = "shop",
                    AuthenticatedRole = IdentityPoolRole.Managed(null, RoleAudience.Authenticated).WithStatements([Pools.Allow("s3:GetObject")]),
                }
            )
            .WithLoginProvider(LoginProvider.Create(LoginProviderName.Facebook, "1234567890"))
            .WithRoleMapping(Pools.Rules(Pools.Login(LoginProviderName.Facebook), Pools.Rule(email, Editor)))
            .WithPrincipalTags(PrincipalTagMapping.Defaults(Pools.Login(LoginProviderName.Facebook)));
}
