using IdentityPools.Model;
using IdentityPools.Values;

namespace IdentityPools.UnitTests;

/// <summary>The parts that tests build definitions of.</summary>
internal static class Pools
{
    public const string UserPoolId = "eu-west-1_Ab1Cd2Ef3";
    public const string ProviderName = "cognito-idp.eu-west-1.amazonaws.com/" + UserPoolId;
    public const string OpenIdConnectArn = "arn:aws:iam::123456789012:oidc-provider/login.example.com";
    public const string SamlArn = "arn:aws:iam::123456789012:saml-provider/Office";
    public const string RoleArn = "arn:aws:iam::123456789012:role/app/Reader";

    public static IdentityPool Empty { get; } = IdentityPool.Create(new() { Name = "shop" });

    public static UserPool UserPool { get; } = UserPool.Existing(UserPoolId);

    public static UserPoolAuthentication Client(string id) => new(UserPool, UserPoolClient.Existing(id), serverSideTokenCheck: true);

    public static TemplateValue Ref(string name) => TemplateValue.FromNode(Intrinsic.RefTo(name));

    public static IdentityPoolRole Role(string name, params PolicyStatement[] statements) =>
        IdentityPoolRole.Managed(name, RoleAudience.Authenticated).WithStatements(statements);

    public static PolicyStatement Allow(string action, string resource = "*") => PolicyStatement.Create(new() { Actions = [action], Resources = [resource] });

    public static RoleMappingRule Rule(string value, IdentityPoolRole role) => RoleMappingRule.Create("email", ClaimMatchType.Equals, value, role);

    public static RoleMapping Rules(ProviderReference provider, params ValueList<RoleMappingRule> rules) =>
        RoleMapping.FromRules(provider, rules, AmbiguousRoleResolution.Deny);

    public static ProviderReference Login(LoginProviderName name) => new LoginProviderReference(name);

    public static ValueMap<TemplateValue> Map(params IEnumerable<(string Key, TemplateValue Value)> entries) =>
        ValueMap<TemplateValue>.Create(entries.Select(entry => KeyValuePair.Create(entry.Key, entry.Value)));
}
