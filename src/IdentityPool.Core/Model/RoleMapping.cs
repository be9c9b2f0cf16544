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
    public TemplateValue? ProviderUrl => Provider.Url;

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
    internal bool IsTokenWithoutRoles =>
        Type == RoleMappingType.Token && Provider is not UserPoolReference and not ProviderUrlReference { Value.IsLiteral: false };

    /// <summary>The key that the user gave, if it is another than the default.</summary>
    internal string? ExplicitKey
    {
        get => key;
        private init => key = value;
    }

    internal static RoleMapping FromToken(ProviderReference provider, AmbiguousRoleResolution resolution, string? key = null) =>
        new RoleMapping(provider) { Type = RoleMappingType.Token, AmbiguousRoleResolution = resolution }.Keyed(key);

    internal static RoleMapping FromRules(ProviderReference provider, ValueList<RoleMappingRule> rules, AmbiguousRoleResolution resolution, string? key = null)
    {
        if (rules.Count is 0 or > Limits.Rules)
        {
            throw Fault.Of(nameof(Messages.RuleCount), provider.ToString(), provider, rules.Count, Limits.Rules);
        }

        if (rules.GroupBy(rule => rule).FirstOrDefault(group => group.Count() > 1) is { Key: var repeated })
        {
            throw Fault.Of(nameof(Messages.DuplicateRule), repeated, repeated, provider);
        }

        return new RoleMapping(provider)
        {
            Type = RoleMappingType.Rules,
            AmbiguousRoleResolution = resolution,
            Rules = rules,
        }.Keyed(key);
    }

    internal RoleMapping WithProvider(ProviderReference provider) => (this with { Provider = provider }).Keyed(key);

    internal RoleMapping WithRoles(Func<IdentityPoolRole, IdentityPoolRole> change) =>
        this with
        {
            Rules = Rules.Select(rule => rule.WithRole(change(rule.MappedRole))).ToValueList(),
        };

    /// <summary>The mapping on one line.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Provider}: {(Type == RoleMappingType.Token ? "role from token" : Rules.Count + " rules")}";

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
            throw Fault.Of(nameof(Messages.MappingKeyRequired), Provider.ToString(), Provider);
        }

        return this with
        {
            ExplicitKey = wanted == Provider.DefaultKey ? null : wanted,
        };
    }
}
