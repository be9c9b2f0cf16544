using IdentityPools.Validation;

namespace IdentityPools.Template;

/// <summary>Reads the statements of policy documents.</summary>
internal static class StatementImporter
{
    private static readonly HashSet<string> Known = ["Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Condition"];

    /// <summary>One thing or a list of things as a list, as policy documents mix them.</summary>
    public static IEnumerable<TemplateNode> List(TemplateNode? node) =>
        node switch
        {
            null => [],
            TemplateSequence sequence => sequence.Where(item => Intrinsic.RefName(item) != "AWS::NoValue"),
            _ => [node],
        };

    /// <summary>The statements of a document; what cannot be read is a fault, since permissions must not change silently.</summary>
    /// <exception cref="DefinitionException">The document is not a policy, or uses functions that cannot be carried.</exception>
    public static List<PolicyStatement> Statements(ResourceSource resource, TemplateNode? document, ResourceSource pool)
    {
        var root = document is TemplateScalar { Text: var json } ? ResourceSource.Json(json) : document;
        if (root is not TemplateMapping policy || policy["Statement"] is not { } statements)
        {
            throw Fault.Of(nameof(Messages.ImportPolicy), resource.Id, resource.Id, document);
        }

        var place = $"{resource.Id}.PolicyDocument";
        return List(statements)
            .Select(node =>
                node is TemplateMapping statement
                    ? Statement(resource, statement, pool, place)
                    : throw Fault.Of(nameof(Messages.ImportPolicy), resource.Id, resource.Id, node)
            )
            .ToList();
    }

    private static PolicyStatement Statement(ResourceSource resource, TemplateMapping statement, ResourceSource pool, string place)
    {
        foreach (var (name, _) in statement.Where(entry => !Known.Contains(entry.Key)))
        {
            pool.Template.Warn(nameof(Messages.ImportProperty), name, resource.Id, "PolicyDocument");
        }

        var neutral = (TemplateMapping)PartitionNames.Neutral(statement);
        pool.Template.NoteReferences(neutral, place);
        return Read(neutral);
    }

    /// <summary>The statements of a document that AWS keeps.</summary>
    /// <exception cref="DefinitionException">The document is not one of permissions.</exception>
    public static List<PolicyStatement> Statements(TemplateNode document, string role) =>
        document is TemplateMapping policy && policy["Statement"] is { } statements
            ? List(statements).OfType<TemplateMapping>().Select(statement => Read((TemplateMapping)PartitionNames.Neutral(statement))).ToList()
            : throw Fault.Of(nameof(Messages.ImportPolicy), role, role, document);

    private static PolicyStatement Read(TemplateMapping neutral) =>
        PolicyStatement.Create(
            new()
            {
                Effect = (neutral["Effect"] as TemplateScalar)?.Text == nameof(PolicyEffect.Deny) ? PolicyEffect.Deny : PolicyEffect.Allow,
                Actions = Values(neutral["Action"]),
                NotActions = Values(neutral["NotAction"]),
                Resources = Values(neutral["Resource"]),
                NotResources = Values(neutral["NotResource"]),
                Condition = neutral["Condition"] as TemplateMapping,
                Sid = (neutral["Sid"] as TemplateScalar)?.Text is { Length: > 0 } sid ? sid : null,
            }
        );

    private static ValueList<TemplateValue> Values(TemplateNode? node) => List(node).Select(TemplateValue.FromNode).ToValueList();
}
