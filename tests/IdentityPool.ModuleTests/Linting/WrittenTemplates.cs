using System.Collections;
using System.Management.Automation.Runspaces;

namespace IdentityPools.ModuleTests.Linting;

/// <summary>The templates that the scripts of a runspace write as text, whatever they do with them.</summary>
internal static class WrittenTemplates
{
    private const string Name = "TemplatesForTheLinter";

    /// <summary>Begins to remember them.</summary>
    public static void Watch(Runspace runspace) =>
        runspace.SessionStateProxy.SetVariable(
            "PSDefaultParameterValues",
            new System.Management.Automation.DefaultParameterDictionary { ["ConvertTo-IdentityPoolTemplate:OutVariable"] = "+global:" + Name }
        );

    /// <summary>Hands them to the linter. Fragments are left out: they are no templates yet.</summary>
    /// <param name="runspace">The runspace that is watched.</param>
    /// <param name="origin">What findings call them.</param>
    public static void Lint(Runspace runspace, string origin)
    {
        foreach (var text in (runspace.SessionStateProxy.GetVariable(Name) as IEnumerable ?? Array.Empty<object>()).Cast<object>().Select(text => $"{text}"))
        {
            if (text.Contains("AWSTemplateFormatVersion", StringComparison.Ordinal))
            {
                TemplateLint.Add(origin, text);
            }
        }
    }
}
