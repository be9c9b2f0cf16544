using IdentityPools.Model;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>What an imported pool puts into a template: what its template said, with what was changed of the definition since.</summary>
internal sealed class TemplateMerge
{
    private const string Properties = nameof(Properties);
    private const string DependsOn = nameof(DependsOn);
    private const string Policies = nameof(Policies);
    private const string Roles = nameof(Roles);

    private readonly IdentityPool pool;
    private readonly TemplateOrigin origin;
    private readonly TemplateSections before;
    private readonly TemplateSections now;
    private readonly NodeMerge nodes;

    // What the template has and is no longer the pool's.
    private readonly List<string> removed = [];
    private Dictionary<string, TemplateMapping> resources = new(StringComparer.Ordinal);

    private TemplateMerge(IdentityPool pool, TemplateOrigin origin, TemplateSections before, TemplateSections now)
    {
        (this.pool, this.origin, this.before, this.now) = (pool, origin, before, now);
        nodes = new(pool, origin.Baseline.UnknownParts.Except(pool.UnknownParts).Select(part => part.Place).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>The resources of the pool as they shall stand in its template.</summary>
    public IReadOnlyDictionary<string, TemplateMapping> Resources => resources;

    /// <summary>What the template said, under the names that the pool has now.</summary>
    public TemplateOrigin Origin => origin;

    /// <param name="pool">The pool, which was imported.</param>
    /// <param name="origin">What its template said.</param>
    /// <param name="options">How the template is made.</param>
    /// <exception cref="DefinitionException">What was changed cannot be said in the template, as it depends on a function.</exception>
    public static TemplateMerge Of(IdentityPool pool, TemplateOrigin origin, TemplateOptions options)
    {
        var before = PoolSections.Write(origin.Baseline, options);
        if (pool.LogicalId != origin.Baseline.LogicalId)
        {
            var renamed = origin.Baseline.WithLogicalId(pool.LogicalId);
            var after = PoolSections.Write(renamed, options);
            origin = new Renaming(NewNames(origin.Baseline, before, renamed, after)).Rename(origin) with { Baseline = renamed };
            before = after;
        }

        var merge = new TemplateMerge(pool, origin, before, PoolSections.Write(pool, options));
        merge.Merge();
        return merge;
    }

    /// <summary>What the pool puts into a template of its own: with what its parts need of the other sections.</summary>
    public TemplateSections Sections()
    {
        var sections = new TemplateSections { Transform = origin.Transform };
        foreach (var (id, resource) in resources)
        {
            sections.AddImported(id, resource, isUnchanged: resource.Equals(origin.Resources[id]));
        }

        foreach (
            var (id, output) in Maps(origin.Outputs)
                .Where(output => !References.In(Intrinsic.Uniform(output.Value)).Exists(known => removed.Contains(known.Name)))
        )
        {
            TemplateSections.Add(sections.Outputs, id, output);
        }

        var told = sections.Outputs.Values.Select(output => output["Value"]).ToHashSet();
        foreach (var (id, output) in now.Outputs.Where(output => !sections.Outputs.ContainsKey(output.Key) && !told.Contains(output.Value["Value"])))
        {
            TemplateSections.Add(sections.Outputs, id, output);
        }

        var needs = new TemplateNeeds(origin.Parameters, origin.Conditions, origin.Mappings, origin.Rules).Of(
            sections.Resources.Values.Concat(sections.Outputs.Values)
        );
        Add(sections.Parameters, needs.Parameters);
        Add(sections.Conditions, needs.Conditions);
        Add(sections.Mappings, needs.Mappings);
        Add(sections.Rules, needs.Rules);
        foreach (var (id, parameter) in now.Parameters.Where(parameter => !sections.Parameters.ContainsKey(parameter.Key)))
        {
            sections.Parameters.Add(id, parameter);
        }

        return sections;
    }

    private static void Add(Dictionary<string, TemplateMapping> section, TemplateMapping entries)
    {
        foreach (var (id, entry) in Maps(entries))
        {
            TemplateSections.Add(section, id, entry);
        }
    }

    /// <summary>The entries of a section. What is no map CloudFormation does not take, and it says nothing.</summary>
    private static IEnumerable<KeyValuePair<string, TemplateMapping>> Maps(TemplateMapping section) =>
        from entry in section
        where entry.Value is TemplateMapping
        select KeyValuePair.Create(entry.Key, (TemplateMapping)entry.Value);

    /// <summary>The logical ids of the parts that are named after the pool, by those that they had.</summary>
    private static Dictionary<string, string> NewNames(IdentityPool old, TemplateSections before, IdentityPool renamed, TemplateSections after)
    {
        var attachments = (Old: new PoolNames(old).RoleAttachment, New: new PoolNames(renamed).RoleAttachment);
        return before
            .Resources.Keys.Where(id => id != attachments.Old)
            .Zip(after.Resources.Keys.Where(id => id != attachments.New))
            .Append((attachments.Old, attachments.New))
            .ToDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);
    }

    private void Merge()
    {
        resources = Maps(origin.Resources).ToDictionary(StringComparer.Ordinal);
        foreach (var id in before.Resources.Keys.Union(now.Resources.Keys, StringComparer.Ordinal).ToList())
        {
            var (was, becomes) = (before.Resources.GetValueOrDefault(id), now.Resources.GetValueOrDefault(id));
            var actual = origin.LogicalIds.GetValueOrDefault(id, id);
            if (TypeOf((becomes ?? was)!) == ResourceTypes.RolePolicy)
            {
                MergeStatements(actual, was, (becomes ?? was)!);
            }
            else if (becomes is null)
            {
                Remove(actual);
            }
            else if (TypeOf(becomes) == ResourceTypes.Role)
            {
                MergeRole(actual, was, becomes);
            }
            else
            {
                CheckAttachment(actual, was, becomes);
                Set(actual, Merged(actual, was, becomes));
            }
        }

        DropRemoved();
    }

    private TemplateMapping Merged(string id, TemplateMapping? was, TemplateMapping becomes) =>
        resources.GetValueOrDefault(id) is { } original ? Merged(id, original, was, becomes) : becomes;

    private TemplateMapping Merged(string id, TemplateMapping original, TemplateMapping? was, TemplateMapping becomes)
    {
        var result = original;
        foreach (var key in becomes.Concat(was ?? []).Select(entry => entry.Key).Distinct().ToList())
        {
            var merged = nodes.Merge(original[key], was?[key], becomes[key], key == Properties ? id : $"{id}.{key}");
            result = Placed(result, key, merged);
        }

        return result;
    }

    /// <summary>The resource with one of its attributes, the properties last, as people write it.</summary>
    private static TemplateMapping Placed(TemplateMapping resource, string key, TemplateNode? value) =>
        resource[key] is not null || value is null || resource[Properties] is null
            ? resource.With(key, value)
            : new(resource.SelectMany(entry => entry.Key == Properties ? new[] { KeyValuePair.Create(key, value), entry } : [entry]));

    private void Set(string id, TemplateMapping resource) => resources[id] = resource;

    /// <summary>Where conditions decide which attachment there is, a change of one would be none for the other.</summary>
    private void CheckAttachment(string id, TemplateMapping? was, TemplateMapping becomes)
    {
        if (
            TypeOf(becomes) == ResourceTypes.RoleAttachment
            && !becomes.Equals(was)
            && resources.Where(entry => entry.Key != id && TypeOf(entry.Value) == ResourceTypes.RoleAttachment).Select(entry => entry.Key).FirstOrDefault()
                is { } other
        )
        {
            throw DefinitionErrors.Create(nameof(Messages.ChangeUnderFunction), pool, pool, id, other);
        }
    }

    private void MergeRole(string id, TemplateMapping? was, TemplateMapping becomes)
    {
        if (was is not null && resources.TryGetValue(id, out var original))
        {
            Set(id, Merged(id, original, Without(was, Policies), Without(becomes, Policies)));
        }

        MergeStatements(id, was, becomes);
    }

    /// <summary>Takes what a role may no longer do out of the policies in which it stands, and adds what it may do now.</summary>
    private void MergeStatements(string id, TemplateMapping? was, TemplateMapping becomes)
    {
        if (was is null)
        {
            Set(id, becomes);
            return;
        }

        var change = new StatementChange(StatementsOf(origin.Baseline, id), StatementsOf(pool, id));
        var policies = new PolicyMerge(pool, id, resources, origin.Policies.GetValueOrDefault(id) ?? []);
        if (change.Revokes)
        {
            removed.AddRange(policies.Revoke(change));
        }

        if (change.Granted.Count > 0)
        {
            var written = Written(becomes).Items;
            policies.Grant(change.Granted.Select(granted => StatementChange.Anew((TemplateMapping)written[granted.Index], granted.More)).ToList(), becomes);
        }
    }

    private static TemplateMapping Without(TemplateMapping resource, string property) =>
        resource.With(Properties, (resource[Properties] as TemplateMapping)?.With(property, null));

    /// <summary>What a role may do by the definition: a managed one, or one that exists and is granted more.</summary>
    private static ValueList<PolicyStatement> StatementsOf(IdentityPool definition, string id)
    {
        var ids = new PoolNames(definition);
        return definition
                .Roles.FirstOrDefault(role => role.IsManaged ? ids.Role(role) == id : role.TypedArn is { IsLiteral: true } && ids.RolePolicy(role) == id)
                ?.Statements
            ?? [];
    }

    /// <summary>The statements of a definition as they are written, names of the partition in them.</summary>
    private static TemplateSequence Written(TemplateMapping resource)
    {
        var properties = (TemplateMapping)resource[Properties]!;
        var policy = properties[Policies] is TemplateSequence { Items: [TemplateMapping only] } ? only : properties;
        return (TemplateSequence)((TemplateMapping)policy["PolicyDocument"]!)["Statement"]!;
    }

    /// <summary>Takes a resource out, with the policies that are for it alone.</summary>
    private void Remove(string id)
    {
        foreach (var policy in origin.Policies.GetValueOrDefault(id) ?? [])
        {
            if (resources.TryGetValue(policy, out var resource))
            {
                Replace(policy, Detached(resource, id));
            }
        }

        Replace(id, null);
    }

    private void Replace(string id, TemplateMapping? resource)
    {
        if (resource is not null)
        {
            resources[id] = resource;
        }
        else if (resources.Remove(id))
        {
            removed.Add(id);
        }
    }

    /// <summary>A policy that no longer is for a role; null where it is for no other.</summary>
    private TemplateMapping? Detached(TemplateMapping policy, string role)
    {
        var properties = policy[Properties] as TemplateMapping ?? [];
        if (properties[Roles] is not TemplateSequence roles)
        {
            return null;
        }

        var name = (resources.GetValueOrDefault(role)?[Properties] as TemplateMapping)?["RoleName"];
        var others = roles.Where(node => !node.Equals(name) && !References.In(Intrinsic.Uniform(node)).Exists(reference => reference.Name == role)).ToList();
        return others.Count == 0 ? null : policy.With(Properties, properties.With(Roles, new TemplateSequence(others)));
    }

    /// <summary>What waits for a resource that is gone waits no longer.</summary>
    private void DropRemoved()
    {
        foreach (var (id, resource) in resources.Where(entry => entry.Value[DependsOn] is not null).ToList())
        {
            resources[id] = WithoutDependencies(resource, name => removed.Contains(name));
        }
    }

    /// <summary>The resource without what it waits for.</summary>
    public static TemplateMapping WithoutDependencies(TemplateMapping resource, Func<string, bool> isGone)
    {
        var items = Nodes.Items(resource[DependsOn]).ToList();
        var left = items.FindAll(item => item is not TemplateScalar { Text: var name } || !isGone(name));
        return left.Count == items.Count
            ? resource
            : resource.With(
                DependsOn,
                left.Count == 0 ? null
                    : left.Count == 1 ? left[0]
                    : new TemplateSequence(left)
            );
    }

    private static string TypeOf(TemplateMapping resource) => (resource["Type"] as TemplateScalar)?.Text ?? "";
}
