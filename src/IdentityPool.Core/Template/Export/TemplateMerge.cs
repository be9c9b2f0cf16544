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
    private readonly PoolNames names;
    private readonly TemplateSections before;
    private readonly TemplateSections now;
    private readonly NodeMerge nodes;
    private readonly AwsPartition partition;
    private readonly List<string> removed = [];
    private Dictionary<string, TemplateMapping> resources = new(StringComparer.Ordinal);

    private TemplateMerge(IdentityPool pool, TemplateOrigin origin, TemplateSections before, TemplateSections now, TemplateOptions options)
    {
        (this.pool, this.origin, this.before, this.now) = (pool, origin, before, now);
        names = new(pool);
        partition = AwsPartition.OfRegion(options.Region ?? pool.Region);
        nodes = new(
            pool,
            origin.Baseline.UnknownParts.Except(pool.UnknownParts).Select(part => part.Place).ToHashSet(StringComparer.Ordinal)
        );
    }

    /// <summary>The resources of the pool as they shall stand in its template.</summary>
    public IReadOnlyDictionary<string, TemplateMapping> Resources => resources;

    /// <summary>The resources that the template has and that are no longer the pool's.</summary>
    public IReadOnlyList<string> Removed => removed;

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

        var merge = new TemplateMerge(pool, origin, before, PoolSections.Write(pool, options), options);
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

        foreach (var (id, output) in origin.Outputs.Where(output => !References.In(Intrinsic.Uniform(output.Value)).Exists(known => removed.Contains(known.Name))))
        {
            TemplateSections.Add(sections.Outputs, id, (TemplateMapping)output);
        }

        var told = sections.Outputs.Values.Select(output => output["Value"]).ToHashSet();
        foreach (var (id, output) in now.Outputs.Where(output => !sections.Outputs.ContainsKey(output.Key) && !told.Contains(output.Value["Value"])))
        {
            TemplateSections.Add(sections.Outputs, id, output);
        }

        var needs = TemplateNeeds.Of(sections.Resources.Values.Concat(sections.Outputs.Values), origin.Parameters, origin.Conditions, origin.Mappings);
        Add(sections.Parameters, needs.Parameters);
        Add(sections.Conditions, needs.Conditions);
        Add(sections.Mappings, needs.Mappings);
        Add(sections.Rules, TemplateNeeds.Rules(origin.Rules, sections.Parameters.Keys.ToHashSet(StringComparer.Ordinal)));
        foreach (var (id, parameter) in now.Parameters.Where(parameter => !sections.Parameters.ContainsKey(parameter.Key)))
        {
            sections.Parameters.Add(id, parameter);
        }

        return sections;
    }

    private static void Add(Dictionary<string, TemplateMapping> section, TemplateMapping entries)
    {
        foreach (var (id, entry) in entries)
        {
            TemplateSections.Add(section, id, (TemplateMapping)entry);
        }
    }

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
        resources = origin.Resources.ToDictionary(entry => entry.Key, entry => (TemplateMapping)entry.Value, StringComparer.Ordinal);
        foreach (var id in before.Resources.Keys.Union(now.Resources.Keys, StringComparer.Ordinal).ToList())
        {
            var (was, becomes) = (before.Resources.GetValueOrDefault(id), now.Resources.GetValueOrDefault(id));
            var actual = origin.LogicalIds.GetValueOrDefault(id, id);
            if (becomes is null)
            {
                Remove(actual, was!);
            }
            else if (TypeOf(becomes) is ResourceTypes.Role or ResourceTypes.RolePolicy)
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
            : new(
                resource.SelectMany(entry =>
                    entry.Key == Properties ? new[] { KeyValuePair.Create(key, value), entry } : [entry]
                )
            );

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
        var isRole = TypeOf(becomes) == ResourceTypes.Role;
        var (statementsBefore, statements) = (StatementsOf(origin.Baseline, id), StatementsOf(pool, id));
        var original = resources.GetValueOrDefault(id);
        if (was is null || (original is null && isRole))
        {
            Set(id, becomes);
            return;
        }

        if (original is not null)
        {
            var part = isRole ? Policies : "PolicyDocument";
            Set(id, Merged(id, original, Without(was, part), Without(becomes, part)));
        }

        var policies = new PolicyMerge(pool, id, resources, origin.Policies.GetValueOrDefault(id) ?? []);
        foreach (var statement in Except(statementsBefore, statements))
        {
            removed.AddRange(policies.Revoke(statement));
        }

        if (Except(statements, statementsBefore) is { Count: > 0 } added)
        {
            policies.Grant(added.ConvertAll(statement => PartitionNames.Localised(statement.ToNode(), partition)), becomes);
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

    /// <summary>The statements that are not among others, each as often as it is there more often.</summary>
    private static List<PolicyStatement> Except(ValueList<PolicyStatement> statements, ValueList<PolicyStatement> others)
    {
        var left = others.ToList();
        return statements.Where(statement => !left.Remove(statement)).ToList();
    }

    /// <summary>Takes a resource out, with the policies that are for it alone.</summary>
    private void Remove(string id, TemplateMapping was)
    {
        foreach (var policy in origin.Policies.GetValueOrDefault(id) ?? [])
        {
            if (resources.TryGetValue(policy, out var resource) && Detached(resource, id) is var rest)
            {
                Replace(policy, rest);
            }
        }

        // What a policy for a role that exists says may stand in policies of other names only.
        if (resources.Remove(id))
        {
            removed.Add(id);
        }
        else if (TypeOf(was) != ResourceTypes.RolePolicy)
        {
            throw new InvalidOperationException($"The template of the pool has no resource {id}.");
        }
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

        var others = roles.Where(node => !References.In(Intrinsic.Uniform(node)).Exists(reference => reference.Name == role)).ToList();
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
        return left.Count == items.Count ? resource
            : resource.With(
                DependsOn,
                left.Count == 0 ? null
                : left.Count == 1 ? left[0]
                : new TemplateSequence(left)
            );
    }

    private static string TypeOf(TemplateMapping resource) => (resource["Type"] as TemplateScalar)?.Text ?? "";
}
