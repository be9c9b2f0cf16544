using IdentityPools.Model;
using IdentityPools.Planning;
using IdentityPools.Template;
using IdentityPools.Values;
using Xunit;

namespace IdentityPools.UnitTests.Live;

/// <summary>For each kind of part: whether another value in its place takes something away.</summary>
public sealed class LossKindTests
{
    private const string Bound = "arn:aws:iam::aws:policy/ReadOnlyAccess";
    private const string Other = "arn:aws:iam::aws:policy/PowerUserAccess";

    private static readonly ProviderReference Facebook = Pools.Login(LoginProviderName.Facebook);
    private static readonly IdentityPool Shop = Pools.Empty.WithLoginProvider(LoginProvider.Create(LoginProviderName.Facebook, "1"));
    private static readonly UserPool Customers = UserPool.Define("customers", allowSelfSignUp: false, passwordMinimumLength: 12);

    private readonly Account account = new();

    /// <summary>What there is, what shall be, the changes in place, and which of them are losses.</summary>
    private static readonly Dictionary<string, (IdentityPool Before, IdentityPool After, string[] Losses, string[] Others)> Kinds = new()
    {
        ["denying statement"] = (Granting(Denial), Granting(Pools.Allow("s3:*")), ["Roles[Authenticated].Statements"], []),
        ["allowing statement"] = (
            Granting(Pools.Allow("s3:GetObject"), Pools.Allow("s3:PutObject")),
            Granting(Pools.Allow("s3:GetObject")),
            ["Roles[Authenticated].Statements"],
            []
        ),
        ["more statements"] = (Granting(Denial), Granting(Denial, Pools.Allow("s3:*")), [], ["Roles[Authenticated].Statements"]),
        ["boundary"] = (Bounded(Bound), Bounded(Other), ["Roles[Authenticated].PermissionsBoundary"], []),
        ["settings of a role"] = (
            Described("Users", 3600, "web"),
            Described("Customers", 7200, "shop"),
            [],
            ["Roles[Authenticated].Description", "Roles[Authenticated].MaxSessionDuration", "Roles[Authenticated].Tags[team]"]
        ),
        ["default role"] = (
            IdentityPool.Create(new() { Name = "shop", AuthenticatedRole = Pools.Role("First") }),
            IdentityPool.Create(new() { Name = "shop", AuthenticatedRole = Pools.Role("Second") }),
            ["AuthenticatedRole"],
            []
        ),
        ["rule"] = (
            Shop.WithRoleMapping(Pools.Rules(Facebook, Pools.Rule("a@example.com", Rich.Admin))),
            Shop.WithRoleMapping(Pools.Rules(Facebook, Pools.Rule("b@example.com", Rich.Admin), Pools.Rule("a@example.com", Rich.Admin))),
            ["RoleMappings[graph.facebook.com].Rules[0]"],
            []
        ),
        ["rule at the end"] = (
            Shop.WithRoleMapping(Pools.Rules(Facebook, Pools.Rule("a@example.com", Rich.Admin))),
            Shop.WithRoleMapping(Pools.Rules(Facebook, Pools.Rule("a@example.com", Rich.Admin), Pools.Rule("b@example.com", Rich.Admin))),
            [],
            []
        ),
        ["refusal where no rule fits"] = (Ambiguous(AmbiguousRoleResolution.Deny), Ambiguous(AmbiguousRoleResolution.AuthenticatedRole), [Ambiguity], []),
        ["role where no rule fits"] = (Ambiguous(AmbiguousRoleResolution.AuthenticatedRole), Ambiguous(AmbiguousRoleResolution.Deny), [], [Ambiguity]),
        ["type of a mapping"] = (
            Pools
                .Empty.WithUserPool(Pools.Client("web"))
                .WithRoleMapping(RoleMapping.FromToken(new UserPoolReference(Pools.UserPool, "web"), AmbiguousRoleResolution.Deny)),
            Pools
                .Empty.WithUserPool(Pools.Client("web"))
                .WithRoleMapping(Pools.Rules(new UserPoolReference(Pools.UserPool, "web"), Pools.Rule("a@example.com", Rich.Admin))),
            [$"RoleMappings[{Pools.ProviderName}:web].Type"],
            []
        ),
        ["key of a principal tag"] = (Tagged(("team", "a"), ("site", "b")), Tagged(("team", "a")), [PrincipalTags], []),
        ["claim of a principal tag"] = (Tagged(("team", "a")), Tagged(("team", "b"), ("site", "b")), [], [PrincipalTags]),
        ["default principal tags"] = (Shop.WithPrincipalTags(PrincipalTagMapping.Defaults(Facebook)), Tagged(("team", "a")), [PrincipalTags], []),
        ["list of a client"] = (
            Calling("https://a.example.com", "https://b.example.com"),
            Calling("https://b.example.com"),
            ["UserPools[{0}].UserPoolClient[shop].CallbackURLs"],
            []
        ),
        ["longer list of a client"] = (
            Calling("https://a.example.com"),
            Calling("https://a.example.com", "https://b.example.com"),
            [],
            ["UserPools[{0}].UserPoolClient[shop].CallbackURLs"]
        ),
        ["settings of a pool"] = (
            IdentityPool
                .Create(
                    new()
                    {
                        Name = "shop",
                        AllowUnauthenticatedIdentities = true,
                        AllowClassicFlow = true,
                        Tags = Pools.Map(("team", "web")),
                    }
                )
                .WithUserPool(new(Pools.UserPool, UserPoolClient.Existing("web"), serverSideTokenCheck: true))
                .WithLoginProvider(LoginProvider.Twitter("first", ProviderSecret.From("hush-hush"))),
            IdentityPool
                .Create(
                    new()
                    {
                        Name = "shop",
                        AllowUnauthenticatedIdentities = false,
                        AllowClassicFlow = false,
                        Tags = Pools.Map(("team", "shop")),
                    }
                )
                .WithUserPool(new(Pools.UserPool, UserPoolClient.Existing("web"), serverSideTokenCheck: false))
                .WithLoginProvider(LoginProvider.Twitter("second", ProviderSecret.From("psst-psst"))),
            [],
            [
                "AllowClassicFlow",
                "AllowUnauthenticatedIdentities",
                "LoginProviders[api.twitter.com]",
                "LoginProviders[api.twitter.com].Secret",
                "Roles[Authenticated].Tags[team]",
                "Roles[Unauthenticated].Tags[team]",
                "Tags[team]",
                $"UserPools[{Pools.ProviderName}:web].ServerSideTokenCheck",
            ]
        ),
    };

