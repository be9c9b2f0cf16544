using Amazon.CognitoIdentity.Model;
using IdentityPools.Model;
using IdentityPools.Planning;

namespace IdentityPools.Aws;

/// <summary>What the calls for pools take. Create and Update replace everything, so both always name every member.</summary>
internal static class PoolRequests
{
    public static CreateIdentityPoolRequest Create(PoolState pool) =>
        new()
        {
            IdentityPoolName = pool.Name,
            AllowUnauthenticatedIdentities = pool.AllowUnauthenticatedIdentities,
            AllowClassicFlow = pool.AllowClassicFlow,
            CognitoIdentityProviders = UserPools(pool),
            SupportedLoginProviders = LoginProviders(pool),
            OpenIdConnectProviderARNs = List(pool.OpenIdConnectProviderArns),
            SamlProviderARNs = List(pool.SamlProviderArns),
            DeveloperProviderName = pool.DeveloperProviderName,
            IdentityPoolTags = Map(pool.Tags),
        };

    public static UpdateIdentityPoolRequest Update(PoolState pool) =>
        new()
        {
            IdentityPoolId = pool.Id,
            IdentityPoolName = pool.Name,
            AllowUnauthenticatedIdentities = pool.AllowUnauthenticatedIdentities,
            AllowClassicFlow = pool.AllowClassicFlow,
            CognitoIdentityProviders = UserPools(pool),
            SupportedLoginProviders = LoginProviders(pool),
            OpenIdConnectProviderARNs = List(pool.OpenIdConnectProviderArns),
            SamlProviderARNs = List(pool.SamlProviderArns),
            DeveloperProviderName = pool.DeveloperProviderName,
            IdentityPoolTags = Map(ValueMap<string>.Create(pool.Tags.Where(tag => !Bookkeeping.IsReserved(tag.Key)))),
        };

    public static SetIdentityPoolRolesRequest Roles(string poolId, AttachmentState attachment)
    {
        var roles = new Dictionary<string, string>();
        if (attachment.AuthenticatedRole is { } authenticated)
        {
            roles.Add("authenticated", authenticated);
        }

        if (attachment.UnauthenticatedRole is { } unauthenticated)
        {
            roles.Add("unauthenticated", unauthenticated);
        }

        return new()
        {
            IdentityPoolId = poolId,
            Roles = roles,
            RoleMappings = attachment.Mappings.ToDictionary(mapping => mapping.Key, mapping => Mapping(mapping.Value)),
        };
    }

    public static SetPrincipalTagAttributeMapRequest PrincipalTags(string poolId, string provider, PrincipalTagState state) =>
        new()
        {
            IdentityPoolId = poolId,
            IdentityProviderName = provider,
            UseDefaults = state.UseDefaults,
            PrincipalTags = new(state.Tags),
        };

    public static TagResourceRequest Tag(string arn, ValueMap<string> tags) => new() { ResourceArn = arn, Tags = new(tags) };

    public static UntagResourceRequest Untag(string arn, ValueList<string> keys) => new() { ResourceArn = arn, TagKeys = [.. keys] };

    private static Amazon.CognitoIdentity.Model.RoleMapping Mapping(RoleMappingState mapping) =>
        new()
        {
            Type = mapping.Type.ToString(),
            AmbiguousRoleResolution = mapping.AmbiguousRoleResolution.ToString(),
            RulesConfiguration =
                mapping.Rules.Count == 0
                    ? null
                    : new()
                    {
                        Rules =
                        [
                            .. mapping.Rules.Select(rule => new MappingRule
                            {
                                Claim = rule.Claim,
                                MatchType = rule.MatchType.ToString(),
                                Value = rule.Value,
                                RoleARN = rule.RoleArn,
                            }),
                        ],
                    },
        };

    private static List<CognitoIdentityProviderInfo>? UserPools(PoolState pool) =>
        pool.UserPools.Count == 0
            ? null
            :
            [
                .. pool.UserPools.Select(provider => new CognitoIdentityProviderInfo
                {
                    ProviderName = provider.ProviderName,
                    ClientId = provider.ClientId,
                    ServerSideTokenCheck = provider.ServerSideTokenCheck,
                }),
            ];

    private static Dictionary<string, string>? LoginProviders(PoolState pool) =>
        pool.LoginProviders.Count == 0 ? null : pool.LoginProviders.ToDictionary(provider => provider.Key, provider => provider.Value.ToApi());

    private static List<string>? List(ValueList<string> values) => values.Count == 0 ? null : [.. values];

    private static Dictionary<string, string>? Map(ValueMap<string> values) => values.Count == 0 ? null : new(values);
}
