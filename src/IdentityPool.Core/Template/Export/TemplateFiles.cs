using IdentityPools.Ports;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>The text of templates, as many as CloudFormation's limits ask for.</summary>
/// <remarks>https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html</remarks>
internal static class TemplateFiles
{
    /// <summary>All pools in one template.</summary>
    /// <exception cref="DefinitionException">A limit of CloudFormation is exceeded, or the pools do not go together.</exception>
    public static ReadOnlyMemory<byte> Single(IReadOnlyList<IdentityPool> pools, TemplateOptions options, ITemplateText text)
    {
        var sections = TemplateDocument.Combine(pools.Select(pool => PoolSections.Create(pool, options)), options);
        CheckUsed(options, sections.Parameters.Keys);
        var result = text.Write(TemplateDocument.Compose(sections, options));
        return Excess(sections, result) is { } excess
            ? throw (
                pools is [var only]
                    ? DefinitionErrors.Create(nameof(Messages.PoolTooLarge), only, only, excess)
                    : DefinitionErrors.Create(nameof(Messages.TemplateTooLarge), pools.Count, pools.Count, excess)
            )
            : result;
    }

    /// <summary>
    /// The pools in order, as many in each template as it takes. Which template a pool is in depends only on the pools before it, so that adding one at
    /// the end moves none.
    /// </summary>
    /// <param name="pools">The pools.</param>
    /// <param name="options">What the templates are for.</param>
    /// <param name="text">Writes them.</param>
    /// <param name="written">Told after each template how many pools are written.</param>
    /// <exception cref="DefinitionException">One pool alone exceeds a limit, or two templates would create the same thing.</exception>
    public static List<ReadOnlyMemory<byte>> Split(IReadOnlyList<IdentityPool> pools, TemplateOptions options, ITemplateText text, Action<int>? written = null)
    {
        var result = new List<ReadOnlyMemory<byte>>();
        var used = new HashSet<string>(StringComparer.Ordinal);
        var shared = new SharedResources();
        // Made when they are needed and let go with their template, so that memory holds one template's worth of parts.
        var waiting = new Queue<TemplateSections>();
        var next = 0;
        while (next < pools.Count || waiting.Count > 0)
        {
            while (next < pools.Count && Fits(waiting))
            {
                waiting.Enqueue(PoolSections.Create(pools[next++], options));
            }

            var first = pools[next - waiting.Count];
            var (count, template) = Largest([.. waiting], first, options, text);
            for (var index = 0; index < count; index++)
            {
                var part = waiting.Dequeue();
                shared.Claim(part, result.Count);
                if (options.Parameters.Count > 0)
                {
                    used.UnionWith(TemplateDocument.Combine([part], options).Parameters.Keys);
                }
            }

            result.Add(template);
            written?.Invoke(next - waiting.Count);
        }

        CheckUsed(options, used);
        return result;
    }

    /// <summary>Each pool in a template of its own.</summary>
    /// <param name="pools">The pools.</param>
    /// <param name="options">What the templates are for.</param>
    /// <param name="text">Writes them.</param>
    /// <param name="written">Told after each template how many pools are written.</param>
    /// <exception cref="DefinitionException">One pool alone exceeds a limit, or two templates would create the same thing.</exception>
    public static List<ReadOnlyMemory<byte>> PerPool(
        IReadOnlyList<IdentityPool> pools,
        TemplateOptions options,
        ITemplateText text,
        Action<int>? written = null
    )
    {
        var result = new List<ReadOnlyMemory<byte>>();
        var used = new HashSet<string>(StringComparer.Ordinal);
        var shared = new SharedResources();
        foreach (var pool in pools)
        {
            var part = PoolSections.Create(pool, options);
            shared.Claim(part, result.Count);
            var sections = TemplateDocument.Combine([part], options);
            used.UnionWith(sections.Parameters.Keys);
            var template = text.Write(TemplateDocument.Compose(sections, options));
            if (Excess(sections, template) is { } excess)
            {
                throw DefinitionErrors.Create(nameof(Messages.PoolTooLarge), pool, pool, excess);
            }

            result.Add(template);
            written?.Invoke(result.Count);
        }

        CheckUsed(options, used);
        return result;
    }

    /// <summary>The most of the first parts that fit into one template, and its text.</summary>
    private static (int Count, ReadOnlyMemory<byte> Text) Largest(TemplateSections[] parts, IdentityPool first, TemplateOptions options, ITemplateText text)
    {
        var (fits, tooMany) = (0, parts.Length + 1);
        ReadOnlyMemory<byte> best = default;
        var excess = "";
        for (var count = CountFitting(parts); count > fits; count = fits + ((tooMany - fits) / 2))
        {
            var sections = TemplateDocument.Combine(parts.Take(count), options);
            var template = text.Write(TemplateDocument.Compose(sections, options));
            if (Excess(sections, template) is { } reason)
            {
                (tooMany, excess) = (count, reason);
            }
            else if (count == CountFitting(parts))
            {
                // Counting alone decided, as it nearly always does.
                return (count, template);
            }
            else
            {
                (fits, best) = (count, template);
            }
        }

        return fits > 0 ? (fits, best) : throw DefinitionErrors.Create(nameof(Messages.PoolTooLarge), first, first, excess);
    }

    private static void CheckUsed(TemplateOptions options, ICollection<string> used)
    {
        if (options.Parameters.FirstOrDefault(parameter => !used.Contains(parameter.Name)) is { } unused)
        {
            throw DefinitionErrors.Create(
                nameof(Messages.ParameterUnused),
                unused.Name,
                unused.Name,
                string.Join(", ", used.Order(StringComparer.Ordinal).DefaultIfEmpty(Messages.None))
            );
        }
    }

    private static bool Fits(Queue<TemplateSections> parts) => parts.Count == 0 || CountFitting(parts) == parts.Count;

    /// <summary>How many of the first parts fit by number of resources, outputs and parameters; at least one.</summary>
    private static int CountFitting(IEnumerable<TemplateSections> parts)
    {
        var (resources, outputs, parameters) = (0, 0, 0);
        var count = 0;
        foreach (var part in parts)
        {
            resources += part.Resources.Count;
            outputs += part.Outputs.Count;
            parameters += part.Parameters.Count;
            if (resources > Limits.Resources || outputs > Limits.Outputs || parameters > Limits.Parameters)
            {
                break;
            }

            count++;
        }

        return Math.Max(count, 1);
    }

    private static string? Excess(TemplateSections sections, ReadOnlyMemory<byte> text) =>
        sections.Resources.Count > Limits.Resources ? MessageText.Format(nameof(Messages.ExcessResources), sections.Resources.Count, Limits.Resources)
        : sections.Outputs.Count > Limits.Outputs ? MessageText.Format(nameof(Messages.ExcessOutputs), sections.Outputs.Count, Limits.Outputs)
        : sections.Parameters.Count > Limits.Parameters ? MessageText.Format(nameof(Messages.ExcessParameters), sections.Parameters.Count, Limits.Parameters)
        : text.Length > Limits.TemplateBytes ? MessageText.Format(nameof(Messages.ExcessBytes), text.Length, Limits.TemplateBytes)
        : null;
}
