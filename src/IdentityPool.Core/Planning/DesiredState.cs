using IdentityPools.Model;
using IdentityPools.Template;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Planning;

/// <summary>A definition as the state that AWS should have.</summary>
internal sealed class DesiredState
{
    private readonly IdentityPool definition;
    private readonly AwsAccount account;
    private readonly KnownParts known;
    private readonly LiveState actual;
    private readonly LiveText text;
    private readonly LiveText early;
    private readonly LiveText compared;
    private readonly string poolId;
    private readonly string poolGuid;
    private readonly string name;
    private readonly bool marks;
    private readonly Mention mention;

    private DesiredState(IdentityPool definition, AwsAccount account, KnownParts known, LiveState actual, bool marks)
    {
        (this.definition, this.account, this.known, this.actual, this.marks) = (definition, account, known, actual, marks);
        poolId = known.PoolId ?? Pending.PoolId;
        var own = Own();
        text = new(definition, account, own);
        early = new(definition, account, own, isEarly: true);
        compared = new(definition, account, own, isCompared: true);
        poolGuid = Pending.GuidOf(poolId);
        name = NameOf(definition, account, actual.Pool);
        mention = Mentioned();
    }

    /// <summary>The state that a definition asks for.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="account">Where it should be.</param>
    /// <param name="known">What was made earlier.</param>
    /// <param name="actual">What there is, as far as it is known.</param>
    /// <param name="marks">Whether the pool should bear the tag by which it is found again by its name.</param>
    /// <exception cref="DefinitionException">The definition is not complete, or holds what only a template can.</exception>
    public static LiveState From(IdentityPool definition, AwsAccount account, KnownParts known, LiveState actual, bool marks)
    {
        Completeness.CheckKnown(definition);
        return Unchecked(definition, account, known, actual, marks);
    }

    /// <summary>The state that a definition tells which was read: AWS may have what no definition could ask for.</summary>
    public static LiveState Unchecked(IdentityPool definition, AwsAccount account, KnownParts known, LiveState actual, bool marks) =>
        new DesiredState(definition, account, known, actual, marks).Build();

    /// <summary>The name that the pool will have.</summary>
    /// <exception cref="DefinitionException">There is none.</exception>
    public static string NameOf(IdentityPool definition, AwsAccount account, PoolState? actual) =>
        definition.TypedName is { } name
            ? new LiveText(definition, account).Resolve(name, nameof(IdentityPool.Name))
            : actual?.Name ?? throw DefinitionErrors.Create(nameof(Messages.PoolNameRequired), definition, definition.LogicalId);

    /// <summary>The parts of the definition by their logical ids, with what CloudFormation's references to them give.</summary>
    /// <remarks>Each type's page under "Return values", https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html</remarks>
    private OwnParts Own()
    {
        var names = new PoolNames(definition);
        var own = new OwnParts();
        own.Add(
            definition.LogicalId,
            attribute =>
                attribute switch
                {
                    null or "Id" => poolId,
                    "Arn" => account.PoolArn(poolId),
                    "Name" => name,
                    _ => null,
                }
        );
        foreach (var role in definition.Roles.Where(role => role.IsManaged))
        {
            own.Add(
                names.Role(role),
                attribute =>
                    attribute switch
                    {
                        null => IdentityPools.Model.Arn.Parse(RoleArn(role, nameof(IdentityPool.Roles))).Name,
                        "Arn" => RoleArn(role, nameof(IdentityPool.Roles)),
                        _ => null,
                    }
            );
        }

        foreach (var provider in definition.UserPools)
        {
            var (userPool, client) = (provider.UserPool, provider.UserPoolClient);
            if (userPool.IsManaged)
            {
                own.Add(
                    userPool.ResourceId,
                    attribute =>
                        attribute switch
                        {
                            null or "UserPoolId" => UserPoolId(userPool),
                            "Arn" => account.UserPoolArn(RegionOf(UserPoolId(userPool)), UserPoolId(userPool)),
                            "ProviderName" => ProviderName(userPool),
                            "ProviderURL" => "https://" + ProviderName(userPool),
                            _ => null,
                        }
                );
            }

            if (client.IsManaged)
            {
                own.Add(
                    names.Client(userPool, client),
                    attribute =>
                        attribute switch
                        {
                            null or "ClientId" => ClientId(userPool, client),
                            "Name" => NameOf(userPool, client),
                            _ => null,
                        }
                );
            }
        }

        foreach (var provider in definition.OpenIdConnectProviders.Where(provider => provider.IsManaged))
        {
            own.Add(provider.ResourceId, attribute => attribute is null or "Arn" ? Arn(provider) : null);
        }

        foreach (var provider in definition.SamlProviders.Where(provider => provider.IsManaged))
        {
            own.Add(provider.ResourceId, attribute => attribute is null or "Arn" ? Arn(provider) : null);
        }

        foreach (var group in definition.UserPoolGroups)
        {
            own.Add(group.ResourceId, attribute => attribute is null ? NameOf(group) : null);
        }

        return own;
    }

