using IdentityPools.Model;
using IdentityPools.Template;
using IdentityPools.Validation;
using Xunit;

namespace IdentityPools.UnitTests.Validation;

/// <summary>How many of each AWS takes: the last one that fits, and one more.</summary>
public sealed class CountLimitTests
{
    [Fact]
    public void A_pool_takes_10_role_mappings() => Limit(10, "TooManyRoleMappings", count => Repeat(count, Mapping).Aggregate(Pools.Empty, Add));

    [Fact]
    public void A_mapping_takes_25_rules() => Limit(25, "RuleCount", count => Pools.Rules(Google, Repeat(count, Rule)));

    [Fact]
    public void A_mapping_needs_a_rule() => Refused.With("RuleCount", () => Pools.Rules(Google, []));

    [Fact]
    public void A_pool_takes_50_tags() => Limit(50, "TooManyTags", count => TagRules.Create(Repeat(count, Tag)));

    [Fact]
    public void Tags_are_counted_again_before_they_are_published()
    {
        Limit(50, "TooManyTagsToPublish", count => Limits.CheckTags(count, "role Reader", Pools.Empty));
        Assert.Same(Pools.Empty, Refused.With("TooManyTagsToPublish", () => Limits.CheckTags(51, "role Reader", Pools.Empty)).Target);
        Assert.Equal("role Reader", Refused.With("TooManyTagsToPublish", () => Limits.CheckTags(51, "role Reader")).Target);
    }

    [Fact]
    public void A_provider_takes_50_principal_tags() =>
        Limit(50, "TooManyPrincipalTags", count => PrincipalTagMapping.Create(Google, ValueMap<TemplateValue>.Create(Repeat(count, Tag))));

    [Theory]
    [InlineData("k", 1)]
    [InlineData("é", 2)]
    [InlineData("😀", 4)]
    public void Principal_tags_take_460_bytes_together(string character, int bytes) =>
        Limit(460 / bytes, "PrincipalTagsTooLong", count => PrincipalTagMapping.Create(Google, TagsOf(character, count)));

    [Fact]
    public void A_role_takes_20_managed_policies() =>
        Limit(20, "TooManyManagedPolicies", count => Role.WithManagedPolicies(Repeat(count, index => (TemplateValue)$"arn:aws:iam::aws:policy/P{index}")));

    [Fact]
    public void A_managed_policy_that_is_attached_already_does_not_count() =>
        Assert.Equal(20, Role.WithManagedPolicies(Repeat(20, Policy)).WithManagedPolicies(Repeat(20, Policy)).TypedManagedPolicyArns.Count);

    [Fact]
    public void An_OpenID_Connect_provider_takes_5_thumbprints() =>
        Limit(
            5,
            "TooManyThumbprints",
            count => OpenIdConnectProvider.Define("https://login.example.com", [], Repeat(count, index => (TemplateValue)$"{index:x40}"))
        );

    [Fact]
    public void An_app_client_takes_100_callback_URLs() =>
        Limit(100, "TooManyCallbackUrls", count => UserPoolClient.Define(new() { CallbackUrls = Urls(count) }));

    [Fact]
    public void An_app_client_takes_100_logout_URLs() => Limit(100, "TooManyCallbackUrls", count => UserPoolClient.Define(new() { LogoutUrls = Urls(count) }));

    [Fact]
    public void An_app_client_takes_50_OAuth_scopes() =>
        Limit(50, "TooManyOAuthScopes", count => UserPoolClient.Define(new() { AllowedOAuthScopes = Repeat(count, index => (TemplateValue)$"api/{index}") }));

    [Theory]
    [InlineData(3600, 43200)]
    public void A_session_lasts_1_to_12_hours(int minimum, int maximum)
    {
        Assert.Equal(minimum, Session(minimum).MaxSessionDuration);
        Assert.Equal(maximum, Session(maximum).MaxSessionDuration);
        Refused.With("InvalidSessionDuration", () => Session(minimum - 1));
        Refused.With("InvalidSessionDuration", () => Session(maximum + 1));
    }

    [Theory]
    [InlineData(6, 99)]
    public void A_password_has_6_to_99_characters_at_least(int minimum, int maximum)
    {
        Assert.Equal(minimum, UserPool.Define("u", passwordMinimumLength: minimum).PasswordMinimumLength);
        Assert.Equal(maximum, UserPool.Define("u", passwordMinimumLength: maximum).PasswordMinimumLength);
        Refused.With("InvalidPasswordMinimumLength", () => UserPool.Define("u", passwordMinimumLength: minimum - 1));
        Refused.With("InvalidPasswordMinimumLength", () => UserPool.Define("u", passwordMinimumLength: maximum + 1));
    }

