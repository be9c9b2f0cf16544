using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>Where a template keeps which findings of a pool are accepted: CloudFormation passes metadata by.</summary>
internal static class SuppressionMetadata
{
    private const string Key = "Suppressions";

    public static TemplateMapping? Write(IdentityPool pool) =>
        pool.Suppressions.Count == 0
            ? null
            : TemplateMapping.Single(RoleResources.MetadataKey, TemplateMapping.Single(Key, new TemplateSequence(pool.Suppressions.Select(Entry))));

    /// <summary>The pool with what its resource's metadata accept; what cannot be read is a warning.</summary>
    public static IdentityPool Read(ResourceSource resource, IdentityPool pool)
    {
        foreach (var entry in Nodes.Items((resource.Metadata?[RoleResources.MetadataKey] as TemplateMapping)?[Key]))
        {
            try
            {
                pool = pool.WithSuppression(
                    FindingSuppression.Create(Text(entry, nameof(FindingSuppression.RuleId)), Text(entry, nameof(FindingSuppression.Reason)), Target(entry))
                );
            }
            catch (DefinitionException exception)
            {
                resource.Template.Warn(nameof(Messages.ImportValue), resource.Id, Key, exception.Message);
            }
        }

        return pool;
    }

    private static TemplateMapping Entry(FindingSuppression suppression) =>
        new()
        {
            { nameof(FindingSuppression.RuleId), suppression.RuleId },
            { nameof(FindingSuppression.Reason), suppression.Reason },
            { nameof(FindingSuppression.Target), suppression.Target },
        };

    private static string Text(TemplateNode entry, string key) => ((entry as TemplateMapping)?[key] as TemplateScalar)?.Text ?? "";

    /// <summary>One that is written, but is empty or a function, is not all of them: it is about none.</summary>
    private static string? Target(TemplateNode entry) =>
        (entry as TemplateMapping)?[nameof(FindingSuppression.Target)] is null ? null : Text(entry, nameof(FindingSuppression.Target));
}
