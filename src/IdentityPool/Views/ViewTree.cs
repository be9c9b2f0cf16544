using System.Collections;
using System.ComponentModel;
using System.Management.Automation;

namespace IdentityPools.Views;

/// <summary>The trees that Format-Custom shows. The types file makes them a hidden property, which views can read in every language mode.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ViewTree
{
    /// <summary>An object as a tree.</summary>
    /// <param name="shown">The object.</param>
    /// <returns>The root.</returns>
    public static ViewNode Create(PSObject shown)
    {
        ArgumentNullException.ThrowIfNull(shown);
        return shown.BaseObject switch
        {
            IdentityPool pool => PoolTree.Create(pool),
            RoleMapping mapping => PoolTree.Create(mapping),
            IdentityPoolRole role => PoolTree.Create(role),
            PolicyStatement statement => PoolTree.Create(statement),
            IdentityPoolChange change => ChangeTree.Create(change),
            IdentityPoolFinding finding => FindingTree.Create(finding),
            RoleDecision decision => DecisionTree.Create(decision),
            ISandbox sandbox => new(sandbox.AccountId, ViewTone.Heading) { Children = Properties(shown).ToList() },
            _ => new(shown.ToString(), ViewTone.Heading) { Children = Properties(shown).ToList() },
        };
    }

    /// <summary>The properties that the type shows by default, as far as they hold something.</summary>
    private static IEnumerable<ViewNode> Properties(PSObject shown)
    {
        var standard = shown.Members["PSStandardMembers"] as PSMemberSet;
        var names = standard?.Members["DefaultDisplayPropertySet"] is PSPropertySet set ? set.ReferencedPropertyNames : [];
        foreach (var name in names)
        {
            switch (shown.Properties[name]?.Value)
            {
                case null or ICollection { Count: 0 }:
                    break;
                case IEnumerable items and not (string or FunctionDictionary):
                    yield return new(name) { Children = items.Cast<object>().Select(item => new ViewNode(Text(item))).ToList() };
                    break;
                case var value:
                    yield return new($"{name}: {Text(value)}");
                    break;
            }
        }
    }

    private static string Text(object value) =>
        value is KeyValuePair<string, object>(var key, var text) ? $"{key}={text}" : LanguagePrimitives.ConvertTo<string>(value);
}

/// <summary>A decision with everything that was looked at, and what is to be known about it.</summary>
internal static class DecisionTree
{
    public static ViewNode Create(RoleDecision decision) =>
        new(decision.ToString(), Tone(decision.Outcome))
        {
            Children =
            [
                .. decision.Provider is { } provider ? [new($"{nameof(decision.Provider)}: {provider}")] : Array.Empty<ViewNode>(),
                .. decision.Trace.Select(entry => new ViewNode($"{Sign(entry)} {entry}", Tone(entry))),
                .. decision.Notes.Select(Create),
            ],
        };

    private static ViewNode Create(RoleDecisionNote note) =>
        new(note.Text, ViewTone.Warning) { Children = note.Readings.Select(reading => new ViewNode(reading)).ToList() };

    private static char Sign(RoleTraceEntry entry) => entry.IsDecisive ? '*' : ' ';

    private static ViewTone Tone(RoleTraceEntry entry) => entry.IsDecisive ? ViewTone.Added : ViewTone.Quiet;

    private static ViewTone Tone(RoleDecisionOutcome outcome) =>
        outcome switch
        {
            RoleDecisionOutcome.Role => ViewTone.Added,
            RoleDecisionOutcome.Denied => ViewTone.Removed,
            _ => ViewTone.Warning,
        };
}

/// <summary>A finding with its remedy.</summary>
internal static class FindingTree
{
    public static ViewNode Create(IdentityPoolFinding finding) =>
        new($"{finding.Severity} {finding.RuleId}: {finding.Title}", Tone(finding))
        {
            Children =
            [
                new($"{nameof(finding.Target)}: {finding.Target}"),
                new(finding.Message),
                new($"{nameof(finding.Remedy)}: {finding.Remedy}"),
                new(finding.HelpUri.ToString()),
                .. finding.Suppression is { } reason ? [new($"{nameof(finding.Suppression)}: {reason}", ViewTone.Quiet)] : Array.Empty<ViewNode>(),
            ],
        };

    private static ViewTone Tone(IdentityPoolFinding finding) =>
        finding switch
        {
            { Suppression: not null } => ViewTone.Quiet,
            { Severity: FindingSeverity.Error } => ViewTone.Error,
            { Severity: FindingSeverity.Warning } => ViewTone.Warning,
            _ => ViewTone.Plain,
        };
}
