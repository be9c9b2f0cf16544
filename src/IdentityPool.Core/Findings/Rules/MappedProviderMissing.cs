using IdentityPools.Model;

namespace IdentityPools.Findings;

/// <summary>Roles are mapped, or session tags set, for a provider that the pool does not have.</summary>
internal sealed class MappedProviderMissing : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Error;

    public override Uri HelpUri => new("https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_SetIdentityPoolRoles.html");

    public override IEnumerable<IdentityPoolFinding> Check(FindingContext context) =>
        [
            .. context
                .Pool.RoleMappings.Where(mapping => !Completeness.IsAttached(context.Pool, mapping.Provider))
                .Select(mapping => Found(context, FindingSubject.Of(mapping), mapping.Provider, context.Pool)),
            .. context
                .Pool.PrincipalTags.Where(tags => !Completeness.IsAttached(context.Pool, tags.Provider))
                .Select(tags => Found(context, FindingSubject.Of(tags), tags.Provider, context.Pool)),
        ];
}
