using System.Management.Automation;
using System.Management.Automation.Host;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Live;

/// <summary>
/// Asks whether a plan may be carried out: as the preferences have it, and where something would be lost in any case, once. Who was asked by the preferences
/// has seen the whole plan and is not asked again.
/// </summary>
/// <param name="command">The command that asks.</param>
/// <param name="impact">The impact that the command declares.</param>
/// <param name="caption">What it does.</param>
/// <param name="force">Whether every question is answered with yes; -WhatIf and an explicit -Confirm count all the same.</param>
internal sealed class Consent(PSCmdlet command, ConfirmImpact impact, string caption, bool force)
{
    private const int ListedPaths = 10;
    private const string PowerShellConsole = "Microsoft.PowerShell.ConsoleHost";

    private bool yesToAll;
    private bool noToAll;

    private ConfirmImpact Preference =>
        LanguagePrimitives.TryConvertTo<ConfirmImpact>(command.GetVariableValue("ConfirmPreference"), out var preference) ? preference : ConfirmImpact.High;

    private bool? Confirm =>
        command.MyInvocation.BoundParameters.TryGetValue("Confirm", out var bound) && LanguagePrimitives.TryConvertTo<bool>(bound, out var isOn) ? isOn : null;

    /// <summary>Whether nothing may be changed, by argument or by preference.</summary>
    public bool IsWhatIf =>
        command.MyInvocation.BoundParameters.TryGetValue("WhatIf", out var bound)
            ? LanguagePrimitives.IsTrue(bound)
            : LanguagePrimitives.IsTrue(command.GetVariableValue("WhatIfPreference"));

    /// <summary>Whether a plan may be carried out.</summary>
    /// <param name="target">What the plan is about, and its name.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="losses">What of it takes something away; null when nothing does.</param>
    /// <exception cref="DefinitionException">Someone had to be asked, and nobody can be.</exception>
    public bool IsGiven((object Value, string Name) target, string plan, LossSummary? losses)
    {
        if (force && Confirm is null && !IsWhatIf)
        {
            command.WriteVerbose(plan);
            return true;
        }

        try
        {
            return command.ShouldProcess(plan, plan, caption)
                && (losses is null || force || !MustAsk || command.ShouldContinue(losses.Text, caption, hasSecurityImpact: true, ref yesToAll, ref noToAll));
        }
        catch (Exception exception) when (IsNobodyThere(exception))
        {
            var remedy = MessageText.Format(Confirm is true ? nameof(Messages.ConfirmationWithoutConfirm) : nameof(Messages.ConfirmationByForce));
            throw losses is null
                ? DefinitionErrors.Create(nameof(Messages.ConfirmationNeeded), target.Value, target.Name, remedy)
                : DefinitionErrors.Create(
                    nameof(Messages.ConfirmationNeeded),
                    target.Value,
                    target.Name,
                    MessageText.Format(nameof(Messages.ConfirmationOfLoss), Listed(losses)) + " " + remedy
                );
        }
    }

    /// <summary>
    /// What hosts throw that have nobody to ask: the engine's own, one that is not interactive, one that never thought of it, and PowerShell's console at
    /// the end of its input. The same exception from elsewhere is an error, and no missing answer.
    /// </summary>
    public static bool IsNobodyThere(Exception exception) =>
        exception is HostException or PSInvalidOperationException or NotImplementedException or NullReferenceException { Source: PowerShellConsole };

    private static string Listed(LossSummary losses) =>
        losses.Paths.Count <= ListedPaths
            ? string.Join(", ", losses.Paths)
            : string.Join(", ", losses.Paths.Take(ListedPaths)) + MessageText.Format(nameof(Messages.AndMore), losses.Paths.Count - ListedPaths);

    /// <summary>Whether nobody was asked yet, and nobody said that no question is wanted.</summary>
    private bool MustAsk => Confirm is null && Preference != ConfirmImpact.None && Preference > impact;
}
