using IdentityPools.Model;
using IdentityPools.Template;
using IdentityPools.Values;

namespace IdentityPools.Findings;

/// <summary>What people call the parts of a pool. What only a deployed stack knows is called by what it depends on, between angle brackets.</summary>
internal static class PartName
{
    public static object? Of(object? part) =>
        part switch
        {
            IdentityPool pool => Of(pool),
            IdentityPoolRole role => Of(role),
            ProviderReference provider => Of(provider),
            UserPoolAuthentication provider => Of(provider),
            UserPool userPool => Of(userPool),
            UserPoolClient client => Of(client),
            RoleMappingRule rule => $"{Of(rule.Claim)} {rule.MatchType} {Of(rule.ClaimValue)} -> {Of(rule.MappedRole)}",
            TemplateValue value => Of(value),
            _ => part,
        };

    public static string Of(IdentityPool pool) => pool.Name?.Literal ?? pool.Id ?? pool.LogicalId;

    public static string Of(IdentityPoolRole role) => role.IsManaged || role.Arn!.IsLiteral ? role.ToString() : Of(role.Arn);

    public static string Of(UserPoolAuthentication provider) => $"{Of(provider.UserPool)} ({Of(provider.UserPoolClient)})";

    public static string Of(UserPool userPool) =>
        userPool.Id is { } id ? Of(id)
        : userPool.Name?.IsLiteral == true ? userPool.ToString()
        : userPool.ResourceId;

    public static string Of(UserPoolClient client) =>
        client.ClientId is { } id ? Of(id)
        : client.Name is { IsLiteral: false } name ? client.LogicalId ?? Of(name)
        : client.ToString();

    public static string Of(ProviderReference provider) =>
        provider switch
        {
            UserPoolReference { Client: { } client } reference => $"user pool {Of(reference.UserPool)}, client {Of(client)}",
            UserPoolReference reference => $"user pool {Of(reference.UserPool)}",
            ProviderUrlReference { Value: var value } => Of(value),
            OpenIdConnectProviderReference { Provider.Arn: { IsLiteral: false } arn } => $"OpenID Connect provider {Of(arn)}",
            SamlProviderReference { Provider.Arn: { IsLiteral: false } arn } => $"SAML provider {Of(arn)}",
            _ => provider.ToString(),
        };

    public static string Of(TemplateValue value) => value.Literal ?? string.Concat(TextParts.Of(value.Node).Select(Part));

    private static string Part(TemplateNode part) =>
        part is TemplateScalar scalar ? scalar.Text
        : References.In(part).Select(reference => reference.Name).FirstOrDefault(name => name.Length > 0) is { } name ? $"<{name}>"
        : "<...>";
}
