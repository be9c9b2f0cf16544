using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>Reads one identity pool of a template.</summary>
internal sealed class PoolImporter
{
    private const string Guests = nameof(IdentityPool.AllowUnauthenticatedIdentities);
    private const string ClassicFlow = nameof(IdentityPool.AllowClassicFlow);

    private readonly ResourceSource source;
    private readonly ProviderImporter providers;
    private readonly RoleImporter roles;
    private readonly List<(PrincipalTagMapping Tags, string LogicalId)> principalTags = [];

    public PoolImporter(ResourceSource source)
    {
        this.source = source;
        providers = new(source);
        roles = new(source);
    }

    private TemplateSource Template => source.Template;

    /// <exception cref="DefinitionException">AWS would refuse the pool.</exception>
    public IdentityPool Import()
    {
        source.RefuseChosen();
        var attachment = RoleAttachment();
        attachment?.RefuseChosen();
        Template.Carry(source.Id);
        var pool = IdentityPool
            .Recorded(
                new()
                {
                    Name = source.Value("IdentityPoolName"),
                    AllowUnauthenticatedIdentities = source.Flag(Guests, whenUnknown: false),
                    AllowClassicFlow = source.Flag(ClassicFlow, whenUnknown: false),
                    Tags = source.TagList("IdentityPoolTags"),
                    LogicalId = source.Id,
                    DeletionPolicy = source.DeletionPolicy,
                }
            )
            .WithUntoldFlags(source.IsUntoldFlag(Guests), source.IsUntoldFlag(ClassicFlow));
        pool = providers.AddTo(pool);
        source.WarnOfRest();
        pool = WithRoles(pool, attachment);
        pool = WithPrincipalTags(pool);
        pool = SuppressionMetadata.Read(source, roles.WithGrants(pool));
        return pool.ImportedFrom(OriginImporter.Read(source, pool, principalTags));
    }

    private ResourceSource? RoleAttachment()
    {
        var attachments = Template.OfPool(ResourceTypes.RoleAttachment, source.Id).ToList();
        return attachments.Count <= 1
            ? attachments.SingleOrDefault()
            : throw DefinitionErrors.Create(
                nameof(Messages.SeveralRoleAttachments),
                source.Id,
                source.Id,
                string.Join(", ", attachments.Select(attachment => attachment.Id))
            );
    }

    private IdentityPool WithRoles(IdentityPool pool, ResourceSource? attachment)
    {
        if (attachment is null)
        {
            return pool.WithDefaultRoles(null, null);
        }

        IdentityPoolRole? authenticated = null;
        IdentityPoolRole? unauthenticated = null;
        foreach (var (key, arn) in attachment.Map("Roles"))
        {
            switch (key)
            {
                case "authenticated":
                    authenticated = roles.Role(attachment, arn, RoleAudience.Authenticated, isDefault: true);
                    break;
                case "unauthenticated":
                    unauthenticated = roles.Role(attachment, arn, RoleAudience.Unauthenticated, isDefault: true);
                    break;
                default:
                    Template.Warn(nameof(Messages.ImportRoleKey), attachment.Id, key);
                    break;
            }
        }

        pool = pool.WithDefaultRoles(authenticated, unauthenticated)
            .WithRoleAttachmentLogicalId(attachment.Id == PoolNames.DefaultRoleAttachment(source.Id) ? null : attachment.Id);
        foreach (var (key, node) in Mappings(attachment))
        {
            pool = pool.WithRoleMapping(
                (node is TemplateMapping mapping ? Mapping(attachment, key, mapping) : null)
                    // A mapping that is left out gives its users another role.
                    ?? throw DefinitionErrors.Create(nameof(Messages.ImportMapping), attachment.Id, attachment.Id, key, node)
            );
        }

        attachment.WarnOfRest();
        return pool;
    }

    private static TemplateMapping Mappings(ResourceSource attachment)
    {
        const string Name = "RoleMappings";
        return attachment.Take(Name) switch
        {
            null => [],
            TemplateMapping mapping when !Intrinsic.IsCall(mapping) => mapping,
            TemplateScalar { Text: var json } when ResourceSource.Json(json) is TemplateMapping mapping => mapping,
            var other => throw DefinitionErrors.CreateWithSentence(
                nameof(Messages.ImportUntold),
                other is TemplateMapping ? nameof(Messages.ImportMappingsUntold) : nameof(Messages.ImportMappingsMalformed),
                attachment.Id,
                attachment.Id,
                other
            ),
        };
    }