    private LiveState Build() =>
        new()
        {
            Mention = mention,
            Pool = Pool(),
            Attachment = Attachment(),
            PrincipalTags = ValueMap<PrincipalTagState>.Create(
                definition.PrincipalTags.Select(tags =>
                    KeyValuePair.Create(ProviderName(tags.Provider), new PrincipalTagState(tags.UseDefaults, early.Resolve(tags.TypedTags, Place(tags))))
                )
            ),
            Roles = definition.Roles.Where(role => role.IsManaged && IsMentioned(role)).Select(Role).DistinctBy(role => role.IamName).ToValueList(),
            DefaultRoles = definition.Roles.Where(role => role.IsManaged && !IsMentioned(role)).Select(Role).ToValueList(),
            Grants = definition.Roles.Where(role => !role.IsManaged && role.Statements.Count > 0).DistinctBy(role => role.TypedArn).Select(Grant).ToValueList(),
            Groups = Groups(),
            UserPools = ManagedUserPools().Select(UserPool).ToValueList(),
            Clients = definition.UserPools.Where(provider => provider.UserPoolClient.IsManaged).Select(Client).ToValueList(),
            OpenIdConnectProviders = definition.OpenIdConnectProviders.Where(provider => provider.IsManaged).Select(OpenIdConnectProvider).ToValueList(),
            SamlProviders = definition.SamlProviders.Where(provider => provider.IsManaged).Select(SamlProvider).ToValueList(),
        };

    /// <summary>What the plan answers for. A pool that is new has all that the definition holds, and one whose creation was cut off gets it.</summary>
    private Mention Mentioned() =>
        actual.Pool is not { } pool ? Mention.Everything
        : pool.IsUnfinished(actual.Attachment)
            ? definition.Mention with
            {
                AuthenticatedRole = definition.Mention.AuthenticatedRole || IsBare(definition.AuthenticatedRole),
                UnauthenticatedRole = definition.Mention.UnauthenticatedRole || IsBare(definition.UnauthenticatedRole),
            }
        : definition.Mention;

    /// <summary>Whether a role may do nothing: it is not there yet, or as creation left it. One that may do more is given to nobody who does not ask for it.</summary>
    private bool IsBare(IdentityPoolRole? role) =>
        role is { IsManaged: true }
        && actual.FindRole(Bookkeeping.RoleNameInIam(role.Name!, poolGuid)) is null or { InlinePolicies.Count: 0, ManagedPolicyArns.Count: 0 };

    private bool IsMentioned(IdentityPoolRole role) =>
        (mention.AuthenticatedRole || definition.AuthenticatedRole?.IsSameRole(role) != true)
        && (mention.UnauthenticatedRole || definition.UnauthenticatedRole?.IsSameRole(role) != true);

