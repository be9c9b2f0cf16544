using Amazon.CognitoIdentity.Model;
using IdentityPools.Planning;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Aws;

/// <summary>Role mappings as AWS tells them. What a later version of the service may say is refused: no known value is safe in its place.</summary>
internal static class MappingReader
{
    /// <exception cref="DefinitionException">A value is not known.</exception>
    public static RoleMappingState Read(string provider, Amazon.CognitoIdentity.Model.RoleMapping mapping) =>
        new(
            Known<RoleMappingType>(mapping.Type?.Value) ?? throw Unknown(provider, nameof(mapping.Type), mapping.Type?.Value),
            mapping.AmbiguousRoleResolution is not { } resolution
                ? AmbiguousRoleResolution.Deny
                : Known<AmbiguousRoleResolution>(resolution.Value) ?? throw Unknown(provider, nameof(mapping.AmbiguousRoleResolution), resolution.Value),
            (mapping.RulesConfiguration?.Rules ?? []).Select(rule => new RoleRuleState(rule.Claim!, MatchType(rule), rule.Value!, rule.RoleARN!)).ToValueList()
        );

    private static ClaimMatchType MatchType(MappingRule rule) =>
        Known<ClaimMatchType>(rule.MatchType?.Value)
        ?? throw DefinitionErrors.Create(nameof(Messages.UnknownMatchType), rule.Claim, rule.MatchType?.Value, rule.Claim);

    /// <summary>Just the names; Enum.TryParse takes numbers and lists too.</summary>
    private static T? Known<T>(string? text)
        where T : struct, Enum => text is not null && Enum.GetNames<T>().Contains(text, StringComparer.Ordinal) ? Enum.Parse<T>(text) : null;

    private static DefinitionException Unknown(string provider, string member, string? value) =>
        DefinitionErrors.Create(nameof(Messages.UnknownMappingValue), provider, provider, member, value);
}