    public static TheoryData<string> KindNames => [.. Kinds.Keys];

    [Theory]
    [MemberData(nameof(KindNames))]
    public async Task A_change_in_place_is_a_loss_where_something_goes(string kind)
    {
        var (before, after, losses, others) = Kinds[kind];
        var published = await account.PublishAsync(before);

        var updates = (await account.PlanAsync(after)).Changes.Where(change => change.Kind == ChangeKind.Update).ToList();

        var userPool = published.UserPools.Select(provider => provider.UserPool.TypedId?.Literal).FirstOrDefault();
        Assert.Equal(losses.Select(path => path.Replace("{0}", userPool, StringComparison.Ordinal)), Paths(isLoss: true));
        Assert.Equal(others.Select(path => path.Replace("{0}", userPool, StringComparison.Ordinal)), Paths(isLoss: false));

        IEnumerable<string> Paths(bool isLoss) =>
            updates.Where(change => change.IsLoss == isLoss).Select(change => change.Path).Distinct().Order(StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(true, "'Effect':'Deny','Action':'s3:*','Resource':'a'", "'Effect':'Allow','Action':'s3:*','Resource':'a'")]
    [InlineData(true, "'Effect':'Allow','Action':['s3:Get','s3:Put'],'Resource':'a'", "'Effect':'Allow','Action':'s3:Get','Resource':'a'")]
    [InlineData(true, "'Effect':'Deny','Action':'s3:Get','Resource':['a','b']", "'Effect':'Deny','Action':'s3:Get','Resource':'a'")]
    [InlineData(true, "'Effect':'Allow','Action':'s3:Get','Resource':'a'", "'Effect':'Allow','Action':'s3:*','Resource':'a'")]
    [InlineData(true, "'Effect':'Deny','NotAction':'s3:Get','Resource':'a'", "'Effect':'Deny','NotAction':['s3:Get','s3:Put'],'Resource':'a'")]
    [InlineData(
        true,
        "'Effect':'Allow','Action':'s3:Get','Resource':'a','Condition':{'Bool':{'aws:SecureTransport':'true'}}",
        "'Effect':'Allow','Action':'s3:Get','Resource':'a'"
    )]
    [InlineData(
        true,
        "'Effect':'Allow','Action':'sts:AssumeRole','Principal':{'Federated':'x'}",
        "'Effect':'Allow','Action':'sts:AssumeRole','Principal':{'Federated':'y'}"
    )]
    [InlineData(false, "'Sid':'A','Effect':'Deny','Action':['s3:Get'],'Resource':'a'", "'Sid':'B','Effect':'Deny','Action':['s3:Get','s3:Put'],'Resource':'a'")]
    [InlineData(
        false,
        "'Effect':'Allow','Action':['s3:Get','s3:Put'],'Resource':'a'",
        "'Effect':'Allow','Action':'s3:Put','Resource':'a'},{'Effect':'Allow','Action':'s3:Get','Resource':['b','a']"
    )]
    [InlineData(
        false,
        "'Effect':'Allow','Action':'sts:AssumeRole','Principal':{'Federated':'x'}",
        "'Effect':'Allow','Action':['sts:AssumeRole','sts:TagSession'],'Principal':{'Federated':['x']}"
    )]
    public void A_permission_is_gone_when_no_statement_says_it_any_more(bool isLoss, string before, string after) =>
        Assert.Equal(isLoss, Loss.OfStatements(Policy(before), Policy(after)));

    [Theory]
    [InlineData(true, "a/${aws:username}")]
    [InlineData(false, "a/b")]
    public void The_version_matters_where_it_decides_what_a_variable_is(bool isLoss, string resource)
    {
        var statement = $"'Effect':'Deny','Action':'s3:*','Resource':'{resource}'";

        Assert.Equal(isLoss, Loss.OfStatements(Policy(statement, "2012-10-17"), Policy(statement, "2008-10-17")));
    }

    [Theory]
    [InlineData("'text'")]
    [InlineData("{'Version':'2012-10-17'}")]
    [InlineData("{'Statement':['text']}")]
    public void What_cannot_be_read_counts_as_gone(string before) =>
        Assert.True(Loss.OfStatements(Json(before), Policy("'Effect':'Allow','Action':'s3:*','Resource':'*'")));

    [Theory]
    [InlineData(true, "['a','b']", "['b']")]
    [InlineData(true, "['a','b']", "'a'")]
    [InlineData(true, "{'x':{'y':['a']},'z':1}", "{'x':{'y':['b']}}")]
    [InlineData(false, "['a']", "['b','a']")]
    [InlineData(false, "'a'", "'b'")]
    [InlineData(false, "{'x':['a'],'z':['b']}", "{'x':['a']}")]
    public void A_member_of_a_list_is_gone_and_what_a_map_leaves_out_stays(bool isLoss, string before, string after) =>
        Assert.Equal(isLoss, Loss.OfMembers(Json(before), Json(after)));

    private const string Ambiguity = "RoleMappings[graph.facebook.com].AmbiguousRoleResolution";
    private const string PrincipalTags = "PrincipalTags[graph.facebook.com]";

    private static PolicyStatement Denial =>
        PolicyStatement.Create(
            new()
            {
                Effect = PolicyEffect.Deny,
                Actions = ["s3:*"],
                Resources = ["arn:aws:s3:::payroll/*"],
            }
        );

    private static IdentityPool Granting(params PolicyStatement[] statements) =>
        Pools.Empty.WithRole(IdentityPoolRole.AuthenticatedName, role => role.WithStatements(statements));

    private static IdentityPool Bounded(string arn) =>
        IdentityPool.Create(
            new() { Name = "shop", AuthenticatedRole = IdentityPoolRole.Managed(null, RoleAudience.Authenticated, new() { PermissionsBoundary = arn }) }
        );

    private static IdentityPool Described(string description, int seconds, string team) =>
        IdentityPool.Create(
            new()
            {
                Name = "shop",
                AuthenticatedRole = IdentityPoolRole.Managed(
                    null,
                    RoleAudience.Authenticated,
                    new()
                    {
                        Description = description,
                        MaxSessionDuration = seconds,
                        Tags = Pools.Map(("team", team)),
                    }
                ),
            }
        );

    private static IdentityPool Ambiguous(AmbiguousRoleResolution resolution) =>
        Shop.WithRoleMapping(RoleMapping.FromRules(Facebook, [Pools.Rule("a@example.com", Rich.Admin)], resolution));

    private static IdentityPool Tagged(params (string Key, TemplateValue Claim)[] tags) =>
        Shop.WithPrincipalTags(PrincipalTagMapping.Create(Facebook, Pools.Map(tags)));

    private static IdentityPool Calling(params TemplateValue[] urls) =>
        Pools.Empty.WithUserPool(
            new(
                Customers,
                UserPoolClient.Define(
                    new()
                    {
                        CallbackUrls = [.. urls],
                        AllowedOAuthFlows = ["code"],
                        AllowedOAuthScopes = ["openid"],
                    }
                ),
                serverSideTokenCheck: true
            )
        );

    private static TemplateNode Policy(string statements, string version = "2012-10-17") => Json($"{{'Version':'{version}','Statement':[{{{statements}}}]}}");

    private static TemplateNode Json(string text) => new JsonTemplateText().Read(text.Replace('\'', '"'));
}
