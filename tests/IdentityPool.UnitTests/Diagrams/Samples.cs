using IdentityPools.Findings;
using IdentityPools.Model;
using IdentityPools.Template;

namespace IdentityPools.UnitTests.Diagrams;

/// <summary>Pools and findings to draw.</summary>
internal static class Samples
{
    /// <summary>What an attacker would write wherever he may write.</summary>
    public static readonly string[] Attacks =
    [
        "<script>window.__pwned = 1</script>",
        "</script><script>window.__pwned = 1</script>",
        "<img src=x onerror=window.__pwned=1>",
        "\"] --> x[\"",
        "-->",
        "]]>",
        "${x}{{data}}",
        "' onmouseover='window.__pwned=1",
        "`end` | end [a] (b) {c} #quot; %%{init: {}}%%",
        "style a:b#c;d classDef e:f#g;",
        "javascript:window.__pwned=1",
    ];

    /// <summary>A shop as a reader would define it.</summary>
    public static IdentityPool Shop { get; } = CreateShop();

    /// <summary>Ten mappings with a hundred rules.</summary>
    public static IdentityPool Big { get; } = CreateBig();

    /// <summary>A pool that says nothing but what it has to.</summary>
    public static IdentityPool Empty { get; } = Pools.Empty.WithDefaultRoles(null, null);

    /// <summary>A pool of which much is known only when it is deployed.</summary>
    public static IdentityPool Functions { get; } = CreateFunctions();

    /// <summary>A pool in which every text is an attack.</summary>
    public static IdentityPool Hostile { get; } = CreateHostile();

    public static IdentityPool Named(string name) => (IdentityPool)typeof(Samples).GetProperty(name)!.GetValue(null)!;

    /// <summary>A finding about each kind of part of a pool.</summary>
    public static IReadOnlyList<IdentityPoolFinding> FindingsOf(IdentityPool pool, string text) =>
        [.. Enum.GetValues<FindingSeverity>().SelectMany(severity => new SampleRule(severity, text).Check(new(pool)))];

    private static IdentityPool CreateShop()
    {
        var editor = Pools.Role("Editor", Pools.Allow("dynamodb:PutItem", "arn:aws:dynamodb:eu-west-1:123456789012:table/Products"));
        var pool = IdentityPool
            .Create(
                new()
                {
                    Name = "shop",
                    AllowUnauthenticatedIdentities = true,
                    Tags = Pools.Map(("team", "storefront")),
                }
            )
            .WithUserPool(Pools.Client("1example23456789"))
            .WithLoginProvider(LoginProvider.Create(LoginProviderName.Google, "1234567890-shop.apps.googleusercontent.com"))
            .WithLoginProvider(LoginProvider.Create(LoginProviderName.Apple, "com.shop.web"))
            .WithSamlProvider(SamlProvider.Existing(Pools.SamlArn))
            .WithRoleMapping(
                Pools.Rules(
                    Pools.Login(LoginProviderName.Google),
                    Pools.Rule("editor@shop.example", editor),
                    RoleMappingRule.Create("hd", ClaimMatchType.Equals, "shop.example", Pools.Role("Viewer")),
                    RoleMappingRule.Create("email", ClaimMatchType.Contains, "@partner.", Pools.RoleArn)
                )
            )
            .WithRoleMapping(RoleMapping.FromToken(new UserPoolReference(Pools.UserPool, null), AmbiguousRoleResolution.AuthenticatedRole))
            .WithPrincipalTags(PrincipalTagMapping.Create(new UserPoolReference(Pools.UserPool, null), Pools.Map(("department", "custom:department"))));
        return pool.WithRole(
                "Authenticated",
                role =>
                    role.WithStatements([
                        Pools.Allow("s3:GetObject", "arn:aws:s3:::shop-uploads/${cognito-identity.amazonaws.com:sub}/*"),
                        Pools.Allow("execute-api:Invoke", "arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/*"),
                    ])
            )
            .WithRole("Unauthenticated", role => role.WithStatements([Pools.Allow("s3:GetObject", "arn:aws:s3:::shop-public/*")]))
            .WithRole("Viewer", role => role.WithManagedPolicies(["arn:aws:iam::aws:policy/AmazonDynamoDBReadOnlyAccess"]));
    }

