using IdentityPools.Model;
using IdentityPools.Ports;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>Puts pools back into the template that they were imported from: what was changed of them is changed there, and every other byte stays.</summary>
internal sealed class IntoTemplate
{
    private const string Resources = nameof(Resources);
    private const string Outputs = nameof(Outputs);
    private const string Parameters = nameof(Parameters);

    private readonly string file;
    private readonly TemplateOptions options;
    private readonly List<string> changed = [];
    private TemplateMapping template;

    private IntoTemplate(TemplateMapping template, string file, TemplateOptions options)
    {
        this.template = template;
        this.file = file;
        this.options = options;
    }

    /// <param name="text">The text of the template.</param>
    /// <param name="file">What it is called in errors.</param>
    /// <param name="pools">The pools.</param>
    /// <param name="options">How new parts are written; told what stays although no pool needs it.</param>
    /// <param name="form">Reads and writes the text.</param>
    /// <param name="proceed">Called on the way; what it throws ends the work.</param>
    /// <returns>The text as it shall be.</returns>
    /// <exception cref="DefinitionException">A pool is not in the template, was changed in both, or cannot be written there.</exception>
    /// <exception cref="TemplateTextException">The text is not well-formed.</exception>
    public static string Write(string text, string file, IReadOnlyList<IdentityPool> pools, TemplateOptions options, ITemplateText form, Action? proceed = null)
    {
        var root = form.Read(text, proceed);
        var now = root;
        foreach (var pool in pools)
        {
            proceed?.Invoke();
            var place = PlaceOf(now, pool, file);
            var into = new IntoTemplate((TemplateMapping)At(now, place), file, options);
            into.Put(pool);
            now = With(now, place, into.template);
        }

        if (now.Equals(root))
        {
            return text;
        }

        var part = form.Locate(text);
        TemplateSplice splice = form is JsonTemplateText ? new JsonSplice(text, part) : new BlockSplice(text, part, form);
        var written = splice.Apply(part, root, now);
        return IsRead(form, written, now) ? written : throw DefinitionErrors.Create(nameof(Messages.IntoUnsafe), pools, pools[0], file);
    }

    private static bool IsRead(ITemplateText form, string text, TemplateNode expected)
    {
        try
        {
            return form.Read(text).Equals(expected);
        }
        catch (TemplateTextException)
        {
            return false;
        }
    }

    /// <summary>Where in the file the template stands that has the pool: it is the file, or one of the Serverless Framework holds it.</summary>
    private static List<object> PlaceOf(TemplateNode root, IdentityPool pool, string file)
    {
        var places = Places(root).Where(place => At(root, place) is TemplateMapping).ToList();
        return places.Find(place => PoolsIn(At(root, place)).Contains(pool.LogicalId, StringComparer.Ordinal))
            ?? throw DefinitionErrors.Create(
                nameof(Messages.IntoPoolMissing),
                pool,
                pool.LogicalId,
                file,
                string.Join(", ", places.SelectMany(place => PoolsIn(At(root, place))).DefaultIfEmpty(Messages.None))
            );
    }

    private static IEnumerable<List<object>> Places(TemplateNode root) =>
        (root as TemplateMapping)?["resources"] switch
        {
            TemplateSequence blocks => blocks.Select((_, index) => new List<object> { "resources", index }).Prepend([]),
            TemplateMapping =>
            [
                [],
                ["resources"],
            ],
            _ =>
            [
                [],
            ],
        };

    private static IEnumerable<string> PoolsIn(TemplateNode template) =>
        ((template as TemplateMapping)?[Resources] as TemplateMapping)
            ?.Where(entry => (entry.Value as TemplateMapping)?["Type"] is TemplateScalar { Text: ResourceTypes.IdentityPool })
            .Select(entry => entry.Key)
        ?? [];

    private static TemplateNode At(TemplateNode root, List<object> place) =>
        place.Aggregate(root, (node, step) => step is int index ? ((TemplateSequence)node).Items[index] : ((TemplateMapping)node)[(string)step]!);

