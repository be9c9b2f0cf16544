using IdentityPools.Template;
using IdentityPools.Values;

namespace IdentityPools.Findings;

/// <summary>What matters of a user pool.</summary>
/// <param name="AllowsSelfSignUp">Whether people may create accounts themselves, as AWS lets them by default; null when that depends on deployment.</param>
/// <param name="FixedAttributes">The attributes that cannot be changed once they are set, as claims.</param>
internal sealed record UserPoolFacts(bool? AllowsSelfSignUp, IReadOnlySet<string> FixedAttributes)
{
    /// <summary>The facts of a user pool that a definition creates.</summary>
    public static UserPoolFacts From(UserPool userPool) =>
        new(userPool.AllowSelfSignUp ?? SelfSignUpIn(userPool.AdditionalProperties), FixedIn(userPool.AdditionalProperties["Schema"]));

    /// <summary>The facts of a user pool as CloudFormation or the API describe it.</summary>
    public static UserPoolFacts From(TemplateMapping properties) =>
        new(SelfSignUpIn(properties), FixedIn(properties["Schema"] ?? properties["SchemaAttributes"]));

    private static bool? SelfSignUpIn(TemplateMapping properties) =>
        properties["AdminCreateUserConfig"] switch
        {
            null => true,
            TemplateMapping configuration when !Intrinsic.IsCall(configuration) => configuration["AllowAdminCreateUserOnly"] switch
            {
                null => true,
                TemplateScalar { Text: var text } when bool.TryParse(text, out var isAdminOnly) => !isAdminOnly,
                _ => null,
            },
            _ => null,
        };

    private static HashSet<string> FixedIn(TemplateNode? schema) =>
        Nodes
            .Items(schema)
            .OfType<TemplateMapping>()
            .Where(attribute => attribute["Mutable"] is TemplateScalar { Text: "false" or "False" })
            .Select(attribute => (attribute["Name"] as TemplateScalar)?.Text)
            .OfType<string>()
            .SelectMany(name => new[] { name, "custom:" + name })
            .ToHashSet(StringComparer.Ordinal);
}

/// <summary>What matters of an app client.</summary>
/// <param name="WriteAttributes">The attributes that its users may write; null where the client says nothing, which is all of the standard ones.</param>
internal sealed record UserPoolClientFacts(IReadOnlySet<string>? WriteAttributes)
{
    public static UserPoolClientFacts From(UserPoolClient client) => From(client.AdditionalProperties);

    /// <summary>The facts of a client as CloudFormation or the API describe it.</summary>
    public static UserPoolClientFacts From(TemplateMapping properties) =>
        new(
            properties["WriteAttributes"] is TemplateSequence { Items.Count: > 0 } attributes
                ? attributes.OfType<TemplateScalar>().Select(attribute => attribute.Text).ToHashSet(StringComparer.Ordinal)
                : null
        );

    /// <summary>Whether users may write an attribute through the client. One without a list lets them write the standard attributes.</summary>
    /// <remarks>https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html#user-pool-settings-attribute-permissions-and-scopes</remarks>
    public bool MayWrite(string claim, bool isCustom) => WriteAttributes?.Contains(claim) ?? !isCustom;
}
