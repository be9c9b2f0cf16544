using IdentityPools.Template;

namespace IdentityPools.Findings;

/// <summary>What matters of an app client.</summary>
/// <param name="WriteAttributes">The attributes that its users may write; null where the client says nothing, which is all of the standard ones.</param>
internal sealed record UserPoolClientFacts(IReadOnlySet<string>? WriteAttributes)
{
    public static UserPoolClientFacts Of(UserPoolClient client) => Of(client.AdditionalProperties);

    /// <summary>The facts of a client as CloudFormation or the API describe it.</summary>
    public static UserPoolClientFacts Of(TemplateMapping properties) =>
        new(
            properties["WriteAttributes"] is TemplateSequence { Items.Count: > 0 } attributes
                ? attributes.OfType<TemplateScalar>().Select(attribute => attribute.Text).ToHashSet(StringComparer.Ordinal)
                : null
        );

    /// <summary>Whether users may write an attribute through the client. One without a list lets them write the standard attributes.</summary>
    /// <remarks>https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html#user-pool-settings-attribute-permissions-and-scopes</remarks>
    public bool MayWrite(string claim, bool isCustom) => WriteAttributes?.Contains(claim) ?? !isCustom;
}
