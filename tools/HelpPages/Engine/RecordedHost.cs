using System.Globalization;
using System.Management.Automation.Host;

namespace IdentityPools.HelpPages.Engine;

/// <summary>A host that remembers what its screen shows: every stream in the order in which it is shown, without color.</summary>
/// <param name="width">How many columns the screen has.</param>
public sealed class RecordedHost(int width = 120) : PSHost
{
    private readonly RecordedUserInterface screen = new(width);

    /// <summary>What is shown, with line ends that are the same everywhere.</summary>
    public string Text => screen.Text;

    /// <inheritdoc/>
    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    /// <inheritdoc/>
    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    /// <inheritdoc/>
    public override Guid InstanceId { get; } = Guid.NewGuid();

    /// <inheritdoc/>
    public override string Name => nameof(RecordedHost);

    /// <inheritdoc/>
    public override PSHostUserInterface UI => screen;

    /// <inheritdoc/>
    public override Version Version => new(1, 0);

    /// <summary>Forgets what was shown.</summary>
    public void Clear() => screen.Clear();

    /// <inheritdoc/>
    public override void EnterNestedPrompt() => throw new HostException("This host has no prompt.");

    /// <inheritdoc/>
    public override void ExitNestedPrompt() => throw new HostException("This host has no prompt.");

    /// <inheritdoc/>
    public override void NotifyBeginApplication() { }

    /// <inheritdoc/>
    public override void NotifyEndApplication() { }

    /// <inheritdoc/>
    public override void SetShouldExit(int exitCode) { }
}
