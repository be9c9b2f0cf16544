using IdentityPools.Model;

namespace IdentityPools.Planning;

/// <summary>What an identity pool consists of: as AWS has it, or as a definition wants it.</summary>
internal sealed record LiveState
{
    /// <summary>The pool; null when there is none.</summary>
    public PoolState? Pool { get; init; }

    /// <summary>Of a state that a definition wants: what it says of flags and default roles; the rest is what a new pool would have.</summary>
    public Mention Mention { get; init; } = Mention.Everything;

    /// <summary>Of what AWS has: whether nothing but the pool itself was looked at, so that roles, mappings and principal tags are not known.</summary>
    public bool IsPoolAlone { get; init; }

    public AttachmentState Attachment { get; init; } = AttachmentState.Empty;

    /// <summary>By the provider's name, as far as it was looked at.</summary>
    public ValueMap<PrincipalTagState> PrincipalTags { get; init; } = ValueMap<PrincipalTagState>.Empty;

    /// <summary>The roles that were looked at.</summary>
    public ValueList<RoleState> Roles { get; init; } = [];

    /// <summary>Of a state that a definition wants: default roles that it does not mention, as a new pool would have them.</summary>
    public ValueList<RoleState> DefaultRoles { get; init; } = [];

    /// <summary>Of a state that a definition wants: the roles that identities reach with session tags and did not before, by their ARNs.</summary>
    public ValueList<string> NewlyTaggedRoles { get; init; } = [];

    public ValueList<GrantState> Grants { get; init; } = [];

    /// <summary>The groups of user pools that were looked at, or that a definition wants.</summary>
    public ValueList<GroupState> Groups { get; init; } = [];

    /// <summary>Of what AWS has: the user pools whose groups could not be looked at.</summary>
    public ValueList<string> UnknownGroups { get; init; } = [];

    public ValueList<UserPoolState> UserPools { get; init; } = [];

    public ValueList<ClientState> Clients { get; init; } = [];

    public ValueList<OpenIdConnectProviderState> OpenIdConnectProviders { get; init; } = [];

    public ValueList<SamlProviderState> SamlProviders { get; init; } = [];

    /// <summary>The group of that key; names of groups differ by case.</summary>
    public GroupState? FindGroup(string key) => Groups.FirstOrDefault(group => group.Key == key);

    /// <summary>IAM's names are unique whatever their case.</summary>
    public RoleState? FindRole(string iamName) => Roles.FirstOrDefault(role => string.Equals(role.IamName, iamName, StringComparison.OrdinalIgnoreCase));
}
