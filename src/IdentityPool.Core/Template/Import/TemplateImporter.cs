using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>Reads the identity pools of a template: our own, the CDK's, or one written by hand.</summary>
internal static class TemplateImporter
{
    /// <param name="root">The tree of the template.</param>
    /// <param name="logicalIds">Which pools; all where none is named.</param>
    /// <param name="next">Called before each pool; what it throws ends the import.</param>
    /// <exception cref="DefinitionException">The tree is not a template, or has no such pool.</exception>
    public static ImportedTemplate Import(TemplateNode root, IReadOnlyCollection<string>? logicalIds = null, Action? next = null)
    {
        logicalIds ??= [];
        var template = new TemplateSource(root);
        template.CheckMacros();
        var sources = template.OfType(ResourceTypes.IdentityPool).ToList();
        var missing = logicalIds.FirstOrDefault(id => template.Find(id, ResourceTypes.IdentityPool) is null);
        if (missing is not null)
        {
            throw Fault.Of(
                nameof(Messages.UnknownLogicalId),
                missing,
                missing,
                string.Join(", ", sources.Select(source => source.Id).DefaultIfEmpty(Messages.NoProviders))
            );
        }

        if (sources.Count == 0)
        {
            throw Fault.Of(nameof(Messages.NoIdentityPool), null);
        }

        var wanted = logicalIds.ToHashSet(StringComparer.Ordinal);
        var pools = new List<IdentityPool>();
        var faults = new List<DefinitionException>();
        foreach (var source in sources.Where(source => wanted.Count == 0 || wanted.Contains(source.Id)))
        {
            next?.Invoke();
            try
            {
                var pool = new PoolImporter(source).Import();
                foreach (var doubt in ImportDoubts.Of(pool))
                {
                    template.Warn(nameof(Messages.ImportDoubt), source.Id, doubt);
                }

                pools.Add(pool);
            }
            catch (DefinitionException fault)
            {
                faults.Add(Fault.Named(fault.ErrorId, nameof(Messages.ImportFault), source.Id, source.Id, fault.Message));
            }
        }

        template.WarnOfReferences();
        return new(pools.ToValueList(), template.Warnings.ToValueList(), faults.ToValueList());
    }
}
