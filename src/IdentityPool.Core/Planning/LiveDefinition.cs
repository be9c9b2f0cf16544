using IdentityPools.Model;
using IdentityPools.Template;
using IdentityPools.Validation;

namespace IdentityPools.Planning;

/// <summary>What AWS has as a definition: the same type that a definition written by hand has.</summary>
internal sealed class LiveDefinition
{
    private readonly LiveState state;
    private readonly PoolState pool;
    private readonly AwsAccount account;
    private readonly Dictionary<string, IdentityPoolRole> roles = new(StringComparer.Ordinal);

    private LiveDefinition(LiveState state, AwsAccount account) => (this.state, pool, this.account) = (state, state.Pool!, account);

    /// <exception cref="Validation.DefinitionException">AWS has what a definition cannot say.</exception>
    public static IdentityPool From(LiveState state, AwsAccount account) => new LiveDefinition(state, account).Build();

    private IdentityPool Build()
    {
        var definition = IdentityPool.Recorded(
            new()
            {
                Name = pool.Name,
                AllowUnauthenticatedIdentities = pool.AllowUnauthenticatedIdentities,
                AllowClassicFlow = pool.AllowClassicFlow,
                Tags = Values(Bookkeeping.UserTags(pool.Tags)),
            }
        );
        definition = WithProviders(definition)
            .WithDefaultRolesAsFound(
                state.Attachment.AuthenticatedRole is { } authenticated ? Role(authenticated, RoleAudience.Authenticated) : null,
                state.Attachment.UnauthenticatedRole is { } unauthenticated ? Role(unauthenticated, RoleAudience.Unauthenticated) : null
            );
        foreach (var (key, mapping) in state.Attachment.Mappings)
        {
            definition = definition.WithRoleMapping(Mapping(ProviderReference.OfUrl(key), mapping));
        }

        definition = definition.WithPrincipalTags([
            .. state.PrincipalTags.Where(entry => entry.Value.IsOn).Select(entry => PrincipalTags(ProviderReference.OfUrl(entry.Key), entry.Value)),
        ]);
        definition = definition.WithUserPoolGroups([.. state.Groups.Select(Group)]);
        var existing = definition.Existing(pool.Id, account.PoolArn(pool.Id), Bookkeeping.Marks(pool.Tags));
        return state.IsPoolAlone ? existing.WithSettingsAlone() : existing;
    }

    private static PrincipalTagMapping PrincipalTags(ProviderReference provider, PrincipalTagState tags) =>
        tags.UseDefaults ? PrincipalTagMapping.Defaults(provider) : PrincipalTagMapping.Create(provider, Values(tags.Tags));

    private IdentityPool WithProviders(IdentityPool definition)
    {
        definition = definition.WithUserPools([
            .. pool.UserPools.Select(provider => new UserPoolAuthentication(
                UserPool.Existing(provider.ProviderName),
                UserPoolClient.Existing(provider.ClientId),
                provider.ServerSideTokenCheck
            )),
        ]);

        foreach (var (url, login) in pool.LoginProviders)
        {
            // Digits is long gone; pools may still name it. A value that is all secret has no key to define.
            if (LoginProvider.OfUrl(url) is { } name && login.AppId.Length > 0)
            {
                definition = definition.WithLoginProvider(
                    login.Secret is { } secret ? LoginProvider.Twitter(login.AppId, secret) : LoginProvider.Create(name, login.AppId)
                );
            }
        }

        definition = definition
            .WithOpenIdConnectProviders([.. pool.OpenIdConnectProviderArns.Select(arn => OpenIdConnectProvider.Existing(arn))])
            .WithSamlProviders([.. pool.SamlProviderArns.Select(arn => SamlProvider.Existing(arn))]);
        return pool.DeveloperProviderName is { } developer ? definition.WithDeveloperProvider(developer) : definition;
    }

    private UserPoolGroup Group(GroupState group) =>
        UserPoolGroup
            .Define(
                new()
                {
                    Name = group.Name,
                    Role = group.RoleArn is { } arn ? Role(arn, RoleAudience.Authenticated) : null,
                    Precedence = group.Precedence,
                    Description = group.Description,
                }
            )
            .WithUserPool(UserPool.Existing(group.UserPoolId));

    private RoleMapping Mapping(ProviderReference provider, RoleMappingState mapping) =>
        mapping.Type == RoleMappingType.Token
            ? RoleMapping.FromToken(provider, mapping.AmbiguousRoleResolution)
            : RoleMapping.FromRules(
                provider,
                mapping
                    .Rules.Select(rule => RoleMappingRule.Create(rule.Claim, rule.MatchType, rule.Value, Role(rule.RoleArn, RoleAudience.Authenticated)))
                    // Nobody keeps others from writing a rule twice; the second one does nothing.
                    .Distinct()
                    .ToValueList(),
                mapping.AmbiguousRoleResolution
            );

    private IdentityPoolRole Role(string arn, RoleAudience audience)
    {
        if (!roles.TryGetValue(arn, out var role))
        {
            role = Read(arn, audience);
            roles.Add(arn, role);
        }

        // A role that both guests and users get keeps what it is; only the place differs. One that was made with the pool has the trust of one of them.
        return role.IsManaged ? role : role.ForAudience(audience);
    }

    private IdentityPoolRole Read(string arn, RoleAudience audience)
    {
        var known = state.Roles.FirstOrDefault(role => role.Arn == arn);
        return known is null ? IdentityPoolRole.Existing(arn, audience)
            : known.IsManagedBy(pool.Id) ? Managed(known, audience)
            : AsRead(Granted(IdentityPoolRole.Existing(arn, audience), known), known);
    }

    private static IdentityPoolRole AsRead(IdentityPoolRole role, RoleState state) => role.AsRead(state.Arn, state.ManagedPolicyArns, state.Evidence);

    private static IdentityPoolRole Managed(RoleState role, RoleAudience audience) =>
        AsRead(
            IdentityPoolRole
                .Managed(
                    role.Name,
                    audience,
                    new()
                    {
                        Description = role.Description is { Length: > 0 } description ? description : null,
                        Path = role.Path == "/" ? null : role.Path,
                        PermissionsBoundary = role.PermissionsBoundary,
                        MaxSessionDuration = role.MaxSessionDuration is Limits.DefaultSessionDuration ? null : role.MaxSessionDuration,
                        Tags = Values(Bookkeeping.UserTags(role.Tags)),
                    }
                )
                .WithManagedPolicies(role.ManagedPolicyArns.Select(policy => TemplateValue.FromString(policy)))
                .WithStatements(Statements(role, Bookkeeping.PolicyName)),
            role
        );

    /// <summary>What this pool grants to a role that it did not make; what others do is in the inline policies.</summary>
    private IdentityPoolRole Granted(IdentityPoolRole existing, RoleState role) =>
        existing.WithStatements(Statements(role, Bookkeeping.PolicyNameInIam(Bookkeeping.GuidOf(pool.Id))));

    private static List<PolicyStatement> Statements(RoleState role, string policyName) =>
        role.InlinePolicies.TryGetValue(policyName, out var document) ? StatementImporter.Statements(document, role.IamName) : [];

    private static ValueMap<TemplateValue> Values(ValueMap<string> texts) =>
        ValueMap<TemplateValue>.Create(texts.Select(entry => KeyValuePair.Create(entry.Key, TemplateValue.FromString(entry.Value))));
}
