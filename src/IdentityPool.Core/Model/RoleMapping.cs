using IdentityPools.Model;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools;

/// <summary>How identities of one provider get their role.</summary>
public sealed record RoleMapping
{
    private readonly string? key;

    private RoleMapping(ProviderReference provider) => Provider = provider;

    /// <summary>The provider as AWS names it, with the client id where it is known; null while all of it depends on deployment.</summary>
    public object? ProviderUrl => TypedProviderUrl?.Plain;

    internal TemplateValue? TypedProviderUrl => Provider.Url;

    /// <summary>The key of the mapping in a template.</summary>
    public string MappingKey => key ?? Provider.DefaultKey!;

    /// <summary>Where the role comes from.</summary>
    public RoleMappingType Type { get; private init; }

    /// <summary>What happens when no role can be told.</summary>
    public AmbiguousRoleResolution AmbiguousRoleResolution { get; private init; }

    /// <summary>The rules in the order in which they are tried; empty for <see cref="RoleMappingType.Token"/>.</summary>
    public ValueList<RoleMappingRule> Rules { get; private init; } = [];

    internal ProviderReference Provider { get; private init; }

    /// <summary>Whether the role is to come from a token that carries none: only user pools issue the claims for it.</summary>
    internal bool IsTokenWithoutRoles => Type == RoleMappingType.Token && LacksRoles(Provider);

    /// <summary>The key that the user gave, if it is another than the default.</summary>
    internal string? ExplicitKey
    {
        get => key;
        private init => key = value;
    }

    /// <summary>Whether tokens of the provider carry no roles.</summary>
    internal static bool LacksRoles(ProviderReference provider) => provider is not UserPoolReference and not ProviderUrlReference { Value.IsLiteral: false };

    internal static RoleMapping FromToken(ProviderReference provider, AmbiguousRoleResolution resolution, string? key = null) =>
        new RoleMapping(provider) { Type = RoleMappingType.Token, AmbiguousRoleResolution = resolution }.Keyed(key);

    internal static RoleMapping FromRules(ProviderReference provider, ValueList<RoleMappingRule> rules, AmbiguousRoleResolution resolution, string? key = null)
    {
        if (rules.Count is 0 or > Limits.Rules)
        {
            throw DefinitionErrors.Create(nameof(Messages.RuleCount), provider.ToString(), provider, rules.Count, Limits.Rules);
        }

        if (rules.GroupBy(rule => rule).FirstOrDefault(group => group.Count() > 1) is { Key: var repeated })
        {
            throw DefinitionErrors.Create(nameof(Messages.DuplicateRule), repeated, repeated, provider);
        }

        return new RoleMapping(provider)
        {
            Type = RoleMappingType.Rules,
            AmbiguousRoleResolution = resolution,
            Rules = rules.Select((rule, index) => rule.InPlace(index + 1)).ToValueList(),
        }.Keyed(key);
    }

    /// <summary>The mapping with what is given, and with what it has where nothing is.</summary>
    /// <param name="isToken">Whether the role is to come from the token; rules that are given end that.</param>
    /// <param name="rules">All rules.</param>
    /// <param name="resolution">What happens when no role can be told.</param>
    /// <param name="wanted">The key in a template.</param>
    internal RoleMapping With(bool isToken, ValueList<RoleMappingRule>? rules, AmbiguousRoleResolution? resolution, string? wanted) =>
        isToken || (rules is null && Type == RoleMappingType.Token)
            ? FromToken(Provider, resolution ?? AmbiguousRoleResolution, wanted ?? key)
            : FromRules(Provider, rules ?? Rules, resolution ?? AmbiguousRoleResolution, wanted ?? key);

    internal RoleMapping WithRules(ValueList<RoleMappingRule> rules) => FromRules(Provider, rules, AmbiguousRoleResolution, key);

    /// <summary>The mapping with more rules.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="place">The place of the first one, from 1; null for the end.</param>
    /// <exception cref="DefinitionException">The role comes from the token, or there is no such place.</exception>
    internal RoleMapping WithRulesAdded(ValueList<RoleMappingRule> rules, int? place)
    {
        var known = RulesToChange();
        var index = place is null ? known.Count : Index(place.Value, known.Count + 1);
        return WithRules([.. known.Take(index), .. rules, .. known.Skip(index)]);
    }

    /// <summary>The mapping with one of its rules changed.</summary>
    /// <param name="place">The place of the rule, from 1.</param>
    /// <param name="change">What becomes of it.</param>
    /// <exception cref="DefinitionException">The role comes from the token, or there is no such place.</exception>
    internal RoleMapping WithRuleChanged(int place, Func<RoleMappingRule, RoleMappingRule> change)
    {
        var known = RulesToChange();
        var index = Index(place, known.Count);
        return WithRules(known.Select((rule, position) => position == index ? change(rule) : rule).ToValueList());
    }

    /// <summary>The mapping without the rules of these places, from 1.</summary>
    /// <exception cref="DefinitionException">The role comes from the token, there is no such place, or no rule would be left.</exception>
    internal RoleMapping WithoutRules(IEnumerable<int> places)
    {
        var known = RulesToChange();
        var gone = places.Select(place => Index(place, known.Count)).ToHashSet();
        return Remaining(known.Where((_, index) => !gone.Contains(index)));
    }

    /// <summary>The mapping without the rules for a claim, or for one of its values.</summary>
    /// <exception cref="DefinitionException">The role comes from the token, there is no such rule, or no rule would be left.</exception>
    internal RoleMapping WithoutRules(TemplateValue claim, TemplateValue? value)
    {
        var known = RulesToChange();
        var left = known.Where(rule => rule.TypedClaim != claim || (value is not null && rule.TypedClaimValue != value)).ToValueList();
        return left.Count == known.Count
            ? throw DefinitionErrors.Create(
                nameof(Messages.RuleNotFound),
                Provider.ToString(),
                Provider,
                value is null ? claim : $"{claim} {value}",
                string.Join(", ", known.Select((rule, index) => $"{index + 1}: {rule}"))
            )
            : Remaining(left);
    }

