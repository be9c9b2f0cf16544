using IdentityPools.Validation;

namespace IdentityPools.Template;

/// <summary>Reads the identity pools of a template: our own, the CDK's, or one written by hand.</summary>
internal static class TemplateImporter
{
    /// <param name="root">The tree of the template.</param>
    /// <param name="logicalIds">Which pools; empty for all.</param>
    /// <exception cref="DefinitionException">The tree is not a template, or has no such pool.</exception>
    public static ImportedTemplate Import(TemplateNode root, params IReadOnlyCollection<string> logicalIds)
    {
        var template = new TemplateSource(root);
        var sources = template.OfType(ResourceTypes.IdentityPool).ToList();
        var missing = logicalIds.FirstOrDefault(id => !sources.Exists(source => source.Id == id));
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

        var pools = new List<IdentityPool>();
        var faults = new List<DefinitionException>();
        foreach (var source in sources.Where(source => logicalIds.Count == 0 || logicalIds.Contains(source.Id)))
        {
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
