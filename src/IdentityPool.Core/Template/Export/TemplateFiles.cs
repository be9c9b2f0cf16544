using IdentityPools.Ports;
using IdentityPools.Validation;

namespace IdentityPools.Template;

/// <summary>The text of templates, as many as CloudFormation's limits ask for.</summary>
/// <remarks>https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html</remarks>
internal static class TemplateFiles
{
    public const int MaximumResources = 500;
    public const int MaximumOutputs = 200;
    public const int MaximumParameters = 200;
    public const int MaximumBytes = 1_000_000;

    /// <summary>All pools in one template.</summary>
    /// <exception cref="DefinitionException">A limit of CloudFormation is exceeded, or the pools do not go together.</exception>
    public static string Single(IReadOnlyList<IdentityPool> pools, TemplateOptions options, ITemplateText text)
    {
        var sections = TemplateDocument.Combine(pools.Select(pool => PoolSections.Of(pool, options)), options);
        var result = Text(sections, options, text);
        return Excess(sections, result) is { } excess ? throw Fault.Of(nameof(Messages.TemplateTooLarge), pools.Count, pools.Count, excess) : result;
    }

    /// <summary>
    /// The pools in order, as many in each template as it takes. Which template a pool is in depends only on the pools before it, so that adding one at
    /// the end moves none.
    /// </summary>
    /// <exception cref="DefinitionException">One pool alone exceeds a limit, or two templates would create the same thing.</exception>
    public static List<string> Split(IReadOnlyList<IdentityPool> pools, TemplateOptions options, ITemplateText text)
    {
        var parts = pools.Select(pool => PoolSections.Of(pool, options)).ToList();
        var owners = new SharedResources(parts);
        var result = new List<string>();
        for (var start = 0; start < parts.Count; )
        {
            var (count, template) = Largest(parts, start, options, text);
            if (count == 0)
            {
                throw Fault.Of(nameof(Messages.PoolTooLarge), pools[start], pools[start], template);
            }

            owners.Claim(start, count, result.Count);
            result.Add(template);
            start += count;
        }

        return result;
    }

    /// <summary>The most pools from <paramref name="start"/> on that fit into one template, and its text; 0 and the reason when not even one does.</summary>
    private static (int Count, string Text) Largest(List<TemplateSections> parts, int start, TemplateOptions options, ITemplateText text)
    {
        var count = CountFitting(parts, start);
        var reason = "";
        // Counting is cheap and nearly always decides; text is measured only for what is left, halving until it fits and then growing again.
        var (fits, tooMany) = (0, count + 1);
        var best = "";
        while (count > fits)
        {
            var sections = TemplateDocument.Combine(parts.GetRange(start, count), options);
            var template = Text(sections, options, text);
            if (Excess(sections, template) is { } excess)
            {
                (tooMany, reason) = (count, excess);
            }
            else
            {
                (fits, best) = (count, template);
            }

            count = tooMany - fits > 1 ? fits + ((tooMany - fits) / 2) : fits;
        }

        return fits > 0 ? (fits, best) : (0, reason);
    }

    /// <summary>How many pools fit by number of resources, outputs and parameters; at least one.</summary>
    private static int CountFitting(List<TemplateSections> parts, int start)
    {
        var (resources, outputs, parameters) = (0, 0, 0);
        var count = 0;
        foreach (var part in parts.Skip(start))
        {
            resources += part.Resources.Count;
            outputs += part.Outputs.Count;
            parameters += part.Parameters.Count;
            if (resources > MaximumResources || outputs > MaximumOutputs || parameters > MaximumParameters)
            {
                break;
            }

            count++;
        }

        return Math.Max(count, 1);
    }

    private static string Text(TemplateSections sections, TemplateOptions options, ITemplateText text)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        text.Write(TemplateDocument.Compose(sections, options), writer);
        return writer.ToString();
    }

    private static string? Excess(TemplateSections sections, string text)
    {
        var bytes = System.Text.Encoding.UTF8.GetByteCount(text);
        return sections.Resources.Count > MaximumResources ? Fault.Sentence(nameof(Messages.ExcessResources), sections.Resources.Count, MaximumResources)
            : sections.Outputs.Count > MaximumOutputs ? Fault.Sentence(nameof(Messages.ExcessOutputs), sections.Outputs.Count, MaximumOutputs)
            : sections.Parameters.Count > MaximumParameters ? Fault.Sentence(nameof(Messages.ExcessParameters), sections.Parameters.Count, MaximumParameters)
            : bytes > MaximumBytes ? Fault.Sentence(nameof(Messages.ExcessBytes), bytes, MaximumBytes)
            : null;
    }
}
