using System.Management.Automation;
using IdentityPools.HelpBuilder.Pages;
using IdentityPools.HelpPages.Engine;

namespace IdentityPools.HelpPages;

/// <summary>What is true of a command, as its page has to say it.</summary>
/// <param name="Name">The command.</param>
/// <param name="HelpUri">Where its page is online.</param>
/// <param name="Syntax">The ways to call it, the default one first.</param>
/// <param name="Parameters">Its parameters by name, in order of the names.</param>
/// <param name="Inputs">The types that it takes from the pipeline.</param>
/// <param name="Outputs">The types that it emits.</param>
public sealed record CommandFacts(
    string Name,
    string HelpUri,
    IReadOnlyList<SyntaxSection> Syntax,
    IReadOnlyDictionary<string, ParameterFacts> Parameters,
    IReadOnlyList<string> Inputs,
    IReadOnlyList<string> Outputs
)
{
    /// <summary>Asks the engine for every command of the module.</summary>
    /// <param name="root">The root of the checkout whose module it is.</param>
    /// <returns>The facts, in order of the names.</returns>
    public static IReadOnlyList<CommandFacts> All(string root)
    {
        using var runspace = ModuleRunspace.Create(new RecordedHost(), root);
        using var shell = PowerShell.Create(runspace);
        var commands = shell.AddScript("Import-Module IdentityPool; Get-Command -Module IdentityPool").Invoke<CmdletInfo>();
        return [.. commands.OrderBy(command => command.Name, StringComparer.Ordinal).Select(Of)];
    }

    private static CommandFacts Of(CmdletInfo command)
    {
        var parameters = command
            .Parameters.Values.Where(parameter =>
                !Cmdlet.CommonParameters.Contains(parameter.Name)
                && parameter.ParameterSets.Keys.Any(set => !ReflectedParameter.IsHidden(parameter.Attributes, set))
            )
            .ToList();
        return new(
            command.Name,
            HelpUriOf(command),
            [.. command.ParameterSets.OrderByDescending(set => set.IsDefault).Select(set => SyntaxText.Of(command, set))],
            new SortedDictionary<string, ParameterFacts>(
                parameters.ToDictionary(parameter => parameter.Name, ReflectedParameter.Of),
                StringComparer.OrdinalIgnoreCase
            ),
            [
                .. parameters
                    .Where(parameter => parameter.ParameterSets.Values.Any(set => set.ValueFromPipeline || set.ValueFromPipelineByPropertyName))
                    .Select(parameter => ReflectedParameter.TypeName(parameter.ParameterType))
                    .Distinct(),
            ],
            [.. command.OutputType.Select(type => type.Name)]
        );
    }

    private static string HelpUriOf(CmdletInfo command) =>
        command.ImplementingType.GetCustomAttributes(typeof(CmdletAttribute), inherit: false).Cast<CmdletAttribute>().Single().HelpUri;
}
