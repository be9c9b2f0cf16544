using System.Globalization;
using System.Management.Automation.Host;

namespace IdentityPools.EngineHost;

/// <summary>A host without questions: what a script asks, it does not get answered.</summary>
public sealed class EngineHost : PSHost
{
    private readonly EngineUserInterface userInterface;

    /// <summary>A host that writes to an output.</summary>
    /// <param name="output">Where to.</param>
    public EngineHost(IEngineOutput output) => userInterface = new(output);

    /// <summary>What <c>exit</c> said, if it was said at the top.</summary>
    public int? ExitCode { get; private set; }

    /// <inheritdoc/>
    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    /// <inheritdoc/>
    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    /// <inheritdoc/>
    public override Guid InstanceId { get; } = Guid.NewGuid();

    /// <inheritdoc/>
    public override string Name => "EngineHost";

    /// <inheritdoc/>
    public override PSHostUserInterface UI => userInterface;

    /// <inheritdoc/>
    public override Version Version => new(1, 0);

    /// <summary>Sends what is shown while something runs to the errors.</summary>
    internal void ShowAsError(Action action) => userInterface.ShowAsError(action);

    /// <inheritdoc/>
    public override void EnterNestedPrompt() => throw new HostException("This host has no prompt.");

    /// <inheritdoc/>
    public override void ExitNestedPrompt() => throw new HostException("This host has no prompt.");

    /// <inheritdoc/>
    public override void NotifyBeginApplication() { }

    /// <inheritdoc/>
    public override void NotifyEndApplication() { }

    /// <inheritdoc/>
    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;
}
