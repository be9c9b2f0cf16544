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
            LeaveOut(sections, options.LeftOut);
            AddParameters(sections, options.Parameters);
        }

        return sections;
    }

    public static TemplateMapping Compose(TemplateSections sections, TemplateOptions options) =>
        options.IsFragment
            ? TemplateMapping.Single("Resources", Section(sections.Resources) ?? [])
            : new()
            {
                { "AWSTemplateFormatVersion", FormatVersion },
                { "Description", options.Description },
                { "Transform", sections.Transform },
                { "Parameters", Section(sections.Parameters) },
                { "Rules", Section(sections.Rules) },
                { "Mappings", Section(sections.Mappings) },
                { "Conditions", Section(sections.Conditions) },
                { "Resources", Section(sections.Resources) },
                { "Outputs", Section(sections.Outputs) },
            };

    private static TemplateMapping? Section(Dictionary<string, TemplateMapping> entries) =>
        entries.Count == 0 ? null : new(entries.Select(entry => KeyValuePair.Create(entry.Key, (TemplateNode)entry.Value)));

    /// <summary>Outputs and dependencies that name what is no part of the pools, which a template of their own cannot say.</summary>
    private static void LeaveOut(TemplateSections sections, Action<string> say)
    {
        foreach (var (id, resource) in sections.Resources.ToList())
        {
            sections.Resources[id] = TemplateMerge.WithoutDependencies(resource, name => IsLeftOut(name, id));
        }

        foreach (var (id, output) in sections.Outputs.ToList())
        {
            if (
                References.In(Intrinsic.Uniform(output)).Where(known => known.Attribute is not null).FirstOrDefault(known => !IsKnown(known.Name)) is
                { Name: { } name }
            )
            {
                say(MessageText.Format(nameof(Messages.ExportLeftOut), $"Outputs.{id}", name));
                sections.Outputs.Remove(id);
            }
        }

        bool IsKnown(string name) => sections.Resources.ContainsKey(name);

        bool IsLeftOut(string name, string id)
        {
            if (IsKnown(name))
            {
                return false;
            }

            say(MessageText.Format(nameof(Messages.ExportLeftOut), $"{id}.DependsOn", name));
            return true;
        }
    }

    private static void AddParameters(TemplateSections sections, IReadOnlyList<TemplateParameter> declared)
    {
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var reference in sections.Resources.Values.Concat(sections.Outputs.Values).SelectMany(entry => References.In(Intrinsic.Uniform(entry))))
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

    /// <summary>Told of what an imported template says besides that a template of the pools alone cannot; the same may be said several times.</summary>
    public Action<string> LeftOut { get; init; } = _ => { };

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
