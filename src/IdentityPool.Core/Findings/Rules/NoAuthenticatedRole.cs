using IdentityPools.Model;

namespace IdentityPools.Findings;

/// <summary>Users who signed in have no role to fall back on.</summary>
internal sealed class NoAuthenticatedRole : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override Uri HelpUri => Guide("role-trust-and-permissions.html");

    public override IEnumerable<IdentityPoolFinding> Check(FindingContext context) =>
        context.Pool is { AuthenticatedRole: null, AllowClassicFlow: not true }
            ? context
                .Pool.ProviderReferences.Where(provider => NeedsDefault(context.Pool, provider))
                .Select(provider => Found(context, FindingSubject.Of(provider), provider, context.Pool))
            : [];

    /// <summary>Assertions of SAML bring their roles, developers' own backends take tokens only.</summary>
    private static bool NeedsDefault(IdentityPool pool, ProviderReference provider) =>
        provider is not (SamlProviderReference or ProviderUrlReference)
        && pool.RoleMappings.FirstOrDefault(mapping => mapping.Provider == provider)?.AmbiguousRoleResolution != AmbiguousRoleResolution.Deny;
}
