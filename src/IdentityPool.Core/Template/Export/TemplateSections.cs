using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>What pools put into a template, by section, each entry under its logical id.</summary>
internal sealed class TemplateSections
{
    /// <summary>The resources of the templates that pools were imported from, and whether each is as it was.</summary>
    private readonly Dictionary<string, bool> imported = new(StringComparer.Ordinal);

    public Dictionary<string, TemplateMapping> Parameters { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, TemplateMapping> Rules { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, TemplateMapping> Mappings { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, TemplateMapping> Conditions { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether the pool stays when its stack goes, and with it what it is of no use without. What other pools may share says so itself.</summary>
    public bool IsRetained { get; init; }

    /// <summary>The macros of an imported template; null for none.</summary>
    public TemplateNode? Transform { get; set; }

    public Dictionary<string, TemplateMapping> Resources { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, TemplateMapping> Outputs { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds an entry. The same definition may come from several pools; different ones may not share an id.</summary>
    public static void Add(Dictionary<string, TemplateMapping> section, string id, TemplateMapping entry)
    {
        if (!section.TryAdd(id, entry) && !section[id].Equals(entry))
        {
            throw DefinitionErrors.Create(nameof(Messages.DuplicateLogicalId), id, id, TypeOf(entry));
        }
    }

    public void AddResource(string id, string type, TemplateMapping properties, DeletionPolicy? deletionPolicy = null, TemplateMapping? metadata = null)
    {
        if (id.Length > Limits.LogicalIdLength)
        {
            throw DefinitionErrors.Create(nameof(Messages.LogicalIdTooLong), id, id, Limits.LogicalIdLength);
        }

        var policy = deletionPolicy ?? (IsRetained && !ResourceTypes.IsShared(type) ? DeletionPolicy.Retain : null);

        AddResource(
            id,
            new()
            {
                { "Type", type },
                { "Metadata", metadata },
                { "DeletionPolicy", policy?.ToString() },
                { "UpdateReplacePolicy", policy?.ToString() },
                { "Properties", properties.Count == 0 ? null : properties },
            }
        );
    }

    public void AddOutput(string id, TemplateNode value) => Add(Outputs, id, new() { { "Value", value } });

    /// <summary>Adds a resource of the template that the pool was imported from.</summary>
    /// <param name="id">The logical id.</param>
    /// <param name="resource">The resource.</param>
    /// <param name="isUnchanged">Whether it is as it was imported.</param>
    public void AddImported(string id, TemplateMapping resource, bool isUnchanged)
    {
        Resources.Add(id, resource);
        imported.Add(id, isUnchanged);
    }

    public void Include(TemplateSections other)
    {
        Include(Parameters, other.Parameters);
        Include(Rules, other.Rules);
        Include(Mappings, other.Mappings);
        Include(Conditions, other.Conditions);
        Transform ??= other.Transform;
        foreach (var (id, resource) in other.Resources)
        {
            if (other.imported.TryGetValue(id, out var isUnchanged))
            {
                IncludeImported(id, resource, isUnchanged);
            }
            else
            {
                AddResource(id, resource);
            }
        }

        Include(Outputs, other.Outputs);
    }

    /// <summary>Pools of one template may have roles and policies in common; where one of them changes such a thing, it is changed for all.</summary>
    private void IncludeImported(string id, TemplateMapping resource, bool isUnchanged)
    {
        if (!imported.TryGetValue(id, out var isKnownUnchanged) || ResourceTypes.IsOfOnePool(TypeOf(resource)))
        {
            AddResource(id, resource);
            imported[id] = isUnchanged;
        }
        else if (isKnownUnchanged && !isUnchanged)
        {
            Resources[id] = resource;
            imported[id] = false;
        }
        else if (isKnownUnchanged == isUnchanged)
        {
            Add(Resources, id, resource);
        }
    }

    /// <summary>Only what several pools can use may come from several; anything else of one id is two things, however much alike.</summary>
    private void AddResource(string id, TemplateMapping resource)
    {
        if (Resources.TryGetValue(id, out var known))
        {
            if (!ResourceTypes.IsShared(TypeOf(resource)))
            {
                throw DefinitionErrors.Create(nameof(Messages.DuplicateLogicalId), id, id, TypeOf(resource));
            }

            if (!known.Equals(resource) && ProviderAudiences.Union(known, resource) is { } both)
            {
                Resources[id] = both;
                return;
            }
        }

        Add(Resources, id, resource);
    }

    private static void Include(Dictionary<string, TemplateMapping> section, Dictionary<string, TemplateMapping> other)
    {
        foreach (var (id, entry) in other)
        {
            Add(section, id, entry);
        }
    }

    private static string TypeOf(TemplateMapping entry) => (entry["Type"] as TemplateScalar)?.Text ?? "output";
}
