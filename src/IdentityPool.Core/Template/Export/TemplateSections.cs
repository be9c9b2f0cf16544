using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>What pools put into a template, by section, each entry under its logical id.</summary>
internal sealed class TemplateSections
{
    public Dictionary<string, TemplateMapping> Parameters { get; } = new(StringComparer.Ordinal);

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

        AddResource(
            id,
            new()
            {
                { "Type", type },
                { "Metadata", metadata },
                { "DeletionPolicy", deletionPolicy?.ToString() },
                { "UpdateReplacePolicy", deletionPolicy?.ToString() },
                { "Properties", properties.Count == 0 ? null : properties },
            }
        );
    }

    public void AddOutput(string id, TemplateNode value) => Add(Outputs, id, new() { { "Value", value } });

    public void Include(TemplateSections other)
    {
        Include(Parameters, other.Parameters);
        foreach (var (id, resource) in other.Resources)
        {
            AddResource(id, resource);
        }

        Include(Outputs, other.Outputs);
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
