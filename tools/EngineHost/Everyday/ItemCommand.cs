using System.Management.Automation;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>A command that works on items of a provider, such as files: by path with wildcards, or literally.</summary>
public abstract class ItemCommand : PSCmdlet
{
    private protected const string ByPath = nameof(Path);
    private protected const string ByLiteralPath = nameof(LiteralPath);

    /// <summary>Paths, with wildcards.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ByPath)]
    public string[] Path { get; set; } = [];

    /// <summary>Paths as they are written.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ByLiteralPath)]
    [Alias("PSPath")]
    public string[] LiteralPath { get; set; } = [];

    private protected bool IsLiteral => ParameterSetName == ByLiteralPath;

    /// <inheritdoc/>
    protected sealed override void ProcessRecord()
    {
        foreach (var path in IsLiteral ? LiteralPath : Path)
        {
            try
            {
                Process(path);
            }
            catch (RuntimeException exception)
            {
                // One bad item does not stop the rest.
                WriteError(new(exception.ErrorRecord, exception));
            }
        }
    }

    private protected abstract void Process(string path);
}
