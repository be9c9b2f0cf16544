using IdentityPools.Planning;
using IdentityPools.UnitTests.Access;
using IdentityPools.Validation;
using Xunit;

namespace IdentityPools.UnitTests.Live;

/// <summary>What a definition points to is of the account that is worked in: calls take names, and would find whoever bears them here.</summary>
public sealed class OtherAccountTests
{
    private const string Other = "999999999999";
    private const string Theirs = $"arn:aws:iam::{Other}:role/ci-deploy";
    private const string Ours = "arn:aws:iam::123456789012:role/ci-deploy";

    private static readonly Dictionary<string, IdentityPool> Definitions = new(StringComparer.Ordinal)
    {
        ["authenticated role"] = Giving(Theirs),
        ["guest role"] = Pools.Empty.WithDefaultRoles(null, IdentityPoolRole.Existing(Theirs, RoleAudience.Unauthenticated)),
        ["mapped role"] = Pools
            .Empty.WithLoginProvider(LoginProvider.Create(LoginProviderName.Google, "app"))
            .WithRoleMapping(Pools.Rules(Pools.Login(LoginProviderName.Google), Pools.Rule("a@example.com", IdentityPoolRole.Existing(Theirs)))),
        ["grant"] = Giving(Theirs).WithRole("Authenticated", role => role.WithStatements([Pools.Allow("s3:*")])),
        ["role by a function"] = Giving(Grants.Function($$"""{"Fn::Join":["",["arn:",{"Ref":"AWS::Partition"},":iam::{{Other}}:role/ci-deploy"]]}""")),
        ["role of AWS itself"] = Giving("arn:aws:iam::aws:role/ci-deploy"),
        ["role of no account"] = Giving("arn:aws:iam:::role/ci-deploy"),
        ["managed policy"] = Pools.Empty.WithRole("Authenticated", role => role.WithManagedPolicies([$"arn:aws:iam::{Other}:policy/ci-deploy"])),
        ["boundary"] = Pools.Empty.WithDefaultRoles(
            IdentityPoolRole.Managed("Authenticated", RoleAudience.Authenticated, new() { PermissionsBoundary = $"arn:aws:iam::{Other}:policy/ci-deploy" }),
            null
        ),
        ["OpenID Connect provider"] = Pools.Empty.WithOpenIdConnectProvider($"arn:aws:iam::{Other}:oidc-provider/issuer.example/ci-deploy"),
        ["SAML provider"] = Pools.Empty.WithSamlProvider($"arn:aws:iam::{Other}:saml-provider/ci-deploy"),
    };

    private readonly Account account = new();

    public static TheoryData<string> Parts => [.. Definitions.Keys];

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task What_is_of_another_account_is_refused_before_anything_is_written(string part)
    {
        account.Sandbox.AddRole(Ours);
        var existing = await account.PublishAsync(Pools.Empty);
        account.Sandbox.ClearCalls();
        var definition = Definitions[part];

        foreach (
            var options in new PublishOptions[]
            {
                new(),
                new() { Id = existing.Id },
                new() { Prune = true },
            }
        )
        {
            var fault = await Assert.ThrowsAsync<DefinitionException>(() => account.PublishAsync(definition, options));

            Assert.Equal(nameof(Messages.PartOfAnotherAccount), fault.ErrorId);
            Assert.Contains("ci-deploy", fault.Message, StringComparison.Ordinal);
            Assert.Contains("123456789012", fault.Message, StringComparison.Ordinal);
            if (!part.StartsWith("role of", StringComparison.Ordinal))
            {
                Assert.Contains($"account {Other}", fault.Message, StringComparison.Ordinal);
            }
        }

        Assert.Empty(account.Mutations);
    }

    [Fact]
    public async Task A_new_pool_is_not_made_either()
    {
        await Assert.ThrowsAsync<DefinitionException>(() => account.PublishAsync(Definitions["grant"]));

        Assert.Empty(account.Mutations);
    }

    [Fact]
    public async Task Policies_of_AWS_are_of_every_account() =>
        await account.PublishAsync(Pools.Empty.WithRole("Authenticated", role => role.WithManagedPolicies(["arn:aws:iam::aws:policy/ReadOnlyAccess"])));

    [Fact]
    public async Task What_is_granted_to_a_role_does_not_reach_its_namesake()
    {
        const string Elsewhere = "arn:aws:iam::123456789012:role/elsewhere/ci-deploy";
        account.Sandbox.AddRole(Elsewhere);
        await account.PublishAsync(Giving(Elsewhere));
        account.Sandbox.Invoke("DeleteRole", """{"RoleName":"ci-deploy"}""");
        account.Sandbox.AddRole(Ours);
        account.Sandbox.ClearCalls();

        var fault = await Assert.ThrowsAsync<DefinitionException>(() =>
            account.PublishAsync(Giving(Elsewhere).WithRole("Authenticated", role => role.WithStatements([Pools.Allow("s3:*")])))
        );

        Assert.Equal(nameof(Messages.RoleMissing), fault.ErrorId);
        Assert.Empty(account.Mutations);
    }

    private static IdentityPool Giving(TemplateValue arn) => Pools.Empty.WithDefaultRoles(IdentityPoolRole.Existing(arn), null);
}