    private static TemplateNode With(TemplateNode root, List<object> place, TemplateNode node) =>
        place switch
        {
            [] => node,
            [int index, .. var rest] when root is TemplateSequence list => new TemplateSequence(
                list.Select((item, at) => at == index ? With(item, rest.ToList(), node) : item)
            ),
            [string key, .. var rest] when root is TemplateMapping map => map.With(key, With(map[key]!, rest.ToList(), node)),
            _ => throw new InvalidOperationException("The place of the template is not in the file."),
        };

    private TemplateMapping Section(string name) => template[name] as TemplateMapping ?? [];

    private void Put(IdentityPool pool)
    {
        var origin = pool.Origin.Template ?? throw DefinitionErrors.Create(nameof(Messages.IntoNeedsImport), pool, pool);
        if (origin.IsEvaluated)
        {
            throw DefinitionErrors.Create(nameof(Messages.IntoEvaluated), pool, pool);
        }

        if (origin.Baseline.LogicalId != pool.LogicalId)
        {
            throw DefinitionErrors.Create(nameof(Messages.IntoPoolMissing), pool, origin.Baseline.LogicalId, file, string.Join(", ", PoolsIn(template)));
        }

        Completeness.CheckWritten(pool);
        var merge = TemplateMerge.Of(pool, origin, options);
        var gone = new List<string>();
        foreach (var id in origin.Resources.Select(entry => entry.Key).Union(merge.Resources.Keys, StringComparer.Ordinal))
        {
            PutResource(pool, id, origin.Resources[id], merge.Resources.GetValueOrDefault(id), merge.Resources, gone);
        }

        TakeOut(pool, gone);
        AddParameters(pool);
    }

    private void PutResource(
        IdentityPool pool,
        string id,
        TemplateNode? original,
        TemplateMapping? merged,
        IReadOnlyDictionary<string, TemplateMapping> own,
        List<string> gone
    )
    {
        // Another secret is not seen in what is written, as its parameter stands there.
        var isSecretNew = id == pool.LogicalId && !Equals(SecretOf(pool), SecretOf(pool.Origin.Template!.Baseline));
        if ((Equals(original, merged) && !isSecretNew) || original is not (null or TemplateMapping))
        {
            return;
        }

        var resources = Section(Resources);
        var written = resources[id];
        if (original is null && written is not null && !written.Equals(merged))
        {
            throw DefinitionErrors.Create(nameof(Messages.IntoTaken), pool, pool, id, file);
        }

        // A secret that stands in the file does not stand in what was remembered of it.
        var known = written is null ? null : OriginImporter.WithoutSecret(written, new(pool));
        if (original is not null && !Equals(known, original) && !Equals(written, merged))
        {
            throw DefinitionErrors.Create(nameof(Messages.IntoConflict), pool, pool, id, file);
        }

        if (
            original is TemplateMapping policy
            && TypeOf(policy) == ResourceTypes.ManagedPolicy
            && Naming(id).FirstOrDefault(name => pool.Origin.Template!.Resources[name] is null) is { } other
        )
        {
            throw DefinitionErrors.Create(nameof(Messages.RevokedFromShared), pool, pool, pool.LogicalId, other, id);
        }

        if (merged is null)
        {
            gone.Add(id);
        }
        else if (written is not null)
        {
            changed.Add(id);
            template = template.With(Resources, resources.With(id, isSecretNew ? merged : Restored(merged, known!, written)));
        }
        else
        {
            changed.Add(id);
            var last = resources.Select((entry, index) => (entry.Key, index)).Last(entry => own.ContainsKey(entry.Key)).index;
            var entries = resources.ToList();
            entries.Insert(last + 1, KeyValuePair.Create(id, (TemplateNode)merged));
            template = template.With(Resources, new TemplateMapping(entries));
        }
    }

    private static ProviderSecret? SecretOf(IdentityPool pool) =>
        pool.LoginProviders.FirstOrDefault(provider => provider.Provider == LoginProviderName.Twitter)?.Secret;

    /// <summary>What is written, with what stands in the file where nothing was changed: a secret is not remembered, and stays where it is.</summary>
    private static TemplateNode Restored(TemplateNode merged, TemplateNode known, TemplateNode written) =>
        (merged, known, written) switch
        {
            _ when merged.Equals(known) => written,
            (TemplateMapping now, TemplateMapping before, TemplateMapping file) => new TemplateMapping(
                now.Select(entry =>
                    before[entry.Key] is { } was && file[entry.Key] is { } there ? KeyValuePair.Create(entry.Key, Restored(entry.Value, was, there)) : entry
                )
            ),
            _ => merged,
        };

