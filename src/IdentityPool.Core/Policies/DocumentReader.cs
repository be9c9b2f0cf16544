using IdentityPools.Model;
using IdentityPools.Template;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Policies;

/// <summary>
/// Reads policy documents as they are found: in templates with functions in them, or in IAM. Where <see cref="PolicyReader"/> refuses as IAM does, this one
/// reads what can be read.
/// </summary>
/// <param name="text">How the text of a part is told.</param>
internal sealed class DocumentReader(DocumentText text)
{
    private static readonly JsonTemplateText Json = new();
    private static readonly string[] Parts = ["Action", "NotAction", "Resource", "NotResource"];

    /// <summary>The document; null when it is none. Where conditions decide, it has the statements of every outcome, each of which says so.</summary>
    public ParsedPolicy? Read(TemplateNode? document) =>
        Unwrapped(document) switch
        {
            null => null,
            var node when Intrinsic.Branches(node) is not null => Possible(node),
            TemplateMapping policy when policy["Statement"] is { } statements && StatementsIn(statements, null) is { } read => new(
                policy["Version"] is { } version ? text.Format(version) : null,
                read
            ),
            _ => null,
        };

    /// <summary>A document that a condition chooses; null where none of its outcomes can be read.</summary>
    private ParsedPolicy? Possible(TemplateNode node)
    {
        var decider = Intrinsic.DeciderOf(node);
        var read = (Outcomes.Of(node) ?? [])
            .OfType<TemplateMapping>()
            .Where(outcome => !Intrinsic.IsCall(outcome) && outcome["Statement"] is not null)
            .Select(outcome => (Version: outcome["Version"], Statements: StatementsIn(outcome["Statement"]!, decider)))
            .Where(outcome => outcome.Statements is not null)
            .ToList();
        return read.Count == 0 ? null : new(read[0].Version is { } version ? text.Format(version) : null, [.. read.SelectMany(outcome => outcome.Statements!)]);
    }

    /// <summary>The statements of a list, or of one statement in its place; null where IAM would refuse one of them.</summary>
    private List<ParsedStatement>? StatementsIn(TemplateNode list, string? decider)
    {
        var read = new List<ParsedStatement>();
        foreach (var item in Nodes.Items(list))
        {
            if (Outcomes.ConditionsOf(item) is not [var condition, ..] || Outcomes.Of(item) is not { } outcomes)
            {
                if (IsNoStatement(item))
                {
                    return null;
                }

                read.Add(Statement((TemplateMapping)item, decider));
                continue;
            }

            // An outcome that is no statement is one that IAM would refuse.
            var possible = outcomes.SelectMany(Nodes.Items).Where(outcome => !IsNoStatement(outcome)).ToList();
            read.AddRange(
                possible.Count > 0 ? possible.Select(outcome => Statement((TemplateMapping)outcome, decider ?? condition)) : [Unknown((TemplateMapping)item)]
            );
        }

        return read;
    }

    /// <summary>Whether IAM would refuse the document for this statement; what a function gives, nobody knows yet.</summary>
    private static bool IsNoStatement(TemplateNode node) =>
        node is not TemplateMapping statement
        || (!Intrinsic.IsCall(statement) && !IsEffect(statement["Effect"]) && !(statement["Effect"] is { } effect && Intrinsic.IsCall(effect)));

    private static bool IsEffect(TemplateNode? effect) => effect is TemplateScalar { Text: "Allow" or "Deny" };

