using IdentityPools.Model;
using IdentityPools.Values;

namespace IdentityPools.UnitTests.Export;

/// <summary>Changes of a pool as users make them, by name.</summary>
internal static class Edits
{
    private static readonly TagChange NoTags = TagChange.Create([], []);

    private static readonly Dictionary<string, Func<IdentityPool, IdentityPool>> Known = new(StringComparer.Ordinal)
    {
        ["name"] = pool => pool.With(new() { Name = TemplateValue.FromString("renamed") }, NoTags),
        ["guests"] = pool => pool.With(new() { AllowUnauthenticatedIdentities = !pool.AllowUnauthenticatedIdentities }, NoTags),
        ["classic flow"] = pool => pool.With(new() { AllowClassicFlow = pool.AllowClassicFlow != true }, NoTags),
        ["tag"] = pool => pool.With(new(), TagChange.Create([KeyValuePair.Create("team", TemplateValue.FromString("apps"))], [])),
        ["retain"] = pool => pool.With(new() { DeletionPolicy = DeletionPolicy.Retain }, NoTags),
        ["login provider"] = pool => pool.WithLoginProvider(LoginProvider.Create(LoginProviderName.Apple, TemplateValue.FromString("com.example.app"))),
        ["client"] = pool => pool.WithUserPool(new(UserPool.Existing("eu-west-1_Added1"), UserPoolClient.Generated, serverSideTokenCheck: true)),
        ["OpenID Connect provider"] = pool => pool.WithOpenIdConnectProvider(OpenIdConnectProvider.Define("https://added.example")),
        ["SAML provider"] = pool => pool.WithSamlProvider(SamlProvider.Existing("arn:aws:iam::123456789012:saml-provider/Added")),
        ["no providers"] = pool =>
            pool.WithoutProviders([
                .. pool.LoginProviders.Select(known => new LoginProviderReference(known.Provider)),
                .. pool.UserPools.Select(known => new UserPoolReference(known.UserPool, known.UserPoolClient)),
                .. pool.OpenIdConnectProviders.Select(known => new OpenIdConnectProviderReference(known)),
                .. pool.SamlProviders.Select(known => new SamlProviderReference(known)),
            ]),
        ["no mappings"] = pool => pool.RoleMappings.Aggregate(pool, (left, mapping) => left.WithoutRoleMapping(mapping.Provider)),
        ["no tags"] = pool => pool.PrincipalTags.Aggregate(pool, (left, tags) => left.WithoutPrincipalTags(tags.Provider, null)),
        ["guest role"] = pool =>
            pool.With(
                new()
                {
                    UnauthenticatedRole = IdentityPoolRole.Existing(
                        TemplateValue.FromString("arn:aws:iam::123456789012:role/Guests"),
                        RoleAudience.Unauthenticated
                    ),
                },
                NoTags
            ),
        ["no guest role"] = pool => pool.With(new() { NoUnauthenticatedRole = true }, NoTags),
        ["grant"] = pool => Managed(pool, role => role.WithStatements([Statement("s3:GetObject"), Statement("sqs:SendMessage")])),
        ["revoke"] = pool => Managed(pool, role => role.WithoutGrants()),
        ["revoke one"] = pool => Managed(pool, role => role.Statements is [var first, ..] ? role.WithoutActions(first.TypedActions, null) : role),
    };

    public static IEnumerable<string> Names => Known.Keys;

    public static IdentityPool Apply(string name, IdentityPool pool) => Known[name](pool);

    private static IdentityPool Managed(IdentityPool pool, Func<IdentityPoolRole, IdentityPoolRole> change) =>
        pool.Roles.FirstOrDefault(role => role.IsManaged) is { } role ? pool.WithRole(role, change) : pool;

    private static PolicyStatement Statement(string action) =>
        PolicyStatement.Create(new() { Actions = [TemplateValue.FromString(action)], Resources = [TemplateValue.FromString("*")] });
}
