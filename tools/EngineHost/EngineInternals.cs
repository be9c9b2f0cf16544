using System.Management.Automation;
using System.Reflection;
using Microsoft.PowerShell.Commands.Internal.Format;

namespace IdentityPools.EngineHost;

/// <summary>
/// The two places where the everyday cmdlets need what the engine keeps to itself: PowerShell's own cmdlets, which live in another assembly as well, are its
/// friends. The package that pins the engine's version pins these, too.
/// </summary>
internal static class EngineInternals
{
    private static readonly Assembly Engine = typeof(PSCmdlet).Assembly;

    /// <summary>Gives a formatting cmdlet its implementation, the engine's own.</summary>
    public static void Shape(FrontEndCommandBase cmdlet, string shape)
    {
        var shapes = Engine.GetType("Microsoft.PowerShell.Commands.Internal.Format.FormatShape", throwOnError: true)!;
        var implementation = Create("Microsoft.PowerShell.Commands.Internal.Format.InnerFormatShapeCommand", Enum.Parse(shapes, shape));
        typeof(FrontEndCommandBase).GetField("implementation", BindingFlags.Instance | BindingFlags.NonPublic)!.SetValue(cmdlet, implementation);
    }

    /// <summary>What a cmdlet throws that has had enough of its input, so that the commands before it end, too.</summary>
    public static Exception StopUpstream(PSCmdlet cmdlet) => (Exception)Create("System.Management.Automation.StopUpstreamCommandsException", cmdlet);

    private static object Create(string type, object argument) =>
        Activator.CreateInstance(
            Engine.GetType(type, throwOnError: true)!,
            BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic,
            binder: null,
            [argument],
            culture: null
        )!;
}
