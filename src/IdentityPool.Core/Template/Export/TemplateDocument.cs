using System.Text;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>One template of several pools.</summary>
internal static class TemplateDocument
{
    private const string FormatVersion = "2010-09-09";

    /// <summary>What the pools put into a template, names that nobody defines turned into parameters.</summary>
    /// <exception cref="DefinitionException">Two parts share a logical id, or an attribute of an unknown resource is used.</exception>
    public static TemplateSections Combine(IEnumerable<TemplateSections> pools, TemplateOptions options)
    {
        var sections = new TemplateSections();
        foreach (var pool in pools)
        {
            sections.Include(pool);
        }

        if (!options.IsFragment)
        {
            AddParameters(sections, options.Parameters);
        }

        return sections;
    }

    public static TemplateMapping Compose(TemplateSections sections, TemplateOptions options) =>
        options.IsFragment
            ? TemplateMapping.Single("Resources", Section(sections.Resources))
            : new()
            {
                { "AWSTemplateFormatVersion", FormatVersion },
                { "Description", options.Description },
                { "Parameters", sections.Parameters.Count == 0 ? null : Section(sections.Parameters) },
                { "Resources", Section(sections.Resources) },
                { "Outputs", sections.Outputs.Count == 0 ? null : Section(sections.Outputs) },
            };

    private static TemplateMapping Section(Dictionary<string, TemplateMapping> entries) =>
        new(entries.Select(entry => KeyValuePair.Create(entry.Key, (TemplateNode)entry.Value)));

    private static void AddParameters(TemplateSections sections, IReadOnlyList<TemplateParameter> declared)
    {
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var reference in sections.Resources.Values.Concat(sections.Outputs.Values).SelectMany(References.In))
        {
            if (reference.IsPseudo || sections.Resources.ContainsKey(reference.Name))
            {
                continue;
            }

            if (reference.Attribute is not null)
            {
                throw DefinitionErrors.Create(nameof(Messages.AttributeOfUnknownResource), reference.Name, reference.Name, reference.Attribute);
            }

            if (!sections.Parameters.ContainsKey(reference.Name))
            {
                missing.Add(reference.Name);
            }
        }

        foreach (var name in missing)
        {
            sections.Parameters.Add(name, TemplateMapping.Single("Type", "String"));
        }

        foreach (var parameter in declared.Where(parameter => sections.Parameters.ContainsKey(parameter.Name)))
        {
            sections.Parameters[parameter.Name] = parameter.MergeInto(sections.Parameters[parameter.Name]);
        }
    }
}

/// <summary>How a template is made.</summary>
internal sealed record TemplateOptions
{
    private readonly string? description;

    /// <summary>The description of the template.</summary>
    /// <exception cref="DefinitionException">CloudFormation allows no such description.</exception>
    public string? Description
    {
        get => description;
        init => description = value is null ? null : CheckDescription(value);
    }

    /// <summary>The region that the template is for; null: any region of the commercial partition.</summary>
    public string? Region { get; init; }

    /// <summary>What is said of parameters that the definitions refer to.</summary>
    public IReadOnlyList<TemplateParameter> Parameters { get; init; } = [];

    /// <summary>Whether only the resources are wanted, to be merged into a larger template.</summary>
    public bool IsFragment { get; init; }

    private static string CheckDescription(string text)
    {
        var length = Encoding.UTF8.GetByteCount(WholeText.Check(text));
        return length <= Limits.TemplateDescriptionBytes
            ? text
            : throw DefinitionErrors.Create(nameof(Messages.DescriptionTooLong), text, length, Limits.TemplateDescriptionBytes);
    }
}
