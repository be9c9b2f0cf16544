using IdentityPools.Template;

namespace IdentityPools.Policies;

/// <summary>
/// Reads policy documents as they are found: in templates with functions in them, or in IAM. Where <see cref="PolicyReader"/> refuses as IAM does, this one
/// reads what can be read.
/// </summary>
/// <param name="text">How the text of a part is told.</param>
internal sealed class DocumentReader(DocumentText text)
{
    private static readonly JsonTemplateText Json = new();

    /// <summary>The document; null when it is none.</summary>
    public ParsedPolicy? Read(TemplateNode? document) =>
        Unwrapped(document) is TemplateMapping policy && policy["Statement"] is { } statements && !StatementImporter.List(statements).Any(IsNoStatement)
            ? new(
                policy["Version"] is { } version ? text.Of(version) : null,
                [.. StatementImporter.List(statements).OfType<TemplateMapping>().Select(Statement)]
            )
            : null;

    /// <summary>Whether IAM would refuse the document for this statement; what a function gives, nobody knows yet.</summary>
    private static bool IsNoStatement(TemplateNode node) =>
        node is not TemplateMapping statement
        || (!Intrinsic.IsCall(statement) && statement["Effect"] is null or TemplateScalar { Text: not ("Allow" or "Deny") });

    /// <summary>A document may stand as text in a template, and as part of a URL where IAM's answer was kept as it came.</summary>
    private static TemplateNode? Unwrapped(TemplateNode? document)
    {
        if (document is not TemplateScalar { Text: var written })
        {
            return document;
        }

        var json = written.TrimStart().StartsWith('%') ? Uri.UnescapeDataString(written) : written;
        try
        {
            return Json.Read(json);
        }
        catch (TemplateTextException)
        {
            return null;
        }
    }

    private ParsedStatement Statement(TemplateMapping statement) => Intrinsic.IsCall(statement) ? Unknown(statement) : Known(statement);

    /// <summary>A statement that CloudFormation chooses: for anyone, on a condition that is not known.</summary>
    private static ParsedStatement Unknown(TemplateMapping statement) => new() { Allows = true, Conditions = [PolicyCondition.Unknown(statement.First().Key)] };

    private ParsedStatement Known(TemplateMapping statement) =>
        new()
        {
            Sid = statement["Sid"] is { } sid ? text.Of(sid) : null,
            Allows = statement["Effect"] is not TemplateScalar { Text: "Deny" },
            Actions = Texts(statement["Action"]),
            NotActions = Texts(statement["NotAction"]),
            Resources = Texts(statement["Resource"]),
            NotResources = Texts(statement["NotResource"]),
            Principals = Principals(statement["Principal"]),
            NotPrincipals = Principals(statement["NotPrincipal"]),
            Conditions = [.. Conditions(statement["Condition"])],
        };

    private string[]? Texts(TemplateNode? node) => node is null ? null : [.. StatementImporter.List(node).Select(text.Of)];

    private PolicyPrincipal[]? Principals(TemplateNode? node) =>
        node switch
        {
            null => null,
            TemplateMapping kinds when !Intrinsic.IsCall(kinds) =>
            [
                .. kinds.SelectMany(kind => StatementImporter.List(kind.Value).Select(name => new PolicyPrincipal(kind.Key, text.Of(name)))),
            ],
            _ => [new(string.Empty, text.Of(node))],
        };

    private IEnumerable<PolicyCondition> Conditions(TemplateNode? node) =>
        (node as TemplateMapping ?? []).SelectMany(block =>
            block.Value is TemplateMapping entries && !Intrinsic.IsCall(entries)
                ? entries.Select(entry => Condition(block.Key, entry.Key, Texts(entry.Value)!))
                : [PolicyCondition.Unknown(block.Key)]
        );

    private static PolicyCondition Condition(string written, string key, string[] values)
    {
        try
        {
            return PolicyCondition.Of(written, key, values);
        }
        catch (MalformedPolicyException)
        {
            // IAM would not take it; nothing can be said about what it means.
            return PolicyCondition.Unknown(written);
        }
    }
}
