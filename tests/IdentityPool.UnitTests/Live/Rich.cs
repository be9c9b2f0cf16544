using IdentityPools.Model;

namespace IdentityPools.UnitTests.Live;

/// <summary>A pool of every kind of part, most of them made with it.</summary>
internal static class Rich
{
    public static readonly IdentityPoolRole Admin = Pools.Role("Admin", Pools.Allow("s3:GetObject", "arn:aws:s3:::admin/*"));
    public static readonly IdentityPoolRole Reader = Pools.Role("Reader").WithManagedPolicies(["arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"]);

    private static readonly string Metadata =
        $"""<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="office">{new string(' ', 1000)}<IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"/></EntityDescriptor>""";

    public static IdentityPool Definition { get; } = Define();

    private static IdentityPool Define()
    {
        var customers = UserPool.Define("customers", allowSelfSignUp: false, passwordMinimumLength: 12);
        var pool = IdentityPool
            .Create(
                new()
                {
                    Name = "shop",
                    AllowUnauthenticatedIdentities = true,
                    AllowClassicFlow = false,
                    AuthenticatedRole = IdentityPoolRole
                        .Managed(null, RoleAudience.Authenticated, new() { Description = "Users of the shop" })
                        .WithStatements([Pools.Allow("s3:PutObject", "arn:aws:s3:::shop/${cognito-identity.amazonaws.com:sub}/*")])
                        .WithManagedPolicies(["arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"]),
                    Tags = Pools.Map(("team", "web")),
                }
            )
            .WithUserPool(new(customers, UserPoolClient.Generated, serverSideTokenCheck: true))
            .WithUserPool(Pools.Client("web"))
            .WithLoginProvider(LoginProvider.Create(LoginProviderName.Facebook, "1234567890"))
            .WithLoginProvider(LoginProvider.Twitter("consumer", ProviderSecret.From("hush-hush")))
            .WithOpenIdConnectProvider(OpenIdConnectProvider.Define("https://login.example.com", ["shop"]))
            .WithSamlProvider(SamlProvider.Define("Office", Metadata))
            .WithDeveloperProvider("login.shop");
        return pool.WithRoleMapping(
                RoleMapping.FromToken(new UserPoolReference(customers, null, IsClientImplied: true), AmbiguousRoleResolution.AuthenticatedRole)
            )
            .WithRoleMapping(Pools.Rules(Pools.Login(LoginProviderName.Facebook), Pools.Rule("a@example.com", Admin), Pools.Rule("b@example.com", Reader)))
            .WithPrincipalTags(PrincipalTagMapping.Create(new UserPoolReference(customers, null), Pools.Map(("department", "custom:department"))))
            .WithPrincipalTags(PrincipalTagMapping.Defaults(Pools.Login(LoginProviderName.Facebook)));
    }
}
