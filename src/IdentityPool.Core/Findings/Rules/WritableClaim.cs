using IdentityPools.Model;

namespace IdentityPools.Findings;

/// <summary>Users can write the claim that decides.</summary>
internal sealed class WritableClaim : MappingRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override Uri HelpUri => Guide("role-based-access-control.html");

    protected override IEnumerable<IdentityPoolFinding> Check(FindingContext context, RoleMapping mapping) =>
        mapping.Provider is UserPoolReference reference
            ? Numbered(mapping)
                .Where(item => item.Rule.Claim.Literal is { } claim && context.Surroundings.CanWrite(reference, claim))
                .Select(item =>
                    Found(context, FindingSubject.Of(mapping, item.Position), item.Position, mapping.Provider, item.Rule.Claim, item.Rule.MappedRole)
                )
            : [];
}
