using IdentityPools.Model;

namespace IdentityPools.Findings;

/// <summary>Users can write the claim behind a session tag.</summary>
internal sealed class WritableTag : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override Uri HelpUri => Guide("attributes-for-access-control.html");

    public override IEnumerable<IdentityPoolFinding> Check(FindingContext context) =>
        context
            .Pool.PrincipalTags.Where(tags => tags.Provider is UserPoolReference)
            .SelectMany(tags =>
                tags.Tags.Where(tag => tag.Value.Literal is { } claim && context.Surroundings.CanWrite((UserPoolReference)tags.Provider, claim))
                    .Select(tag => Found(context, FindingSubject.Of(tags), tags.Provider, tag.Key, tag.Value))
            );
}