    /// <summary>A document may stand as text in a template, and as part of a URL where IAM's answer was kept as it came.</summary>
    private static TemplateNode? Unwrapped(TemplateNode? document)
    {
        if (document is not TemplateScalar { Text: var written })
        {
            return document is null ? null : Intrinsic.Settled(document);
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

    private ParsedStatement Statement(TemplateMapping statement, string? decider) =>
        Intrinsic.IsCall(statement) ? Unknown(statement) : Known(statement, decider);

    /// <summary>A statement of which CloudFormation chooses all: for anyone, on a condition that is not known.</summary>
    private static ParsedStatement Unknown(TemplateMapping function) =>
        new()
        {
            Allows = true,
            UnknownReason = Intrinsic.DeciderOf(function),
            Conditions = [PolicyCondition.Unknown(function.First().Key)],
        };

    /// <summary>A statement that is written. What may be allowed is read as allowed; what may be denied is nothing that could be relied on.</summary>
    private ParsedStatement Known(TemplateMapping statement, string? decider)
    {
        var effect = statement["Effect"]!;
        decider ??= Parts
            .SelectMany(part => Nodes.Items(statement[part]))
            .Prepend(effect)
            .Where(value => Intrinsic.IsCall(value) && (value == effect || !TemplateValue.IsValue(value)))
            .Select(Intrinsic.DeciderOf)
            .FirstOrDefault();
        var allows = effect is not TemplateScalar { Text: "Deny" };
        return new()
        {
            UnknownReason = decider,
            Sid = statement["Sid"] is { } sid ? text.Format(sid) : null,
            Allows = allows,
            Actions = Texts(statement["Action"]),
            NotActions = Texts(statement["NotAction"]),
            Resources = Texts(statement["Resource"]),
            NotResources = Texts(statement["NotResource"]),
            Principals = Principals(statement["Principal"]),
            NotPrincipals = Principals(statement["NotPrincipal"]),
            Conditions = [.. Conditions(statement["Condition"]), .. allows || decider is null ? [] : new[] { PolicyCondition.Unknown(decider) }],
        };
    }

    private string[]? Texts(TemplateNode? node) => node is null ? null : [.. Nodes.Items(node).Select(text.Format)];

    private PolicyPrincipal[]? Principals(TemplateNode? node) =>
        node switch
        {
            null => null,
            TemplateMapping kinds when !Intrinsic.IsCall(kinds) =>
            [
                .. kinds.SelectMany(kind => Nodes.Items(kind.Value).Select(name => new PolicyPrincipal(kind.Key, text.Format(name)))),
            ],
            _ => [new(string.Empty, text.Format(node))],
        };

    private IEnumerable<PolicyCondition> Conditions(TemplateNode? node) =>
        node switch
        {
            null => [],
            _ when Intrinsic.IsNoValue(node) => [],
            TemplateMapping condition => condition.SelectMany(block =>
                block.Value is TemplateMapping entries && !Intrinsic.IsCall(entries)
                    ? entries.Select(entry => Condition(block.Key, entry.Key, Texts(entry.Value)!))
                    : [PolicyCondition.Unknown(block.Key)]
            ),
            // Not a condition that IAM knows, and not none.
            _ => [PolicyCondition.Unknown("Condition")],
        };

    private static PolicyCondition Condition(string written, string key, string[] values)
    {
        try
        {
            return PolicyCondition.Parse(written, key, values);
        }
        catch (MalformedPolicyException)
        {
            // IAM would not take it; nothing can be said about what it means.
            return PolicyCondition.Unknown(written);
        }
    }
}

/// <summary>
/// The text of a policy document's parts. What only a deployed stack knows stands in it as the name of what it depends on, between angle brackets, which
/// nothing in a policy may contain; the identity pool itself has a name of its own.
/// </summary>
/// <param name="pool">The pool whose role it is about.</param>
internal sealed class DocumentText(IdentityPool pool)
{
    /// <summary>The id of the pool in documents.</summary>
    public string PoolId => pool.Id ?? TrustPolicy.ThisPool;

    public static bool IsKnown(string text) => !text.Contains('<', StringComparison.Ordinal);

    public string Format(TemplateNode node)
    {
        try
        {
            return string.Concat(TextParts.Split(node).Select(Part));
        }
        catch (DefinitionException)
        {
            // No function that CloudFormation takes, so nothing is known of what it gives.
            return $"<{node}>";
        }
    }

    private string Part(TemplateNode part) =>
        part is TemplateScalar scalar ? scalar.Text
        : Intrinsic.RefName(part) is { } name ? (name == pool.LogicalId ? PoolId : $"<{name}>")
        : Intrinsic.Attribute(part) is { } attribute ? $"<{attribute.Resource}.{attribute.Attribute}>"
        : $"<{part}>";
}
