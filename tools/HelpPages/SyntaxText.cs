using System.Management.Automation;
using System.Text.RegularExpressions;
using IdentityPools.HelpBuilder.Pages;
using IdentityPools.HelpBuilder.Text;

namespace IdentityPools.HelpPages;

/// <summary>How a parameter set is written in a page: as Get-Command -Syntax shows it, in lines.</summary>
internal static partial class SyntaxText
{
    private const int Width = 100;

    /// <summary>The syntax of a parameter set.</summary>
    public static SyntaxSection Of(CommandInfo command, CommandParameterSetInfo set)
    {
        var text = $"{command.Name} {set}".Replace(" [<CommonParameters>]", "", StringComparison.Ordinal);
        text = Choice().Replace(text, "$1");
        foreach (var hidden in set.Parameters.Where(parameter => IsHidden(parameter, set)))
        {
            text = Regex.Replace(text, $@" \[-{hidden.Name}(?: <[^>]*>)?\]", "");
        }

        // A parameter and its type stay on one line.
        var line = new TextLine(BlankBeforeType().Replace(text, "\u00a0"), "", " ");
        return new(set.Name, set.IsDefault && command.ParameterSets.Count > 1, string.Join('\n', line.Wrapped(Width)).Replace('\u00a0', ' '), Line: 0);
    }

    private static bool IsHidden(CommandParameterInfo parameter, CommandParameterSetInfo set) =>
        ReflectedParameter.IsHidden(parameter.Attributes, set.Name) || ReflectedParameter.IsHidden(parameter.Attributes, ParameterAttribute.AllParameterSets);

    [GeneratedRegex(@"ChoiceArgument\[(\w+)\]")]
    private static partial Regex Choice();

    [GeneratedRegex(@" (?=<)")]
    private static partial Regex BlankBeforeType();
}