    [Fact]
    public void Inline_permissions_take_10240_characters_white_space_not_counted()
    {
        var statement = Pools.Allow("s3:GetObject", "arn:aws:s3:::b/");
        var room = Limits.InlinePolicyCharacters - statement.ToNode().ToString().Length - 1;
        var full = Pools.Allow("s3:GetObject", "arn:aws:s3:::b/" + new string('x', room - 2) + "   yy");

        Assert.Equal([full], Role.WithStatements([full]).Statements);
        Refused.With("InlinePolicyTooLarge", () => Role.WithStatements([Pools.Allow("s3:GetObject", "arn:aws:s3:::b/" + new string('x', room + 1))]));
    }

    [Fact]
    public void Permissions_that_were_granted_before_count_too() =>
        Refused.With("InlinePolicyTooLarge", () => Role.WithStatements([Large("s3:GetObject", 'x')]).WithStatements([Large("s3:PutObject", 'y')]));

    [Fact]
    public void A_template_takes_shorter_developer_provider_names_than_the_API()
    {
        Assert.Contains(new string('d', 100), JsonTemplates.Write(Pools.Empty.WithDeveloperProvider(new string('d', 100))), StringComparison.Ordinal);
        var pool = Pools.Empty.WithDeveloperProvider(new string('d', 101));
        Refused.With("DeveloperProviderNameInTemplate", () => PoolSections.Create(pool, new()));
    }

    [Fact]
    public void Twitter_key_and_secret_share_128_characters()
    {
        var key = new string('k', 27);
        var provider = LoginProvider.Twitter(key, ProviderSecret.From(new string('s', 100)));

        Assert.Equal(key, provider.TypedAppId.Literal);
        Refused.With("InvalidTwitterSecret", () => LoginProvider.Twitter(key, ProviderSecret.From(new string('s', 101))));
        Refused.With("InvalidTwitterSecret", () => LoginProvider.Twitter(key, ProviderSecret.From("")));
        Refused.With("InvalidTwitterSecret", () => LoginProvider.Twitter(key, ProviderSecret.From("two words")));
        Refused.With("TwitterKeyHasSemicolon", () => LoginProvider.Twitter("key;secret", ProviderSecret.From("s")));
    }

    private static ProviderReference Google { get; } = Pools.Login(LoginProviderName.Google);

    private static IdentityPoolRole Role { get; } = Pools.Role("Reader");

    private static void Limit(int maximum, string errorId, Action<int> build)
    {
        build(maximum);
        Refused.With(errorId, () => build(maximum + 1));
    }

    private static void Limit(int maximum, string errorId, Func<int, object> build) => Limit(maximum, errorId, (Action<int>)(count => build(count)));

    private static ValueList<T> Repeat<T>(int count, Func<int, T> make) => Enumerable.Range(0, count).Select(make).ToValueList();

    private static RoleMapping Mapping(int index) =>
        RoleMapping.FromToken(ProviderReference.OfUrl($"arn:aws:iam::123456789012:oidc-provider/{index}.example.com"), AmbiguousRoleResolution.Deny);

    private static IdentityPool Add(IdentityPool pool, RoleMapping mapping) => pool.WithRoleMapping(mapping);

    private static RoleMappingRule Rule(int index) => Pools.Rule($"{index}", Role);

    private static KeyValuePair<string, TemplateValue> Tag(int index) => KeyValuePair.Create($"k{index}", (TemplateValue)"v");

    /// <summary>Two tags whose keys and claims have so many characters together.</summary>
    private static ValueMap<TemplateValue> TagsOf(string character, int count) =>
        Pools.Map((Text(character, 1), Text(character, (count / 2) - 1)), (Text(character, 2), Text(character, count - (count / 2) - 2)));

    private static string Text(string character, int count) => string.Concat(Enumerable.Repeat(character, count));

    private static TemplateValue Policy(int index) => $"arn:aws:iam::aws:policy/P{index}";

    private static ValueList<TemplateValue> Urls(int count) => Repeat(count, index => (TemplateValue)$"https://app.example/{index}");

    private static IdentityPoolRole Session(int seconds) =>
        IdentityPoolRole.Managed("Reader", RoleAudience.Authenticated, new() { MaxSessionDuration = seconds });

    private static PolicyStatement Large(string action, char character) => Pools.Allow(action, "arn:aws:s3:::b/" + new string(character, 6000));
}
