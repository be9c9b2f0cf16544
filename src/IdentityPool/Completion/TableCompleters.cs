using IdentityPools.Model;
using IdentityPools.Simulation;
using IdentityPools.Values;

namespace IdentityPools.Completion;

// Inside a hashtable the engine asks no completer: these offer whole ones, to be filled in. The word so far is compared with their first key.

/// <summary>Completes the logins of a sign-in: a hashtable for each provider of the pools at hand, which lacks only the token.</summary>
public sealed class LoginCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line)
    {
        var ids = line.Arguments.Texts("Id").ToHashSet(StringComparer.OrdinalIgnoreCase);
        var ofPools = (
            from pool in line.PoolsAtHand
            where ids.Count == 0 || (pool.Id is { } id && ids.Contains(id))
            from provider in pool.ProviderReferences
            let key = (provider as UserPoolReference)?.UserPool.ProviderName ?? provider.Url?.Literal
            where key is not null
            select Suggestion.ForEntry(key, "", MessageText.Format(nameof(Messages.CompletedLogin), provider, pool))
        ).ToList();
        return ofPools.Count > 0
            ? ofPools
            : Enum.GetValues<LoginProviderName>()
                .Select(login => (Login: login, Url: LoginProvider.UrlOf(login)))
                .Select(known => Suggestion.ForEntry(known.Url, "", MessageText.Format(nameof(Messages.CompletedLoginProvider), known.Login, known.Url)));
    }
}

/// <summary>Completes the claims of a sign-in to be simulated: those that rules of the pools look at, with the value they look for, and those of the provider.</summary>
public sealed class ClaimTableCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line) =>
        (
            from pool in line.PoolsAtHand
            from rule in pool.RoleMappings.SelectMany(mapping => mapping.Rules)
            where rule.TypedClaim.IsLiteral && rule.TypedClaimValue.IsLiteral
            select Suggestion.ForEntry(
                rule.TypedClaim.Literal!,
                rule.TypedClaimValue.Literal!,
                MessageText.Format(nameof(Messages.CompletedRuleValue), pool, rule.TypedClaim)
            )
        ).Concat(ClaimCompleter.Known(line).Select(claim => Suggestion.ForEntry(claim.Name, "", claim.Meaning)));
}

/// <summary>Completes tags: those that the pools at hand have, or the role on the line, and keys that many use.</summary>
public sealed class TagCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line) =>
        (
            from pool in line.PoolsAtHand
            from tag in TagKeyCompleter.Tags(pool, line)
            where tag.Value.IsLiteral
            select Suggestion.ForEntry(tag.Key, tag.Value.Literal!, MessageText.Format(nameof(Messages.CompletedTag), tag.Value, pool))
        ).Concat([
            Suggestion.ForEntry("Environment", "", Messages.CompletedTagEnvironment),
            Suggestion.ForEntry("Owner", "", Messages.CompletedTagOwner),
            Suggestion.ForEntry("Project", "", Messages.CompletedTagProject),
            Suggestion.ForEntry("CostCenter", "", Messages.CompletedTagCostCenter),
        ]);
}

/// <summary>Completes attributes for access control: all that the provider on the line has, to start from, and a session tag for each claim of its tokens.</summary>
public sealed class PrincipalTagCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line) =>
        (
            from pool in line.Pools
            let provider = line.Provider is { } named ? pool.Bound(named).WithoutClient : null
            from tags in pool.PrincipalTags
            where tags.Provider.Equals(provider) && tags.TypedTags.Count > 0 && tags.TypedTags.All(tag => tag.Value.IsLiteral)
            select Suggestion.ForTable(
                tags.TypedTags.Select(tag => (tag.Key, tag.Value.Literal!)),
                MessageText.Format(nameof(Messages.CompletedPrincipalTags), tags.Provider, pool)
            )
        ).Concat(ClaimCompleter.Known(line).Select(claim => OfClaim(claim)));

    private static Suggestion OfClaim(WellKnownClaim claim) =>
        // The name of a custom attribute is not known; what follows the prefix of the others is a good key.
        claim.Name.EndsWith(':')
            ? Suggestion.ForEntry("department", $"{claim.Name}department", claim.Meaning)
            : Suggestion.ForEntry(claim.Name.Split(':')[^1], claim.Name, claim.Meaning);
}

/// <summary>Completes conditions that policies of identity pools often have.</summary>
public sealed class ConditionCompleter : ValueCompleter
{
    private const string Identity = "${cognito-identity.amazonaws.com:sub}";

    private protected override IEnumerable<Suggestion> Values(CompletionLine line) =>
        [
            OfKey("StringEquals", "aws:RequestedRegion", line.Region ?? "", Messages.CompletedConditionRegion),
            OfKey("ForAllValues:StringEquals", "dynamodb:LeadingKeys", Identity, Messages.CompletedConditionItems),
            OfKey("StringLike", "s3:prefix", $"{Identity}/*", Messages.CompletedConditionFolder),
            OfKey("StringEquals", "aws:ResourceTag/department", "${aws:PrincipalTag/department}", Messages.CompletedConditionTag),
            OfKey("IpAddress", "aws:SourceIp", "192.0.2.0/24", Messages.CompletedConditionAddress),
            OfKey("Bool", "aws:SecureTransport", "true", Messages.CompletedConditionTransport),
        ];

    private static Suggestion OfKey(string comparison, string key, string value, string tooltip) =>
        new(CommandLineText.Table([(comparison, CommandLineText.Table([(key, CommandLineText.Literal(value))]))]), tooltip)
        {
            IsExpression = true,
            Key = comparison,
        };
}

/// <summary>
/// Completes the groups of a user whose sign-in is simulated: those that the pools at hand have, and one for each role of these pools, which lacks only its name.
/// </summary>
public sealed class GroupCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line) =>
        (
            from pool in line.PoolsAtHand
            from known in pool.UserPoolGroups
            where known.TypedName?.Literal is not null
            select Suggestion.Create(known.TypedName!.Literal!, nameof(Messages.CompletedGroupOfPool), known.UserPool, pool)
        ).Concat(
            from pool in line.PoolsAtHand
            from role in pool.Roles
            where role.For == RoleAudience.Authenticated
            let name = role.TypedArn?.Literal ?? role.ToString()
            select Suggestion.ForTable([("Name", ""), ("Role", name)], MessageText.Format(nameof(Messages.CompletedGroup), role))
        );
}
