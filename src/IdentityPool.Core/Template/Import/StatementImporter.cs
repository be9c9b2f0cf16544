using IdentityPools.Model;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>
/// Reads the statements of policy documents. What a role may do is neither guessed nor left out: a statement that cannot be told is a fault, because
/// leaving out one that denies gives more access, and so does taking for granted one that may not be there.
/// </summary>
internal static class StatementImporter
{
    private static readonly HashSet<string> DocumentElements = ["Version", "Id", "Statement"];
    private static readonly HashSet<string> Elements = ["Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Condition"];

    /// <summary>The statements of a template's document.</summary>
    /// <param name="resource">The resource in which the document stands.</param>
    /// <param name="document">The document, as a tree or as JSON text.</param>
    /// <param name="place">Where in the resource it stands.</param>
    /// <param name="principals">The principals of identity pools of which one is the role's.</param>
    /// <exception cref="DefinitionException">The document is not a policy, or what it says cannot be told.</exception>
    public static List<PolicyStatement> Statements(ResourceSource resource, TemplateNode? document, string place, IReadOnlyCollection<string> principals)
    {
        var path = $"{resource.Id}.{place}";
        var policy = ResourceSource.Document(document);
        if (policy is not null)
        {
            policy =
                PartitionNames.Neutral(policy, principals)
                ?? throw DefinitionErrors.Create(nameof(Messages.ImportPartitionKey), path, path, string.Join(", ", principals), policy);
        }

        var statements = Statements(policy, path);
        resource.Template.NoteReferences(policy!, path);
        foreach (
            var sid in Nodes
                .Items(((TemplateMapping)policy!)["Statement"])
                .Select(statement => (statement as TemplateMapping)?["Sid"])
                .OfType<TemplateMapping>()
        )
        {
            if (!Intrinsic.IsNoValue(sid))
            {
                resource.Template.Warn(nameof(Messages.ImportShape), path, "Sid", sid);
            }
        }

        CheckVariables(((TemplateMapping)policy!)["Version"], statements, path);
        return statements;
    }

    /// <summary>The statements of a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="place">What to call it.</param>
    /// <exception cref="DefinitionException">The document is not one of permissions, or what it says cannot be told.</exception>
    public static List<PolicyStatement> Statements(TemplateNode? document, string place)
    {
        if (document is not null && Intrinsic.IsCall(document))
        {
            throw NotKnown(place, document);
        }

        if (document is not TemplateMapping policy || policy["Statement"] is not { } statements)
        {
            throw DefinitionErrors.Create(nameof(Messages.ImportPolicy), place, place, document);
        }

        CheckElements(policy, DocumentElements, place);
        return statements is TemplateSequence sequence
            ?
            [
                .. sequence
                    .Select((node, index) => (Node: node, Index: index))
                    .Where(item => !Intrinsic.IsNoValue(item.Node))
                    .Select(item => Statement(item.Node, $"{place}.Statement[{item.Index}]")),
            ]
            : [Statement(statements, $"{place}.Statement")];
    }

    private static PolicyStatement Statement(TemplateNode node, string place)
    {
        if (node is not TemplateMapping written)
        {
            throw DefinitionErrors.Create(nameof(Messages.ImportPolicy), place, place, node);
        }

        if (Intrinsic.IsCall(written))
        {
            throw NotKnown(place, written);
        }

        CheckElements(written, Elements, place);
        return PolicyStatement.Create(
            new()
            {
                Effect = Effect(written, place),
                Actions = Values(written, "Action", place),
                NotActions = Values(written, "NotAction", place),
                Resources = Values(written, "Resource", place),
                NotResources = Values(written, "NotResource", place),
                Condition = Condition(written, place),
                Sid = (written["Sid"] as TemplateScalar)?.Text is { Length: > 0 } sid ? sid : null,
            }
        );
    }

    private static PolicyEffect Effect(TemplateMapping statement, string place) =>
        statement["Effect"] switch
        {
            TemplateScalar { Text: nameof(PolicyEffect.Allow) } => PolicyEffect.Allow,
            TemplateScalar { Text: nameof(PolicyEffect.Deny) } => PolicyEffect.Deny,
            { } function when Intrinsic.IsCall(function) => throw NotKnown(place + ".Effect", function),
            var other => throw DefinitionErrors.Create(nameof(Messages.ImportEffect), place, place + ".Effect", other ?? statement),
        };

    private static ValueList<TemplateValue> Values(TemplateMapping statement, string element, string place) =>
        Nodes
            .Items(statement[element])
            .Select(value => TemplateValue.IsValue(value) ? TemplateValue.FromNode(value) : throw NotKnown($"{place}.{element}", value))
            .ToValueList();

    private static TemplateMapping? Condition(TemplateMapping statement, string place) =>
        statement["Condition"] switch
        {
            null => null,
            var condition when Intrinsic.IsNoValue(condition) => null,
            TemplateMapping condition when !Intrinsic.IsCall(condition) && !condition.Any(block => Intrinsic.IsCall(block.Value)) => condition,
            var other => throw NotKnown(place + ".Condition", other),
        };

    private static void CheckElements(TemplateMapping part, HashSet<string> known, string place)
    {
        if (part.FirstOrDefault(entry => !known.Contains(entry.Key)) is { Key: { } unknown })
        {
            throw DefinitionErrors.Create(nameof(Messages.ImportPolicyElement), place, place, unknown, string.Join(", ", known));
        }
    }

    /// <summary>Refuses variables of a version that has none: the definition is written in one that has them, where they would allow more.</summary>
    private static void CheckVariables(TemplateNode? version, List<PolicyStatement> statements, string place)
    {
        if (version is not TemplateScalar { Text: PolicyDocument.Version } && statements.Exists(statement => HasVariable(statement.ToNode())))
        {
            throw DefinitionErrors.Create(
                nameof(Messages.ImportPolicyVersion),
                place,
                place,
                version?.ToString() ?? Messages.NoVersion,
                PolicyDocument.Version
            );
        }
    }

    private static bool HasVariable(TemplateNode node) =>
        node switch
        {
            TemplateScalar { Text: var text } => text.Contains("${", StringComparison.Ordinal),
            TemplateSequence sequence => sequence.Any(HasVariable),
            _ when Intrinsic.Argument(node, Intrinsic.Sub) is not null => TextParts.Split(node).OfType<TemplateScalar>().Any(HasVariable),
            TemplateMapping mapping => mapping.Any(entry => HasVariable(entry.Value)),
            _ => false,
        };

    private static DefinitionException NotKnown(string place, TemplateNode value) =>
        DefinitionErrors.Create(nameof(Messages.ImportUntold), place, place, value);
}