    private static IdentityPool CreateBig()
    {
        var pool = Pools.Empty;
        for (var provider = 0; provider < 10; provider++)
        {
            var openId = OpenIdConnectProvider.Existing($"arn:aws:iam::123456789012:oidc-provider/login-{provider}.partner.example/with/a/long/path");
            var rules = Enumerable
                .Range(0, 10)
                .Select(rule =>
                    RoleMappingRule.Create(
                        rule % 2 == 0 ? "email" : "custom:department",
                        (ClaimMatchType)(rule % 4),
                        $"department-{rule}-of-partner-{provider}@a-rather-long-name.partner.example",
                        Pools.Role($"Role{(provider * 3 + rule) % 17:00}", Pools.Allow("s3:GetObject", $"arn:aws:s3:::partner-{(provider * 3 + rule) % 17}/*"))
                    )
                );
            pool = pool.WithOpenIdConnectProvider(openId).WithRoleMapping(Pools.Rules(new OpenIdConnectProviderReference(openId), rules.ToValueList()));
        }

        return pool;
    }

    private static IdentityPool CreateFunctions()
    {
        var provider = ProviderReference.OfUrl(Pools.Ref("ProviderUrl"));
        return IdentityPool
            .Create(new() { Name = Pools.Ref("PoolName") })
            .WithLoginProvider(LoginProvider.Create(LoginProviderName.Facebook, Pools.Ref("AppId")))
            .WithRoleMapping(
                RoleMapping.FromRules(
                    provider,
                    [RoleMappingRule.Create(Pools.Ref("Claim"), ClaimMatchType.Equals, Pools.Ref("Value"), IdentityPoolRole.Existing(Pools.Ref("RoleArn")))],
                    AmbiguousRoleResolution.Deny,
                    "partner"
                )
            );
    }

    private static TemplateValue Sub(string text) => TemplateValue.FromNode(TemplateMapping.Single("Fn::Sub", text));

    private static IdentityPool CreateHostile()
    {
        var rules = Attacks.Select(attack =>
            RoleMappingRule.Create(attack.Replace(' ', '_')[..Math.Min(attack.Length, 60)], ClaimMatchType.Equals, attack, Pools.RoleArn)
        );
        var odd = RoleMappingRule.Create("odd", ClaimMatchType.Equals, "a\u0001\u0000\u202eright\u202c\ufffe\r\nnew\u2028line\u05d0\u05d1", Pools.RoleArn);
        return IdentityPool
            .Create(new() { Name = "end style classDef", Tags = Pools.Map(("<script>alert(1)</script>", "</script><script>window.__pwned=1</script>")) })
            .WithUserPool(new(UserPool.Existing(Pools.Ref("Pool")), UserPoolClient.Existing(Pools.Ref("Client")), serverSideTokenCheck: true))
            .WithLoginProvider(LoginProvider.Create(LoginProviderName.Google, Sub(Attacks[1])))
            .WithDeveloperProvider("login.script")
            .WithRoleMapping(Pools.Rules(Pools.Login(LoginProviderName.Google), [.. rules, odd]))
            .WithRole(
                "Authenticated",
                role => role.WithStatements([.. Attacks.Select(attack => Pools.Allow("s3:GetObject", $"arn:aws:s3:::shop/{attack.Replace(' ', '_')}"))])
            );
    }

    private sealed class SampleRule(FindingSeverity severity, string text) : FindingRule(nameof(SampleRule), severity, Guide("iam-roles.html"), _ => [])
    {
        public override string Title => text;

        public override IEnumerable<IdentityPoolFinding> Check(FindingContext context)
        {
            var pool = context.Pool;
            FindingSubject[] subjects =
            [
                FindingSubject.From(pool),
                .. pool.RoleMappings.Select(mapping => FindingSubject.From(mapping)),
                .. pool.RoleMappings.Where(mapping => mapping.Rules.Count > 0).Select(mapping => FindingSubject.From(mapping, 1)),
                .. pool.PrincipalTags.Select(FindingSubject.From),
                .. pool.Roles.Select(FindingSubject.From),
            ];
            return subjects.Select(subject => new IdentityPoolFinding(this, subject, pool, text, "Add-RoleMapping")
            {
                Suppression = Severity == FindingSeverity.Information ? text : null,
            });
        }
    }
}
