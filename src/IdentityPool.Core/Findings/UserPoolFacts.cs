using IdentityPools.Template;

namespace IdentityPools.Findings;

/// <summary>What matters of a user pool.</summary>
/// <param name="AllowsSelfSignUp">Whether people may create accounts themselves.</param>
/// <param name="FixedAttributes">The attributes that cannot be changed once they are set, as claims.</param>
internal sealed record UserPoolFacts(bool AllowsSelfSignUp, IReadOnlySet<string> FixedAttributes)
{
    /// <summary>The facts of a user pool that a definition creates.</summary>
    public static UserPoolFacts Of(UserPool userPool) => new(userPool.AllowSelfSignUp ?? true, FixedIn(userPool.AdditionalProperties["Schema"]));

    /// <summary>The facts of a user pool as CloudFormation or the API describe it.</summary>
    public static UserPoolFacts Of(TemplateMapping properties) =>
        new(
            (properties["AdminCreateUserConfig"] as TemplateMapping)?["AllowAdminCreateUserOnly"] is not TemplateScalar { Text: "true" or "True" },
            FixedIn(properties["Schema"] ?? properties["SchemaAttributes"])
        );

    private static HashSet<string> FixedIn(TemplateNode? schema) =>
        StatementImporter
            .List(schema)
            .OfType<TemplateMapping>()
            .Where(attribute => attribute["Mutable"] is TemplateScalar { Text: "false" or "False" })
            .Select(attribute => (attribute["Name"] as TemplateScalar)?.Text)
            .OfType<string>()
            .SelectMany(name => new[] { name, "custom:" + name })
            .ToHashSet(StringComparer.Ordinal);
}