    private static string Place(PrincipalTagMapping tags) => $"{nameof(IdentityPool.PrincipalTags)}[{tags.Provider}]";

    private List<UserPool> ManagedUserPools()
    {
        var userPools = definition.UserPools.Select(provider => provider.UserPool).Where(userPool => userPool.IsManaged).Distinct().ToList();
        return userPools.GroupBy(PartOf).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? throw DefinitionErrors.Create(nameof(Messages.UserPoolNameTwice), definition, definition, twice.Key)
            : userPools;
    }

    private PoolState Pool() =>
        new PoolState
        {
            Id = poolId,
            Name = name,
            AllowUnauthenticatedIdentities = definition.AllowUnauthenticatedIdentities,
            AllowClassicFlow = definition.AllowClassicFlow,
            UserPools = definition
                .UserPools.Select(provider => new UserPoolProviderState(
                    ProviderName(provider.UserPool),
                    ClientId(provider.UserPool, provider.UserPoolClient),
                    provider.ServerSideTokenCheck
                ))
                .ToValueList(),
            LoginProviders = ValueMap<LoginProviderState>.Create(
                definition.LoginProviders.Select(provider => KeyValuePair.Create(provider.ProviderUrl, Login(provider)))
            ),
            OpenIdConnectProviderArns = definition.OpenIdConnectProviders.Select(Arn).Distinct().ToValueList(),
            SamlProviderArns = definition.SamlProviders.Select(Arn).Distinct().ToValueList(),
            DeveloperProviderName = definition.TypedDeveloperProviderName is { } developer
                ? early.Resolve(developer, nameof(IdentityPool.DeveloperProviderName))
                : null,
            Tags = PoolTags(),
        }.Sorted();

    private ValueMap<string> PoolTags()
    {
        var tags = early
            .Resolve(definition.TypedTags, nameof(IdentityPool.Tags))
            .Concat(marks ? [KeyValuePair.Create(Bookkeeping.Managed, Bookkeeping.True)] : [])
            .Concat(IsTakenOver ? [KeyValuePair.Create(Bookkeeping.Adopted, Bookkeeping.True)] : [])
            .Concat(
                ManagedUserPools()
                    .Where(userPool => !known.Bound.Contains(PartOf(userPool)))
                    .Select(userPool => Bookkeeping.UserPoolTag(UserPoolId(userPool), PartOf(userPool)))
            )
            .Concat(
                definition
                    .UserPools.Where(provider =>
                        provider.UserPoolClient.IsManaged && !known.Bound.Contains(OwnerOf(provider.UserPool, provider.UserPoolClient))
                    )
                    .Select(provider =>
                        Bookkeeping.ClientTag(
                            UserPoolId(provider.UserPool),
                            ClientId(provider.UserPool, provider.UserPoolClient),
                            PartOf(provider.UserPool, provider.UserPoolClient)
                        )
                    )
            )
            .ToList();
        Limits.CheckTags(tags.Count, MessageText.Format(nameof(Messages.PoolOfName), name), definition);
        return ValueMap<string>.Create(tags);
    }

    private bool IsTakenOver => marks && actual.Pool is { } pool && !Bookkeeping.IsManaged(pool.Tags);

    private LoginProviderState Login(LoginProvider provider)
    {
        var login = new LoginProviderState(early.Resolve(provider.TypedAppId, $"{nameof(IdentityPool.LoginProviders)}[{provider.Provider}]"), provider.Secret);
        // Of a secret that is not known, nobody can say that it differs: the one that AWS has for the same key stays.
        return
            login.Secret is { IsKnown: false } && actual.Pool?.LoginProviders.GetValueOrDefault(provider.ProviderUrl) is { } known && known.AppId == login.AppId
            ? known
            : login;
    }

