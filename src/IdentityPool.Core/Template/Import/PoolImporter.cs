using IdentityPools.Model;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>Reads one identity pool of a template.</summary>
internal sealed class PoolImporter
{
    private const string Guests = nameof(IdentityPool.AllowUnauthenticatedIdentities);
    private const string ClassicFlow = nameof(IdentityPool.AllowClassicFlow);
    private const string ProviderName = "IdentityProviderName";

    private readonly ResourceSource source;
    private readonly ProviderImporter providers;
    private readonly RoleImporter roles;
    private readonly List<(PrincipalTagMapping Tags, string LogicalId)> principalTags = [];
    private readonly List<ResourceSource> tagged = [];

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
        var attachments = RoleAttachments();
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
        pool = WithRoles(pool, attachments);
        pool = WithPrincipalTags(pool);
        var groups = new GroupImporter(source, roles);
        pool = groups.AddTo(pool);
        pool = roles.WithGrants(pool).WithTrustingRoles(roles.Unattached());
        var parts = new[] { source }
            .Concat(attachments)
            .Concat(Template.PerhapsOfPool(ResourceTypes.RoleAttachment, source.Id))
            .Concat(tagged)
            .Concat(providers.Used)
            .Concat(roles.Used)
            .Concat(groups.Used)
            .ToList();
        parts.ForEach(part => Template.Carry(part.Id));
        pool = pool.WithUnknownParts(parts.SelectMany(part => part.Unknown));
        pool = SuppressionMetadata.Read(source, pool);
        return pool.ImportedFrom(OriginImporter.Read(source, pool, principalTags));
    }

    private List<ResourceSource> RoleAttachments()
    {
        var attachments = Template.OfPool(ResourceTypes.RoleAttachment, source.Id).ToList();
        foreach (var attachment in attachments)
        {
            attachment.RefuseMacros();
        }

        // Of those that stand under conditions AWS may have one at a time.
        var always = attachments.FindAll(attachment => !attachment.IsConditional);
        return always.Count <= 1
            ? attachments
            : throw DefinitionErrors.Create(
                nameof(Messages.SeveralRoleAttachments),
                source.Id,
                source.Id,
                string.Join(", ", always.Select(attachment => attachment.Id))
            );
    }

    private IdentityPool WithRoles(IdentityPool pool, List<ResourceSource> attachments)
    {
        if (attachments is not [var attachment])
        {
            foreach (var one in attachments)
            {
                one.Miss(
                    UnknownPlaces.Condition,
                    nameof(Messages.ImportAttachments),
                    one.Id,
                    source.Id,
                    string.Join(", ", attachments.Select(other => other.Id))
                );
            }

            foreach (var one in attachments.Count > 0 ? [] : Template.PerhapsOfPool(ResourceTypes.RoleAttachment, source.Id))
            {
                one.Miss(UnknownPlaces.Condition, nameof(Messages.ImportPoolOfPart), one.Id, one.Type, one.PoolId);
            }

            return pool.WithDefaultRoles(null, null);
        }

        IdentityPoolRole? authenticated = null;
        IdentityPoolRole? unauthenticated = null;
        foreach (var (key, arn) in attachment.Map(UnknownPlaces.Roles))
        {
            switch (key)
            {
                case "authenticated":
                    authenticated = roles.Role(attachment, arn, UnknownPlaces.OfRole(key), RoleAudience.Authenticated, isDefault: true);
                    break;
                case "unauthenticated":
                    unauthenticated = roles.Role(attachment, arn, UnknownPlaces.OfRole(key), RoleAudience.Unauthenticated, isDefault: true);
                    break;
                default:
                    Template.Warn(nameof(Messages.ImportRoleKey), attachment.Id, key);
                    break;
            }
        }

        pool = pool.WithDefaultRolesAsFound(authenticated, unauthenticated);
        foreach (var (key, node) in Mappings(attachment))
        {
            if (Mapping(attachment, key, Intrinsic.Settled(node)) is { } mapping)
            {
                pool = pool.WithRoleMapping(mapping);
            }
        }

        attachment.WarnOfRest();
        // One without roles is there all the same: under its default name nothing else would tell of it.
        return pool.WithRoleAttachmentLogicalId(
            attachment.Id == PoolNames.DefaultRoleAttachment(source.Id) && (pool.Roles.Count > 0 || pool.RoleMappings.Count > 0) ? null : attachment.Id
        );
    }

    private static TemplateMapping Mappings(ResourceSource attachment)
    {
        switch (attachment.Take(UnknownPlaces.RoleMappings))
        {
            case null:
                return [];
            case TemplateMapping mapping when !Intrinsic.IsCall(mapping):
                return mapping;
            case TemplateScalar { Text: var json } when ResourceSource.Json(json) is TemplateMapping mapping:
                return mapping;
            case TemplateMapping call:
                attachment.Miss(UnknownPlaces.RoleMappings, nameof(Messages.ImportMappingsUntold), attachment.Id, call);
                return [];
            case var other:
                throw DefinitionErrors.CreateWithSentence(
                    nameof(Messages.ImportUntold),
                    nameof(Messages.ImportMappingsMalformed),
                    attachment.Id,
                    attachment.Id,
                    other
                );
        }
    }

    /// <summary>The mapping; null for one that only a deployed stack knows, which is told. One that is left out gives its users another role.</summary>
    private RoleMapping? Mapping(ResourceSource attachment, string key, TemplateNode node)
    {
        ProviderReference? provider = null;
        try
        {
            if (node is not TemplateMapping mapping)
            {
                throw DefinitionErrors.Create(nameof(Messages.ImportMapping), attachment.Id, attachment.Id, key, node);
            }

            if (Intrinsic.IsCall(mapping))
            {
                throw UntoldMapping(attachment, key, mapping);
            }

            var name = Intrinsic.Settled(mapping["IdentityProvider"] ?? key);
            provider = Intrinsic.Branches(name) is null ? providers.Reference(attachment, name, UnknownPlaces.OfMapping(key)) : null;
            return Mapping(attachment, key, mapping, provider ?? throw UntoldMapping(attachment, key, name));
        }
        catch (DefinitionException exception) when (exception.ErrorId == nameof(Messages.ImportUntold))
        {
            attachment.Miss(UnknownPlaces.OfMapping(key), exception, provider);
            return null;
        }
    }

    /// <summary>The fault of a mapping of which a part is known only after deployment; an error where the part is no function but wrong.</summary>
    private static DefinitionException UntoldMapping(ResourceSource attachment, string key, TemplateNode part) =>
        Intrinsic.HasCall(part)
            ? DefinitionErrors.CreateWithSentence(nameof(Messages.ImportUntold), nameof(Messages.ImportMappingUntold), attachment.Id, attachment.Id, key, part)
            : DefinitionErrors.Create(nameof(Messages.ImportMapping), attachment.Id, attachment.Id, key, part);

    private RoleMapping? Mapping(ResourceSource attachment, string key, TemplateMapping mapping, ProviderReference provider)
    {
        var resolution = Parsed<AmbiguousRoleResolution>(attachment, key, mapping["AmbiguousRoleResolution"]);
        var type = Parsed<RoleMappingType>(attachment, key, mapping["Type"]);
        if (type is null)
        {
            throw DefinitionErrors.Create(nameof(Messages.ImportMapping), attachment.Id, attachment.Id, key, mapping);
        }

        return type == RoleMappingType.Token
            ? RoleMapping.FromToken(provider, resolution ?? AmbiguousRoleResolution.Deny, key)
            : RoleMapping.FromRules(provider, Rules(attachment, key, mapping["RulesConfiguration"]), resolution ?? AmbiguousRoleResolution.Deny, key);
    }

    private ValueList<RoleMappingRule> Rules(ResourceSource attachment, string key, TemplateNode? configuration)
    {
        if (configuration is not null && Intrinsic.IsCall(configuration))
        {
            throw UntoldMapping(attachment, key, configuration);
        }

        return (configuration as TemplateMapping)?["Rules"] switch
        {
            TemplateSequence rules => rules
                .Where(rule => !Intrinsic.IsNoValue(rule))
                .Select(rule => Rule(attachment, key, Intrinsic.Settled(rule)))
                .ToValueList(),
            { } call when Intrinsic.IsCall(call) => throw UntoldMapping(attachment, key, call),
            _ => [],
        };
    }

    private RoleMappingRule Rule(ResourceSource attachment, string key, TemplateNode node)
    {
        if (FirstUntold(node) is { } untold)
        {
            throw UntoldMapping(attachment, key, untold);
        }

        var rule = node as TemplateMapping ?? [];
        var place = UnknownPlaces.OfMapping(key);
        var claim = rule["Claim"] is { } claimNode ? attachment.AsValue(claimNode, place) : null;
        var value = rule["Value"] is { } valueNode ? attachment.AsValue(valueNode, place) : null;
        var role = rule["RoleARN"] is { } roleNode ? roles.Role(attachment, roleNode, place, RoleAudience.Authenticated, isDefault: false) : null;
        var matchType = Parsed<ClaimMatchType>(attachment, key, rule["MatchType"]);
        if (claim is not null && value is not null && role is not null && matchType is not null)
        {
            return RoleMappingRule.Create(claim, matchType.Value, value, role);
        }

        // A rule that is left out changes who gets which role, so the whole mapping must not come in without it.
        throw DefinitionErrors.Create(nameof(Messages.ImportRule), attachment.Id, attachment.Id, key, node);
    }

    /// <summary>The part of a rule that no definition can hold, because a function gives it: the rule itself, or one of its values.</summary>
    private static TemplateNode? FirstUntold(TemplateNode node) =>
        Intrinsic.IsCall(node)
            ? node
            : (node as TemplateMapping)
                ?.Select(entry => Intrinsic.Settled(entry.Value))
                .FirstOrDefault(value => Intrinsic.HasCall(value) && !TemplateValue.IsValue(value));

    private static T? Parsed<T>(ResourceSource attachment, string key, TemplateNode? node)
        where T : struct, Enum
    {
        node = node is null ? null : Intrinsic.Settled(node);
        if (node is null || Intrinsic.IsNoValue(node))
        {
            return null;
        }

        if (Intrinsic.IsCall(node))
        {
            throw UntoldMapping(attachment, key, node);
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
            tagged.Add(part);
            var provider = part.Take(ProviderName) is { } name ? providers.Reference(part, name, ProviderName) : null;
            var useDefaults = part.Flag("UseDefaults", whenUnknown: false) ?? false;
            var claims = part.Map("PrincipalTags");
            part.WarnOfRest();
            if (provider is null)
            {
                if (part.Unknown.Count == 0)
                {
                    Template.Warn(nameof(Messages.ImportProperty), ProviderName, part.Id, part.Type);
                }

                continue;
            }

            var tags =
                from entry in claims
                let claim = part.AsValue(entry.Value, "PrincipalTags")
                where claim is not null
                select KeyValuePair.Create(entry.Key, claim);
            // Under conditions, one provider may have other tags at other times.
            if (tagged.Exists(other => other.IsConditional) && all.Exists(tags => tags.Provider == provider.WithoutClient))
            {
                continue;
            }

            all.Add(useDefaults ? PrincipalTagMapping.Defaults(provider) : PrincipalTagMapping.Create(provider, ValueMap<TemplateValue>.Create(tags)));
            principalTags.Add((all[^1], part.Id));
        }

        return pool.WithPrincipalTags(all);
    }
}
