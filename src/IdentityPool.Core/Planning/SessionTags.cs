using IdentityPools.Model;
using IdentityPools.Template;

namespace IdentityPools.Planning;

/// <summary>
/// Which roles identities reach with session tags, once a plan is carried out: what stays counts as much as what is mentioned. Without
/// <c>sts:TagSession</c> in the trust of such a role nobody gets in.
/// </summary>
internal sealed class SessionTags
{
    private readonly HashSet<string> before;
    private readonly HashSet<string> after;
    private readonly string poolId;

    public SessionTags(LiveState desired, LiveState actual, AttachmentState attachment, Removals removals)
    {
        poolId = desired.Pool!.Id;
        var tags = actual
            .PrincipalTags.Where(entry => !desired.PrincipalTags.ContainsKey(entry.Key) && !removals.Include(PartPath.OfPrincipalTags(entry.Key)))
            .Concat(desired.PrincipalTags);
        before = Roles(actual, actual.Attachment, actual.PrincipalTags, actual.Groups);
        after = Roles(desired, attachment, tags, GroupPlanner.After(desired, actual, removals));

        HashSet<string> Roles(
            LiveState state,
            AttachmentState roles,
            IEnumerable<KeyValuePair<string, PrincipalTagState>> providers,
            IEnumerable<GroupState> groups
        )
        {
            var on = providers.Where(entry => entry.Value.IsOn).Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal);
            if (on.Count == 0)
            {
                return [];
            }

            // A mapping may stay whose client is none of the definition's.
            var names = (state.Pool?.UserPools ?? [])
                .Concat(actual.Pool?.UserPools ?? [])
                .DistinctBy(provider => provider.Key)
                .ToDictionary(provider => provider.Key, provider => provider.ProviderName, StringComparer.Ordinal);
            var mappings = roles.Mappings.Where(mapping => on.Contains(names.GetValueOrDefault(mapping.Key, mapping.Key))).ToList();
            var issuers = mappings
                .Where(mapping => mapping.Value.Type == RoleMappingType.Token)
                .Select(mapping => names.GetValueOrDefault(mapping.Key, mapping.Key))
                .ToList();
            return mappings
                .SelectMany(mapping => mapping.Value.Rules)
                .Select(rule => rule.RoleArn)
                .Concat(
                    groups
                        .Where(group => issuers.Exists(name => name.EndsWith($"/{group.UserPoolId}", StringComparison.Ordinal)))
                        .Select(group => group.RoleArn)
                )
                .Append(roles.AuthenticatedRole)
                .OfType<string>()
                .Where(arn => arn != roles.UnauthenticatedRole)
                .ToHashSet(StringComparer.Ordinal);
        }
    }

    /// <summary>The roles that identities did not reach with session tags before, by their ARNs.</summary>
    public IEnumerable<string> New => after.Except(before).Order(StringComparer.Ordinal);

    /// <summary>The role with the trust that it needs when all is done.</summary>
    public RoleState Settled(RoleState role) => after.Contains(role.Arn) ? role with { Trust = TrustPolicy.WithSessionTags(role.Trust, poolId) } : role;

    /// <summary>The trust that a role has until the session tags are as they should be: nobody is kept out in between.</summary>
    public TemplateNode Interim(TemplateNode wanted, TemplateNode actual) =>
        TrustPolicy.WithoutSessionTags(actual, poolId).Equals(actual) ? wanted : TrustPolicy.WithSessionTags(wanted, poolId);

    public bool AreSameButForTags(TemplateNode left, TemplateNode right) =>
        PolicyText.AreSame(TrustPolicy.WithoutSessionTags(left, poolId), TrustPolicy.WithoutSessionTags(right, poolId));

    /// <summary>The trust of a role that stays as it is but for session tags.</summary>
    public TemplateNode Staying(RoleState role) =>
        after.Contains(role.Arn) ? TrustPolicy.WithSessionTags(role.Trust, poolId)
        : before.Contains(role.Arn) ? TrustPolicy.WithoutSessionTags(role.Trust, poolId)
        : role.Trust;
}