    private AttachmentState Attachment() =>
        new()
        {
            AuthenticatedRole = definition.AuthenticatedRole is { } authenticated ? RoleArn(authenticated, nameof(IdentityPool.AuthenticatedRole)) : null,
            UnauthenticatedRole = definition.UnauthenticatedRole is { } unauthenticated
                ? RoleArn(unauthenticated, nameof(IdentityPool.UnauthenticatedRole))
                : null,
            Mappings = ValueMap<RoleMappingState>.Create(
                definition.RoleMappings.Select(mapping => KeyValuePair.Create(ProviderKey(mapping.Provider), Mapping(mapping)))
            ),
        };

    private RoleMappingState Mapping(RoleMapping mapping)
    {
        var place = $"{nameof(IdentityPool.RoleMappings)}[{mapping.MappingKey}]";
        return new(
            mapping.Type,
            mapping.AmbiguousRoleResolution,
            mapping
                .Rules.Select(rule => new RoleRuleState(
                    early.Resolve(rule.TypedClaim, place),
                    rule.MatchType,
                    text.Resolve(rule.TypedClaimValue, place),
                    RoleArn(rule.MappedRole, place)
                ))
                .ToValueList()
        );
    }

    private string RoleArn(IdentityPoolRole role, string place)
    {
        if (!role.IsManaged)
        {
            return Own(role.TypedArn!, place);
        }

        if (known.Roles.TryGetValue(role.Name!, out var attached))
        {
            return attached;
        }

        var iamName = Bookkeeping.RoleNameInIam(role.Name!, poolGuid);
        var existing = actual.FindRole(iamName);
        return existing?.Arn ?? account.RoleArn(PathOf(role, existing), iamName);
    }

    private string PathOf(IdentityPoolRole role, RoleState? existing) =>
        role.TypedPath is null ? existing?.Path ?? "/" : early.Resolve(role.TypedPath, $"{nameof(IdentityPool.Roles)}[{role.Name}].Path");

    private string Own(TemplateValue arn, string place) => account.OwnPart(text.Resolve(arn, place), definition, place);

    private string OwnPolicy(TemplateValue arn, string place) => account.OwnPolicy(text.Resolve(arn, place), definition, place);

    private RoleState Role(IdentityPoolRole role)
    {
        var place = $"{nameof(IdentityPool.Roles)}[{role.Name}]";
        if (known.Roles.TryGetValue(role.Name!, out var attached))
        {
            return Attached(role, attached, place);
        }

        var iamName = Bookkeeping.RoleNameInIam(role.Name!, poolGuid);
        var existing = actual.FindRole(iamName);
        var path = PathOf(role, existing);
        return new()
        {
            IamName = existing?.IamName ?? iamName,
            Path = path,
            Arn = RoleArn(role, place),
            Trust = TrustPolicy.Create(account.Partition, poolId, role.For, role.AllowsSessionTags),
            Description = role.TypedDescription is null ? null : text.Resolve(role.TypedDescription, place + ".Description"),
            MaxSessionDuration = role.MaxSessionDuration,
            PermissionsBoundary = role.TypedPermissionsBoundary is null ? null : OwnPolicy(role.TypedPermissionsBoundary, place + ".PermissionsBoundary"),
            InlinePolicies =
                role.Statements.Count == 0
                    ? ValueMap<TemplateNode>.Empty
                    : ValueMap<TemplateNode>.Create([KeyValuePair.Create(Bookkeeping.PolicyName, Document(role, place))]),
            ManagedPolicyArns = ManagedPolicies(role, place),
            Tags = RoleTags(role, existing, place),
        };
    }

