using IdentityPools.Model;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools;

/// <summary>
/// A Cognito identity pool: what it is or should be. A definition never changes; each operation gives a new one. Two definitions are equal when they say
/// the same, in whatever order it was said; only the statements of a role keep the order in which they were granted.
/// </summary>
public sealed partial record IdentityPool : IDefinition
{
    private readonly Aside<PoolOrigin> origin = new(PoolOrigin.None);
    private readonly Aside<Mention> mention = new(Mention.Nothing);

    private IdentityPool() { }

    /// <summary>The name, 1 to 128 characters; without one CloudFormation makes one up. Names need not be unique.</summary>
    public object? Name => TypedName?.Plain;

    internal TemplateValue? TypedName { get; private init; }

    /// <summary>The id, <c>eu-west-1:</c> and a GUID, when the pool is known to exist.</summary>
    public string? Id { get; private init; }

    /// <summary>The ARN, when the pool is known to exist.</summary>
    public string? Arn { get; private init; }

    /// <summary>The region, when the pool is known to exist.</summary>
    public string? Region { get; private init; }

    /// <summary>Whether guests get credentials.</summary>
    public bool AllowUnauthenticatedIdentities { get; private init; }

    /// <summary>Whether clients may pick a role themselves by the classic flow; null says nothing, and AWS lets them then.</summary>
    public bool? AllowClassicFlow { get; private init; }

    /// <summary>The user pools, each with one client.</summary>
    public ValueList<UserPoolAuthentication> UserPools { get; private init; } = [];

    /// <summary>The public login providers.</summary>
    public ValueList<LoginProvider> LoginProviders { get; private init; } = [];

    /// <summary>The OpenID Connect providers.</summary>
    public ValueList<OpenIdConnectProvider> OpenIdConnectProviders { get; private init; } = [];

    /// <summary>The SAML providers.</summary>
    public ValueList<SamlProvider> SamlProviders { get; private init; } = [];

    /// <summary>The name under which a backend of one's own vouches for users. Once published it cannot change.</summary>
    public object? DeveloperProviderName => TypedDeveloperProviderName?.Plain;

    internal TemplateValue? TypedDeveloperProviderName { get; private init; }

    /// <summary>How identities get another role than the default one, by provider.</summary>
    public ValueList<RoleMapping> RoleMappings { get; private init; } = [];

    /// <summary>The default role of users who signed in.</summary>
    public IdentityPoolRole? AuthenticatedRole { get; private init; }

    /// <summary>The unauthenticated role.</summary>
    public IdentityPoolRole? UnauthenticatedRole { get; private init; }

    /// <summary>Every role: the default ones, then those that mappings choose and groups have.</summary>
    public ValueList<IdentityPoolRole> Roles { get; private init; } = [];

    /// <summary>Attributes for access control, by provider.</summary>
    public ValueList<PrincipalTagMapping> PrincipalTags { get; private init; } = [];

    /// <summary>The groups of the user pools.</summary>
    public ValueList<UserPoolGroup> UserPoolGroups { get; private init; } = [];

    /// <summary>The tags of the pool and its managed roles.</summary>
    public ValueMap<object> Tags => TypedTags.Plain();

    internal ValueMap<TemplateValue> TypedTags { get; private init; } = ValueMap<TemplateValue>.Empty;

    /// <summary>The logical id in a template; every other logical id of the pool begins with it.</summary>
    public string LogicalId { get; private init; } = DefaultLogicalId(null);

    /// <summary>What happens to the pool when it leaves its stack; null leaves it at CloudFormation's default, Delete.</summary>
    public DeletionPolicy? DeletionPolicy { get; private init; }

    /// <summary>The logical id of the role attachment in the template that the pool was imported from; another one would make CloudFormation create a second attachment.</summary>
    internal string? RoleAttachmentLogicalId { get; private init; }

    /// <summary>The tags by which AWS's pool is known to be one of ours, and what was made with it; empty for a definition.</summary>
    internal ValueMap<string> Marks { get; private init; } = ValueMap<string>.Empty;

    /// <summary>How the definition was read.</summary>
    internal PoolOrigin Origin
    {
        get => origin.Value;
        private init => origin = new(value);
    }

    /// <summary>Which flags and default roles are said, and not only what a new pool has.</summary>
    internal Mention Mention
    {
        get => mention.Value;
        private init => mention = new(value);
    }

    /// <summary>Whether AWS lets clients pick a role themselves: only what forbids it keeps them from it.</summary>
    internal bool IsClassicFlowOpen => AllowClassicFlow != false;

