using IdentityPools.Model;
using IdentityPools.Template;
using IdentityPools.Values;

namespace IdentityPools.Findings;

/// <summary>What people call the parts of a pool. What only a deployed stack knows is called by what it depends on, between angle brackets.</summary>
internal static class PartName
{
    private const string Unnamed = "<...>";

    public static object? Get(object? part) =>
        part switch
        {
            IdentityPool pool => Get(pool),
            IdentityPoolRole role => Get(role),
            ProviderReference provider => Get(provider),
            UserPoolAuthentication provider => Get(provider),
            UserPool userPool => Get(userPool),
            UserPoolClient client => Get(client),
            UserPoolGroup { TypedName: { } name } => Get(name),
            RoleMappingRule rule => $"{Get(rule.TypedClaim)} {rule.MatchType} {Get(rule.TypedClaimValue)} -> {Get(rule.MappedRole)}",
            TemplateValue value => Get(value),
            _ => part,
        };

    public static string Get(IdentityPool pool) => pool.TypedName?.Literal ?? pool.Id ?? pool.LogicalId;

    public static string Get(IdentityPoolRole role) => role.IsManaged || role.TypedArn!.IsLiteral ? role.ToString() : Get(role.TypedArn);

    public static string Get(UserPoolAuthentication provider) => $"{Get(provider.UserPool)} ({Get(provider.UserPoolClient)})";

    public static string Get(UserPool userPool) =>
        userPool.TypedId is { } id ? Get(id)
        : userPool.TypedName?.IsLiteral == true ? userPool.ToString()
        : userPool.ResourceId;

    public static string Get(UserPoolClient client) =>
        client.TypedClientId is { } id ? Get(id)
        : client.TypedName is { IsLiteral: false } name ? client.LogicalId ?? Get(name)
        : client.ToString();

    public static string Get(ProviderReference provider) =>
        provider switch
        {
            UserPoolReference { Client: { } client } reference => $"user pool {Get(reference.UserPool)}, client {Get(client)}",
            UserPoolReference reference => $"user pool {Get(reference.UserPool)}",
            ProviderUrlReference { Value: var value } => Get(value),
            OpenIdConnectProviderReference { Provider.TypedArn: { IsLiteral: false } arn } => $"OpenID Connect provider {Get(arn)}",
            SamlProviderReference { Provider.TypedArn: { IsLiteral: false } arn } => $"SAML provider {Get(arn)}",
            _ => provider.ToString(),
        };

    public static string Get(TemplateValue value) => value.Literal ?? Unsettled(value);

    /// <summary>A function may come to nothing, and a suppression without a target would be about all of them.</summary>
    private static string Unsettled(TemplateValue value) => string.Concat(TextParts.Split(value.Node).Select(Part)) is { Length: > 0 } name ? name : Unnamed;

    private static string Part(TemplateNode part) =>
        part is TemplateScalar scalar ? scalar.Text
        : References.In(part).Select(reference => reference.Name).FirstOrDefault(name => name.Length > 0) is { } name ? $"<{name}>"
        : Unnamed;
}