    /// <summary>
    /// A role that others made and that stands in the place of one of the definition: it should do what the template says, with the trust and under the names that
    /// it has there.
    /// </summary>
    private RoleState Attached(IdentityPoolRole role, string arn, string place)
    {
        var parsed = IdentityPools.Model.Arn.Parse(arn);
        var existing = actual.FindRole(parsed.Name);
        var policyName = existing?.InlinePolicies.Keys.ToList() is [var only] ? only : Bookkeeping.PolicyName;
        return new()
        {
            AttachedAs = role.Name,
            IamName = parsed.Name,
            Path = parsed.Resource["role".Length..^parsed.Name.Length],
            Arn = arn,
            Trust = role.Evidence.Trust is { } written
                ? compared.Resolve(written, place + ".TrustPolicy")
                : TrustPolicy.Create(account.Partition, poolId, role.For, role.AllowsSessionTags),
            Description = role.TypedDescription is null ? null : text.Resolve(role.TypedDescription, place + ".Description"),
            MaxSessionDuration = role.MaxSessionDuration,
            PermissionsBoundary = role.TypedPermissionsBoundary is null ? null : OwnPolicy(role.TypedPermissionsBoundary, place + ".PermissionsBoundary"),
            InlinePolicies =
                role.Statements.Count == 0
                    ? ValueMap<TemplateNode>.Empty
                    : ValueMap<TemplateNode>.Create([KeyValuePair.Create(policyName, Document(role, place))]),
            ManagedPolicyArns = ManagedPolicies(role, place),
            // Whether a template gives a role the tags of its pool too, an import does not tell.
            Tags = text.Resolve(
                TagRules
                    .OfRole(definition, role)
                    .Where(tag => role.TypedTags.ContainsKey(tag.Key) || existing?.Tags.GetValueOrDefault(tag.Key) == tag.Value.Literal),
                place + ".Tags"
            ),
        };
    }

    private ValueList<string> ManagedPolicies(IdentityPoolRole role, string place) =>
        role.TypedManagedPolicyArns.Select(arn => OwnPolicy(arn, place + ".ManagedPolicyArns")).ToValueList();

    private ValueMap<string> RoleTags(IdentityPoolRole role, RoleState? existing, string place)
    {
        var policies = ManagedPolicies(role, place);
        var isTold = policies.Count > 0 || existing?.Tags.ContainsKey(Bookkeeping.Policies) == true;
        var tags = text.Resolve(TagRules.OfRole(definition, role), place + ".Tags")
            .Append(KeyValuePair.Create(Bookkeeping.PoolId, poolId))
            .Append(Bookkeeping.RoleNameTag(role.Name!))
            .Concat(isTold ? [Bookkeeping.PoliciesTag(policies)] : [])
            .ToList();
        Limits.CheckTags(tags.Count, MessageText.Format(nameof(Messages.RoleOfPool), role.Name, name), definition);
        return ValueMap<string>.Create(tags);
    }

    private TemplateNode Document(IdentityPoolRole role, string place) =>
        (known.IsByPlace ? compared : text).Resolve(PolicyDocument.Create(role.Statements, account.Partition), place + ".Statements");

    private GrantState Grant(IdentityPoolRole role)
    {
        var place = $"{nameof(IdentityPool.Roles)}[{role}]";
        return new(IdentityPools.Model.Arn.Parse(Own(role.TypedArn!, place)).Name, Bookkeeping.PolicyNameInIam(poolGuid), Document(role, place));
    }

    private string NameOf(UserPool userPool) =>
        userPool.TypedName is { } userPoolName
            ? early.Resolve(userPoolName, nameof(IdentityPool.UserPools))
            : Bookkeeping.MadeUpName(name, userPool.ResourceId);

    private string PartOf(UserPool userPool) => KnownParts.PartOf(userPool, NameOf(userPool));

    private string UserPoolId(UserPool userPool)
    {
        if (!userPool.IsManaged)
        {
            var id = text.Resolve(userPool.TypedId!, $"{nameof(IdentityPool.UserPools)}[{userPool}]");
            return userPool.TypedId!.IsLiteral ? id : IdentityPools.UserPool.Existing(id).TypedId!.Literal!;
        }

        var userPoolName = NameOf(userPool);
        return known.UserPools.TryGetValue(KnownParts.PartOf(userPool, userPoolName), out var knownId) ? knownId : Pending.UserPool(userPoolName);
    }