    /// <summary>Takes resources out with the outputs that speak of them. What holds people or may be of use to others stays.</summary>
    private void TakeOut(IdentityPool pool, List<string> gone)
    {
        gone.RemoveAll(id => Section(Resources)[id] is null || Stays(pool, id, gone));
        if (gone.Count == 0)
        {
            return;
        }

        var parts = Section(Resources).Where(entry => gone.Contains(entry.Key)).Select(entry => $"{entry.Key} ({TypeOf(entry.Value)})").ToList();
        template = template.With(Resources, new TemplateMapping(Section(Resources).Where(entry => !gone.Contains(entry.Key))));
        var outputs = Section(Outputs).ToLookup(output => Speaks(output.Value, gone));
        template = template.With(Outputs, outputs[false].Any() ? new TemplateMapping(outputs[false]) : null);
        foreach (var id in gone)
        {
            if (Naming(id).ToList() is { Count: > 0 } others)
            {
                throw DefinitionErrors.Create(nameof(Messages.IntoStillNeeded), pool, pool, id, string.Join(", ", others));
            }
        }

        parts.AddRange(outputs[true].Select(output => $"Outputs.{output.Key}"));
        options.LeftOut(MessageText.Format(nameof(Messages.IntoRemoved), pool, string.Join(", ", parts)));
    }

    private static string TypeOf(TemplateNode? resource) => ((resource as TemplateMapping)?["Type"] as TemplateScalar)?.Text ?? "";

    private bool Stays(IdentityPool pool, string id, List<string> gone)
    {
        var type = TypeOf(Section(Resources)[id]);
        if (
            type is not (ResourceTypes.UserPool or ResourceTypes.OpenIdConnectProvider or ResourceTypes.SamlProvider)
            && (type != ResourceTypes.UserPoolClient || !Naming(id).Any(name => !gone.Contains(name)))
        )
        {
            return false;
        }

        options.LeftOut(MessageText.Format(nameof(Messages.IntoKept), id, type, pool));
        return true;
    }

    /// <summary>The resources that name another one.</summary>
    private IEnumerable<string> Naming(string id) => Section(Resources).Where(entry => entry.Key != id && Speaks(entry.Value, [id])).Select(entry => entry.Key);

    private static bool Speaks(TemplateNode entry, List<string> ids) =>
        References.In(Intrinsic.Uniform(entry)).Exists(reference => ids.Contains(reference.Name))
        || Nodes.Items((entry as TemplateMapping)?["DependsOn"]).Any(item => item is TemplateScalar { Text: var name } && ids.Contains(name));

    /// <summary>Names that new parts speak of and that the template does not have become parameters.</summary>
    private void AddParameters(IdentityPool pool)
    {
        var parameters = Section(Parameters);
        var made = PoolSections.Write(pool, options).Parameters;
        foreach (
            var reference in changed
                .SelectMany(id => References.In(Intrinsic.Uniform(Section(Resources)[id]!)))
                .Where(reference => !reference.IsPseudo && Section(Resources)[reference.Name] is null && parameters[reference.Name] is null)
                .Distinct()
                .ToList()
        )
        {
            if (reference.Attribute is not null)
            {
                throw DefinitionErrors.Create(nameof(Messages.AttributeOfUnknownResource), reference.Name, reference.Name, reference.Attribute);
            }

            if (reference.Name == (SecretOf(pool)?.ParameterName ?? PoolNames.DefaultTwitterSecret(pool.LogicalId)))
            {
                options.LeftOut(MessageText.Format(nameof(Messages.IntoSecret), reference.Name, file));
            }

            parameters = parameters.With(
                reference.Name,
                made.TryGetValue(reference.Name, out var parameter) ? parameter : TemplateMapping.Single("Type", "String")
            );
        }

        if (parameters.Count == Section(Parameters).Count)
        {
            return;
        }

        template = template[Parameters] is not null
            ? template.With(Parameters, parameters)
            : new(template.SelectMany(entry => entry.Key == Resources ? new[] { KeyValuePair.Create(Parameters, (TemplateNode)parameters), entry } : [entry]));
    }
}
