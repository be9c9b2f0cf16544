using IdentityPools.Model;
using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>Remembers what a template says of a pool, as it stands there: the pool's resources and what they need.</summary>
internal static class OriginImporter
{
    /// <summary>The resources that are a pool's when its own speak of them.</summary>
    private static readonly HashSet<string> Spoken = new(StringComparer.Ordinal)
    {
        ResourceTypes.Role,
        ResourceTypes.UserPool,
        ResourceTypes.UserPoolClient,
        ResourceTypes.OpenIdConnectProvider,
        ResourceTypes.SamlProvider,
    };

    internal static readonly string Twitter = LoginProvider.UrlOf(LoginProviderName.Twitter);

    /// <param name="source">The resource of the pool.</param>
    /// <param name="pool">The definition.</param>
    /// <param name="principalTags">The attributes for access control and the resources that they were read from.</param>
    public static TemplateOrigin Read(ResourceSource source, IdentityPool pool, IEnumerable<(PrincipalTagMapping Tags, string LogicalId)> principalTags)
    {
        var template = source.Template;
        var names = new PoolNames(pool);
        var bound = new BoundProviders(pool);
        var policies = new Dictionary<string, ValueList<string>>(StringComparer.Ordinal);
        var resources = Resources(source, pool, names, policies);
        var entries = new TemplateMapping(
            resources.Select(resource => KeyValuePair.Create(resource.Id, resource.Id == source.Id ? WithoutSecret(resource.Whole, names) : resource.Whole))
        );
        foreach (var resource in resources)
        {
            template.Carry(resource.Id);
        }

        var outputs = template.Section("Outputs");
        var spoken = resources.SelectMany(resource => template.OutputsOf(resource.Id)).Distinct(StringComparer.Ordinal).OrderBy(template.PlaceOfOutput);
        var told = new TemplateMapping(spoken.Select(name => KeyValuePair.Create(name, outputs[name]!)));
        var needs = template.Needs.Of(entries.Concat(told).Select(entry => entry.Value));
        return new()
        {
            Baseline = pool,
            Resources = entries,
            Outputs = told,
            Parameters = TwitterParameters.WithoutSecrets(
                needs.Parameters,
                entries[source.Id]!,
                parameter => template.Warn(nameof(Messages.ImportTwitterDefault), parameter)
            ),
            Conditions = needs.Conditions,
            Mappings = needs.Mappings,
            Rules = needs.Rules,
            Transform = template.Transform,
            LogicalIds = ValueMap<string>.Create(
                from tags in principalTags
                let name = names.PrincipalTag(tags.Tags.WithProvider(bound.Bound(tags.Tags.Provider)))
                where name != tags.LogicalId
                select KeyValuePair.Create(name, tags.LogicalId)
            ),
            Policies = ValueMap<ValueList<string>>.Create(policies),
            IsEvaluated = template.IsEvaluated,
        };
    }

    /// <summary>The resources of which one speaks and that are a pool's if it is.</summary>
    public static IEnumerable<ResourceSource> Partners(ResourceSource resource) =>
        References
            .In(Intrinsic.Uniform(resource.Node))
            .Select(reference => reference.Name)
            .Distinct(StringComparer.Ordinal)
            .Select(resource.Template.Find)
            .OfType<ResourceSource>()
            .Where(other => resource.Type == ResourceTypes.Role ? PolicyIndex.IsPolicy(other.Type) : Spoken.Contains(other.Type));

    private static List<ResourceSource> Resources(ResourceSource source, IdentityPool pool, PoolNames names, Dictionary<string, ValueList<string>> policies)
    {
        var template = source.Template;
        var found = new List<ResourceSource>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        var left = new Queue<ResourceSource>([
            source,
            .. template.OfPool(ResourceTypes.RoleAttachment, source.Id),
            .. template.OfPool(ResourceTypes.PrincipalTag, source.Id),
            .. pool.UserPools.Select(known => known.UserPool).DistinctBy(userPool => userPool.Identity).SelectMany(template.GroupsOf),
        ]);
        while (left.TryDequeue(out var resource))
        {
            if (!known.Add(resource.Id))
            {
                continue;
            }

            found.Add(resource);
            foreach (var other in template.PartnersOf(resource))
            {
                left.Enqueue(other);
            }

            if (resource.Type == ResourceTypes.Role)
            {
                Include(resource.Id, template.Policies.Find(resource));
            }
        }

        foreach (var role in pool.Roles.Where(role => role.TypedArn is { IsLiteral: true }).DistinctBy(role => role.TypedArn))
        {
            Include(names.RolePolicy(role), template.Policies.OfName(role.NameInIam!).Where(link => RoleImporter.IsOwn(source, link.Policy)));
        }

        foreach (var role in pool.Roles.Where(role => role.TypedArn is { IsLiteral: false }).DistinctBy(role => role.TypedArn))
        {
            foreach (var link in RoleImporter.PoliciesByFunction(template, role.TypedArn!.Node).Where(link => RoleImporter.IsOwn(source, link.Policy)))
            {
                left.Enqueue(link.Policy);
            }
        }

        found.AddRange(left.DistinctBy(resource => resource.Id).Where(resource => known.Add(resource.Id)));
        return [.. found.OrderBy(resource => template.PlaceOf(resource.Id))];

        void Include(string owner, IEnumerable<RolePolicyLink> links)
        {
            var ids = links.Select(link => link.Policy).DistinctBy(policy => policy.Id).ToList();
            ids.ForEach(left.Enqueue);
            if (ids.Count > 0)
            {
                policies[owner] = ids.Select(policy => policy.Id).ToValueList();
            }
        }
    }

    /// <summary>The resource with a parameter in the place of a secret: what is remembered may be written to other places.</summary>
    internal static TemplateNode WithoutSecret(TemplateNode node, PoolNames names) =>
        node switch
        {
            TemplateSequence sequence => new TemplateSequence(sequence.Select(item => WithoutSecret(item, names))),
            TemplateMapping mapping => new TemplateMapping(
                mapping.Select(entry => KeyValuePair.Create(entry.Key, entry.Key == Twitter ? Safe(entry.Value, names) : WithoutSecret(entry.Value, names)))
            ),
            _ => node,
        };

    /// <summary>What follows the key's semicolon is the secret; a parameter or what the stack looks up elsewhere is none.</summary>
    private static TemplateNode Safe(TemplateNode written, PoolNames names)
    {
        // What a function chooses from may hold a secret each.
        if (written is TemplateSequence choices)
        {
            return new TemplateSequence(choices.Select(choice => Safe(choice, names)));
        }

        if (written is TemplateMapping call && Intrinsic.Argument(call, Intrinsic.Join) is null && Intrinsic.Argument(call, Intrinsic.Sub) is null)
        {
            return new TemplateMapping(call.Select(entry => KeyValuePair.Create(entry.Key, Safe(entry.Value, names))));
        }

        var key = new List<TemplateNode>();
        var secret = new List<TemplateNode>();
        foreach (var part in TextParts.Split(written))
        {
            if (secret.Count == 0 && part is TemplateScalar { Text: var text } && text.IndexOf(';', StringComparison.Ordinal) is >= 0 and var end)
            {
                key.Add(text[..end]);
                secret.Add(text[(end + 1)..]);
            }
            else
            {
                (secret.Count == 0 ? key : secret).Add(part);
            }
        }

        return secret.Exists(part => part is TemplateScalar { Text: { Length: > 0 } text } && !text.StartsWith("{{resolve:", StringComparison.Ordinal))
            ? TextParts.Compose([.. key, ";", Intrinsic.RefTo(names.TwitterSecret)])
            : written;
    }
}
