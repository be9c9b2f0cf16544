using System.Management.Automation;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>Text as a secret; the encrypted form is not read here.</summary>
[Cmdlet(VerbsData.ConvertTo, "SecureString")]
public sealed class ConvertToSecureStringCommand : PSCmdlet
{
    /// <summary>The text.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("String")]
    public string Text { get; set; } = null!;

    /// <summary>Says that the text is not encrypted.</summary>
    [Parameter(Mandatory = true)]
    public SwitchParameter AsPlainText { get; set; }

    /// <summary>Says it again, as PowerShell once wanted it.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        using var secret = new System.Security.SecureString();
        foreach (var character in Text)
        {
            secret.AppendChar(character);
        }

        secret.MakeReadOnly();
        WriteObject(secret.Copy());
    }
}