    private string ProviderName(UserPool userPool)
    {
        var id = UserPoolId(userPool);
        return IdentityPools.UserPool.ProviderNameOf(RegionOf(id), id);
    }

    private string RegionOf(string userPoolId) => Pending.IsIn(userPoolId) ? account.Region : IdentityPools.UserPool.RegionOf(userPoolId);

    private string ClientId(UserPool userPool, UserPoolClient client)
    {
        if (client.TypedClientId is { } clientId)
        {
            return text.Resolve(clientId, $"{nameof(IdentityPool.UserPools)}[{userPool}].UserPoolClient");
        }

        return known.Clients.TryGetValue(OwnerOf(userPool, client), out var id) ? id : Pending.Client(UserPoolId(userPool), NameOf(userPool, client));
    }

    private string OwnerOf(UserPool userPool, UserPoolClient client) => $"{UserPoolId(userPool)}/{PartOf(userPool, client)}";

    /// <summary>The part of a client's definition. An only client without a name may be recorded without one.</summary>
    private string PartOf(UserPool userPool, UserPoolClient client)
    {
        var part = KnownParts.PartOf(client);
        var userPoolId = UserPoolId(userPool);
        return
            client.TypedName is null
            && IsOnlyUnnamed(userPool)
            && !known.Clients.ContainsKey($"{userPoolId}/{part}")
            && known.Clients.ContainsKey(userPoolId + "/")
            ? ""
            : part;
    }

    private bool IsOnlyUnnamed(UserPool userPool) =>
        definition.UserPools.Count(provider => provider.UserPool == userPool && provider.UserPoolClient is { IsManaged: true, TypedName: null }) == 1;

    /// <summary>The name of a client. One without a name is called like the pool; of several, each has its logical id beside it.</summary>
    private string NameOf(UserPool userPool, UserPoolClient client) =>
        client.TypedName is { } clientName ? early.Resolve(clientName, nameof(IdentityPool.UserPools))
        : client.LogicalId is null || IsOnlyUnnamed(userPool) ? name
        : Bookkeeping.MadeUpName(name, client.LogicalId);

    private string Arn(OpenIdConnectProvider provider) =>
        provider.TypedArn is { } arn
            ? Own(arn, nameof(IdentityPool.OpenIdConnectProviders))
            : account.OpenIdConnectProviderArn(early.Resolve(provider.TypedUrl!, nameof(IdentityPool.OpenIdConnectProviders)));

    private string Arn(SamlProvider provider) =>
        provider.TypedArn is { } arn ? Own(arn, nameof(IdentityPool.SamlProviders))
        : known.SamlProviders.TryGetValue(provider.ResourceId, out var attached) ? attached
        : account.SamlProviderArn(NameOf(provider));

    /// <summary>The name by which role mappings know a provider.</summary>
    private string ProviderKey(ProviderReference provider) =>
        provider is UserPoolReference { UserPool: var userPool, Client: { } client }
            ? $"{ProviderName(userPool)}:{ClientId(userPool, client)}"
            : ProviderName(provider);

    private string ProviderName(ProviderReference provider) =>
        provider switch
        {
            UserPoolReference { UserPool: var userPool } => ProviderName(userPool),
            OpenIdConnectProviderReference { Provider: var openIdConnect } => Arn(openIdConnect),
            SamlProviderReference { Provider: var saml } => Arn(saml),
            _ => text.Resolve(provider.Url!, $"{nameof(IdentityPool.RoleMappings)}[{provider}]"),
        };

    private UserPoolState UserPool(UserPool userPool) =>
        new(
            UserPoolId(userPool),
            NameOf(userPool),
            (TemplateMapping)early.Resolve(SupportingResources.Settings(userPool), $"{nameof(IdentityPool.UserPools)}[{userPool}]"),
            Managed(
                early.Resolve(userPool.TypedTags, $"{nameof(IdentityPool.UserPools)}[{userPool}].Tags"),
                MessageText.Format(nameof(Messages.UserPoolOfName), NameOf(userPool))
            )
        )
        {
            Owner = PartOf(userPool),
        };

