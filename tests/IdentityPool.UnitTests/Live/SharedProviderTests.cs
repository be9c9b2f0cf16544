using System.Text.Json.Nodes;
using IdentityPools.Model;
using IdentityPools.Planning;
using IdentityPools.Validation;
using Xunit;

namespace IdentityPools.UnitTests.Live;

/// <summary>Providers of IAM are one for the account: what one definition asks for must not take away what others need.</summary>
public sealed class SharedProviderTests
{
    private const string Issuer = "https://login.example.com";
    private const string Arn = "arn:aws:iam::123456789012:oidc-provider/login.example.com";

    private readonly Account account = new();

    [Fact]
    public async Task Two_definitions_with_one_issuer_both_get_their_audiences()
    {
        var (one, two) = (Pool("one", "a"), Pool("two", "b"));

        await account.PublishAsync(one);
        var plan = await account.PlanAsync(two);
        await account.PublishAsync(two);

        Assert.Equal(["a", "b"], Audiences());
        Assert.Equal(["OpenIdConnectProviders[https://login.example.com].ClientIds"], plan.Kept.Select(change => change.Path));
        Assert.Empty((await account.PlanAsync(one)).Steps);
        Assert.Empty((await account.PlanAsync(two)).Steps);
    }

    [Fact]
    public async Task Pruning_takes_away_what_no_definition_of_the_run_asks_for()
    {
        var (one, two) = (Pool("one", "a"), Pool("two", "b"));
        await account.PublishAsync(one);
        await account.PublishAsync(two);
        account.Sandbox.Invoke("AddClientIDToOpenIDConnectProvider", new JsonObject { ["OpenIDConnectProviderArn"] = Arn, ["ClientID"] = "c" }.ToJsonString());

        await account.PublishAsync(one, new() { Prune = true, Shared = SharedAudiences.Collect([one, two]) });

        Assert.Equal(["a", "b"], Audiences());
        await account.PublishAsync(one, new() { Prune = true });
        Assert.Equal(["a"], Audiences());
    }

    [Fact]
    public async Task A_provider_that_is_taken_over_keeps_its_audiences()
    {
        account.Sandbox.AddOpenIdConnectProvider(Arn, "sts.amazonaws.com");

        var fault = await Assert.ThrowsAsync<DefinitionException>(() => account.PublishAsync(Pool("one", "a")));
        await account.PublishAsync(Pool("one", "a"), new() { Adopt = true });

        Assert.Equal(nameof(Messages.ProviderExists), fault.ErrorId);
        Assert.Equal(["a", "sts.amazonaws.com"], Audiences());
    }

    [Fact]
    public async Task An_audience_that_was_added_for_a_pool_goes_with_its_roll_back()
    {
        await account.PublishAsync(Pool("one", "a"));
        account.Sandbox.AddFault(new(SandboxFaultKind.AccessDenied, "CreateIdentityPool"));

        await Assert.ThrowsAsync<Ports.ServiceException>(() => account.PublishAsync(Pool("two", "b")));

        Assert.Equal(["a"], Audiences());
    }

    [Fact]
    public async Task Who_creates_the_provider_in_the_same_moment_keeps_nobody_from_his_audience()
    {
        var plan = await account.PlanAsync(Pool("two", "b"));
        await account.PublishAsync(Pool("one", "a"));

        await account.Service.PublishAsync(plan, account, TestContext.Current.CancellationToken);

        Assert.Equal(["a", "b"], Audiences());
    }

    [Fact]
    public async Task A_thumbprint_that_is_no_longer_trusted_is_shown_as_taken_away()
    {
        await account.PublishAsync(Pool("one", "a", new string('a', 40)));

        var plan = await account.PlanAsync(Pool("one", "a", new string('b', 40)));

        Assert.Equal([ChangeKind.Create, ChangeKind.Delete], plan.Changes.Select(change => change.Kind));
    }

    [Fact]
    public async Task Metadata_of_a_provider_that_exists_are_never_overwritten()
    {
        await account.PublishAsync(Saml("one", "office"));
        account.Sandbox.ClearCalls();

        var fault = await Assert.ThrowsAsync<DefinitionException>(() => account.PublishAsync(Saml("two", "somewhere-else")));

        Assert.Equal(nameof(Messages.SamlProviderDiffers), fault.ErrorId);
        Assert.Contains("arn:aws:iam::123456789012:saml-provider/Office", fault.Message, StringComparison.Ordinal);
        Assert.Empty(account.Mutations);
        Assert.Empty((await account.PlanAsync(Saml("one", "office", "\r\n"))).Steps);
    }

    private IEnumerable<string?> Audiences() =>
        JsonNode.Parse(account.Sandbox.Invoke("GetOpenIDConnectProvider", new JsonObject { ["OpenIDConnectProviderArn"] = Arn }.ToJsonString()))![
            "ClientIDList"
        ]!
            .AsArray()
            .Select(audience => (string?)audience)
            .Order(StringComparer.Ordinal);

    private static IdentityPool Pool(string name, string audience, params string[] thumbprints) =>
        IdentityPool
            .Create(new() { Name = name })
            .WithOpenIdConnectProvider(OpenIdConnectProvider.Define(Issuer, [audience], [.. thumbprints.Select(text => (TemplateValue)text)]));

    private static IdentityPool Saml(string name, string entity, string end = "\n") =>
        IdentityPool
            .Create(new() { Name = name })
            .WithSamlProvider(
                SamlProvider.Define(
                    "Office",
                    $"""<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="{entity}">{new string(' ', 1000)}{end}<IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"/></EntityDescriptor>{end}"""
                )
            );
}