    private RoleMapping? Mapping(ResourceSource attachment, string key, TemplateMapping mapping)
    {
        var provider = providers.Reference(attachment, mapping["IdentityProvider"] ?? key, key);
        var resolution = Parsed<AmbiguousRoleResolution>(attachment, key, mapping["AmbiguousRoleResolution"]);
        var type = Parsed<RoleMappingType>(attachment, key, mapping["Type"]);
        if (provider is null || type is null)
        {
            return null;
        }

        return type == RoleMappingType.Token
            ? RoleMapping.FromToken(provider, resolution ?? AmbiguousRoleResolution.Deny, key)
            : RoleMapping.FromRules(provider, Rules(attachment, key, mapping["RulesConfiguration"]), resolution ?? AmbiguousRoleResolution.Deny, key);
    }

    private ValueList<RoleMappingRule> Rules(ResourceSource attachment, string key, TemplateNode? configuration) =>
        (configuration as TemplateMapping)?["Rules"] is TemplateSequence rules ? rules.Select(rule => Rule(attachment, key, rule)).ToValueList() : [];

    private RoleMappingRule Rule(ResourceSource attachment, string key, TemplateNode node)
    {
        var rule = node as TemplateMapping ?? [];
        var place = "RoleMappings." + key;
        var claim = rule["Claim"] is { } claimNode ? attachment.AsValue(claimNode, place) : null;
        var value = rule["Value"] is { } valueNode ? attachment.AsValue(valueNode, place) : null;
        var role = rule["RoleARN"] is { } roleNode ? roles.Role(attachment, roleNode, RoleAudience.Authenticated, isDefault: false) : null;
        var matchType = Parsed<ClaimMatchType>(attachment, key, rule["MatchType"]);
        if (claim is not null && value is not null && role is not null && matchType is not null)
        {
            return RoleMappingRule.Create(claim, matchType.Value, value, role);
        }

        // A rule that is left out changes who gets which role, so the whole mapping must not come in without it.
        throw DefinitionErrors.Create(nameof(Messages.ImportRule), attachment.Id, attachment.Id, key, node);
    }

    private static T? Parsed<T>(ResourceSource attachment, string key, TemplateNode? node)
        where T : struct, Enum
    {
        if (node is null)
        {
            return null;
        }

        // Just the names: Enum.TryParse takes numbers too.
        return (node as TemplateScalar)?.Text is { } text && Enum.GetNames<T>().Contains(text, StringComparer.Ordinal)
            ? Enum.Parse<T>(text)
            : throw DefinitionErrors.Create(nameof(Messages.ImportEnum), attachment.Id, attachment.Id, key, node, string.Join(", ", Enum.GetNames<T>()));
    }

    private IdentityPool WithPrincipalTags(IdentityPool pool)
    {
        var all = new List<PrincipalTagMapping>();
        foreach (var part in Template.OfPool(ResourceTypes.PrincipalTag, source.Id))
        {
            part.RefuseChosen();
            var provider = part.Take("IdentityProviderName") is { } name ? providers.Reference(part, name, part.Id) : null;
            var useDefaults = part.Flag("UseDefaults", whenUnknown: false) ?? false;
            var claims = part.Map("PrincipalTags");
            part.WarnOfRest();
            if (provider is null)
            {
                Template.Warn(nameof(Messages.ImportProperty), "IdentityProviderName", part.Id, part.Type);
                continue;
            }

            var tags =
                from entry in claims
                let claim = part.AsValue(entry.Value, "PrincipalTags")
                where claim is not null
                select KeyValuePair.Create(entry.Key, claim);
            all.Add(useDefaults ? PrincipalTagMapping.Defaults(provider) : PrincipalTagMapping.Create(provider, ValueMap<TemplateValue>.Create(tags)));
            principalTags.Add((all[^1], part.Id));
        }

        return pool.WithPrincipalTags(all);
    }
}