    private ClientState Client(UserPoolAuthentication provider)
    {
        var (userPool, client) = (provider.UserPool, provider.UserPoolClient);
        var settings = early.Resolve(SupportingResources.Settings(client), $"{nameof(IdentityPool.UserPools)}[{userPool}].UserPoolClient");
        return new(UserPoolId(userPool), ClientId(userPool, client), NameOf(userPool, client), (TemplateMapping)settings, client.GenerateSecret == true)
        {
            Owner = OwnerOf(userPool, client),
        };
    }

    private string NameOf(UserPoolGroup group) =>
        group.TypedName is { } groupName
            ? early.Resolve(groupName, $"{nameof(IdentityPool.UserPoolGroups)}[{group}]")
            : throw DefinitionErrors.Create(nameof(Messages.GroupNameRequired), definition, definition, group);

    private ValueList<GroupState> Groups()
    {
        var groups = definition.UserPoolGroups.Select(Group).ToValueList();
        return groups.GroupBy(group => group.Key).FirstOrDefault(same => same.Count() > 1)?.First() is { } twice
            ? throw DefinitionErrors.Create(nameof(Messages.DuplicateUserPoolGroup), definition, definition, twice.Name, Pending.Readable(twice.UserPoolId))
            : groups;
    }

    private GroupState Group(UserPoolGroup group)
    {
        var place = $"{nameof(IdentityPool.UserPoolGroups)}[{group}]";
        if (group.AdditionalProperties.FirstOrDefault() is { Key: { } unknown, Value: var value })
        {
            throw DefinitionErrors.Create(nameof(Messages.UnresolvedIntrinsic), definition, definition, $"{place}.{unknown}", value);
        }

        return new(UserPoolId(group.UserPool!), NameOf(group))
        {
            RoleArn = group.Role is { } role ? RoleArn(role, place) : null,
            Precedence = group.Precedence,
            Description = group.TypedDescription is { } description ? text.Resolve(description, place) : null,
        };
    }

    private OpenIdConnectProviderState OpenIdConnectProvider(OpenIdConnectProvider provider)
    {
        const string Place = nameof(IdentityPool.OpenIdConnectProviders);
        var url = early.Resolve(provider.TypedUrl!, Place);
        return new(
            account.OpenIdConnectProviderArn(url),
            url,
            text.Resolve(provider.TypedClientIds, Place),
            early.Resolve(provider.TypedThumbprints, Place),
            Managed(account.OpenIdConnectProviderArn(url), early.Resolve(provider.TypedTags, Place))
        );
    }

    private string NameOf(SamlProvider provider) =>
        provider.TypedName is { } given
            ? early.Resolve(given, nameof(IdentityPool.SamlProviders))
            : throw DefinitionErrors.Create(nameof(Messages.SamlProviderNameRequired), definition, definition);

    private SamlProviderState SamlProvider(SamlProvider provider)
    {
        const string Place = nameof(IdentityPool.SamlProviders);
        var arn = Arn(provider);
        return new(
            arn,
            IdentityPools.Model.Arn.Parse(arn).Name,
            early.Resolve(provider.TypedMetadataDocument!, Place),
            Managed(arn, early.Resolve(provider.TypedTags, Place))
        );
    }

    /// <summary>The tags of a provider of IAM: one that others made keeps its own.</summary>
    private ValueMap<string> Managed(string providerArn, ValueMap<string> tags) =>
        known.Bound.Contains(providerArn) ? tags : Managed(tags, MessageText.Format(nameof(Messages.ProviderOfArn), providerArn));

    private ValueMap<string> Managed(ValueMap<string> tags, string owner)
    {
        Limits.CheckTags(tags.Count + 1, owner, definition);
        return ValueMap<string>.Create(tags.Append(KeyValuePair.Create(Bookkeeping.Managed, Bookkeeping.True)));
    }
}
