using System.Management.Automation;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>Writes text to a file.</summary>
[Cmdlet(VerbsCommon.Set, "Content")]
public sealed class SetContentCommand : PSCmdlet
{
    private readonly List<string> texts = [];

    /// <summary>The file.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("Path")]
    public string LiteralPath { get; set; } = null!;

    /// <summary>The texts, a line each.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [AllowEmptyCollection]
    [AllowEmptyString]
    public object[] Value { get; set; } = [];

    /// <summary>Without a line end behind it.</summary>
    [Parameter]
    public SwitchParameter NoNewline { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => texts.AddRange(Value.Select(value => NoNewline ? $"{value}" : $"{value}{Environment.NewLine}"));

    /// <inheritdoc/>
    protected override void EndProcessing() => File.WriteAllText(GetUnresolvedProviderPathFromPSPath(LiteralPath), string.Concat(texts));
}