    /// <summary>A new definition: what is not said is as safe as it can be.</summary>
    internal static IdentityPool Create(IdentityPoolSettings settings)
    {
        var pool = Recorded(settings.Checked() with { AllowClassicFlow = settings.AllowClassicFlow ?? false })
            .WithDefaultRoles(
                settings.AuthenticatedRole ?? IdentityPoolRole.Managed(null, RoleAudience.Authenticated),
                settings.NoUnauthenticatedRole ? null : settings.UnauthenticatedRole ?? IdentityPoolRole.Managed(null, RoleAudience.Unauthenticated)
            );
        return pool with { Mention = Mention.From(settings) };
    }

    /// <summary>What a template or AWS holds, so far without roles: what is absent there is not said.</summary>
    internal static IdentityPool Recorded(IdentityPoolSettings settings)
    {
        CheckTexts(settings);
        return new()
        {
            TypedName = settings.Name,
            AllowUnauthenticatedIdentities = settings.AllowUnauthenticatedIdentities ?? false,
            AllowClassicFlow = settings.AllowClassicFlow,
            TypedTags = settings.Tags,
            LogicalId = settings.LogicalId ?? DefaultLogicalId(settings.Name),
            DeletionPolicy = settings.DeletionPolicy,
            Mention = Mention.From(settings),
        };
    }

    /// <summary>The pool without a claim to flags that only a deployed stack knows: where the pool exists, they stay as AWS has them.</summary>
    internal IdentityPool WithUntoldFlags(bool guests, bool classicFlow) =>
        this with
        {
            Mention = Mention with
            {
                AllowUnauthenticatedIdentities = Mention.AllowUnauthenticatedIdentities && !guests,
                AllowClassicFlow = Mention.AllowClassicFlow && !classicFlow,
            },
        };

    /// <summary>A pool that exists, of which nothing but the id is known.</summary>
    /// <param name="id">The id.</param>
    /// <param name="region">The region that is worked in, if that is fixed; the id has to be of it.</param>
    /// <returns>The reference.</returns>
    /// <exception cref="DefinitionException">The id is not well-formed or of another region.</exception>
    public static IdentityPool FromId(string id, string? region = null) =>
        new()
        {
            Id = IdentityPoolId.Check(id, region),
            Region = IdentityPoolId.RegionOf(id),
            Extent = PoolExtent.Id,
        };

    /// <summary>A pool that exists, of which nothing but the ARN is known.</summary>
    /// <param name="arn">The ARN.</param>
    /// <returns>The reference.</returns>
    /// <exception cref="DefinitionException">The ARN is not one of an identity pool, or its region and that of the id differ.</exception>
    public static IdentityPool FromArn(string arn)
    {
        var id = IdentityPoolId.OfArn(arn);
        return new()
        {
            Id = id,
            Arn = arn,
            Region = IdentityPoolId.RegionOf(id),
            Extent = PoolExtent.Id,
        };
    }

    /// <summary>The pool as one that exists and was read, so that all of it is said.</summary>
    internal IdentityPool Existing(string id, string arn, ValueMap<string> marks) =>
        this with
        {
            Marks = marks,
            Id = id,
            Arn = arn,
            Region = IdentityPoolId.RegionOf(id),
            // What AWS does not have cannot be written there either.
            Mention = Mention.Everything with
            {
                AllowClassicFlow = AllowClassicFlow is not null,
            },
        };

    /// <summary>The pool as one that was read.</summary>
    internal IdentityPool ReadBy(PoolOrigin origin) => this with { Origin = origin with { AsRead = IsReference ? null : this } };

    /// <summary>The pool as one that was imported.</summary>
    internal IdentityPool ImportedFrom(TemplateOrigin? template) => this with { Origin = Origin with { Template = template } };

    /// <summary>The pool with what only a definition says about it.</summary>
    internal IdentityPool NamedLike(IdentityPool definition) =>
        this with
        {
            LogicalId = definition.LogicalId,
            DeletionPolicy = definition.DeletionPolicy,
            RoleAttachmentLogicalId = definition.RoleAttachmentLogicalId,
            Suppressions = definition.Suppressions,
        };

    /// <summary>The pool under another logical id; its parts are named after it.</summary>
    internal IdentityPool WithLogicalId(string logicalId) => this with { LogicalId = logicalId, RoleAttachmentLogicalId = null };

    internal static string DefaultLogicalId(TemplateValue? name) => name?.Literal is { } text ? LogicalName.From(text) + "IdentityPool" : "IdentityPool";

    /// <summary>The name, else the id, else the logical id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => TypedName?.ToString() ?? Id ?? LogicalId;
}