    private ValueList<RoleMappingRule> RulesToChange() =>
        Type == RoleMappingType.Rules ? Rules : throw DefinitionErrors.Create(nameof(Messages.MappingWithoutRules), Provider.ToString(), Provider);

    private int Index(int place, int last) =>
        place >= 1 && place <= last ? place - 1 : throw DefinitionErrors.Create(nameof(Messages.RulePlaceUnknown), place, place, Provider, last);

    private RoleMapping Remaining(IEnumerable<RoleMappingRule> rules) =>
        rules.ToValueList() is { Count: > 0 } left ? WithRules(left) : throw DefinitionErrors.Create(nameof(Messages.LastRule), Provider.ToString(), Provider);

    internal RoleMapping WithProvider(ProviderReference provider) => (this with { Provider = provider }).Keyed(key);

    internal RoleMapping WithRoles(Func<IdentityPoolRole, IdentityPoolRole> change) =>
        this with
        {
            Rules = Rules.Select(rule => rule.WithRole(change(rule.MappedRole))).ToValueList(),
        };

    /// <summary>The mapping on one line.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        $"{Provider}: {(Type == RoleMappingType.Token ? "role from token" : Rules.Count == 1 ? "1 rule" : $"{Rules.Count} rules")}";

    private RoleMapping Keyed(string? wanted)
    {
        if (wanted is not null)
        {
            Limits.ProviderKey.Check(wanted);
        }

        if (Provider.Url?.Literal is { } url)
        {
            Limits.ProviderKey.Check(url);
        }

        if (wanted is null && Provider.DefaultKey is null)
        {
            throw DefinitionErrors.Create(nameof(Messages.MappingKeyRequired), Provider.ToString(), Provider);
        }

        return this with
        {
            ExplicitKey = wanted == Provider.DefaultKey ? null : wanted,
        };
    }
}

/// <summary>Where a mapping takes the role from.</summary>
public enum RoleMappingType
{
    /// <summary>From the token: <c>cognito:preferred_role</c> and <c>cognito:roles</c>.</summary>
    Token,

    /// <summary>From rules over the token's claims.</summary>
    Rules,
}

/// <summary>What happens when a mapping yields no role.</summary>
public enum AmbiguousRoleResolution
{
    /// <summary>The request is denied.</summary>
    Deny,

    /// <summary>The authenticated role is given.</summary>
    AuthenticatedRole,
}

/// <summary>A rule that gives a role to identities whose claim matches.</summary>
public sealed record RoleMappingRule
{
    private readonly Aside<int?> place = new(null);

    private RoleMappingRule(TemplateValue claim, ClaimMatchType matchType, TemplateValue claimValue, IdentityPoolRole mappedRole) =>
        (TypedClaim, MatchType, TypedClaimValue, MappedRole) = (claim, matchType, claimValue, mappedRole);

    /// <summary>The claim of the token that is looked at, 1 to 64 characters.</summary>
    public object Claim => TypedClaim.Plain;

    internal TemplateValue TypedClaim { get; }

    /// <summary>How the claim is compared.</summary>
    public ClaimMatchType MatchType { get; }

    /// <summary>What the claim is compared with, 1 to 128 characters, literally.</summary>
    public object ClaimValue => TypedClaimValue.Plain;

    internal TemplateValue TypedClaimValue { get; }

    /// <summary>The role that a match gives.</summary>
    public IdentityPoolRole MappedRole { get; private init; }

    /// <summary>The place of the rule in its mapping, from 1; null for a rule that is in none. It is no part of what the rule says.</summary>
    public int? Place
    {
        get => place.Value;
        private init => place = new(value);
    }

    internal RoleMappingRule InPlace(int number) => Place == number ? this : this with { Place = number };

    internal static RoleMappingRule Create(TemplateValue claim, ClaimMatchType matchType, TemplateValue claimValue, IdentityPoolRole mappedRole)
    {
        if (mappedRole is { IsManaged: true, Name: null })
        {
            throw DefinitionErrors.Create(nameof(Messages.MappedRoleWithoutName), mappedRole);
        }

        return mappedRole.For == RoleAudience.Authenticated
            ? new(Limits.Claim.Check(claim), matchType, Limits.ClaimValue.Check(claimValue), mappedRole)
            : throw DefinitionErrors.Create(nameof(Messages.MappedRoleForGuests), mappedRole, mappedRole);
    }

    /// <summary>The rule with what is given, and with what it has where nothing is.</summary>
    internal RoleMappingRule With(TemplateValue? claim, ClaimMatchType? matchType, TemplateValue? claimValue, IdentityPoolRole? mappedRole) =>
        Create(claim ?? TypedClaim, matchType ?? MatchType, claimValue ?? TypedClaimValue, mappedRole ?? MappedRole);

    internal RoleMappingRule WithRole(IdentityPoolRole role) => ReferenceEquals(MappedRole, role) ? this : this with { MappedRole = role };

    /// <summary>The rule on one line.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{TypedClaim} {MatchType} {TypedClaimValue} -> {MappedRole}";
}

/// <summary>How a rule compares a claim with its value.</summary>
/// <remarks>https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html</remarks>
public enum ClaimMatchType
{
    /// <summary>The claim is the value.</summary>
    Equals,

    /// <summary>The claim contains the value.</summary>
    Contains,

    /// <summary>The claim begins with the value.</summary>
    StartsWith,

    /// <summary>The claim is there and is not the value.</summary>
    NotEqual,
}
