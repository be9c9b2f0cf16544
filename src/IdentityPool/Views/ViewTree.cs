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
    public static ViewNode Of(PSObject shown)
    {
        ArgumentNullException.ThrowIfNull(shown);
        return shown.BaseObject switch
        {
            IdentityPool pool => PoolTree.Of(pool),
            RoleMapping mapping => PoolTree.Of(mapping),
            IdentityPoolRole role => PoolTree.Of(role),
            PolicyStatement statement => PoolTree.Of(statement),
            IdentityPoolChange change => ChangeTree.Of(change),
            IdentityPoolFinding finding => FindingTree.Of(finding),
            RoleDecision decision => DecisionTree.Of(decision),
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
                case IEnumerable items and not string:
                    yield return new(name) { Children = items.Cast<object>().Select(item => new ViewNode(Text(item))).ToList() };
                    break;
                case var value:
                    yield return new($"{name}: {Text(value)}");
                    break;
            }
        }
    }

    private static string Text(object value) =>
        value is KeyValuePair<string, TemplateValue>(var key, var text) ? $"{key}={text}" : LanguagePrimitives.ConvertTo<string>(value);
}
