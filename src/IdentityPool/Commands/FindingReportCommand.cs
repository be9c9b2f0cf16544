using System.ComponentModel;
using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;
using IdentityPools.Errors;
using IdentityPools.Findings;
using IdentityPools.Template;

namespace IdentityPools.Commands;

/// <summary>A command that writes the findings of a pipeline in a format of others.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class FindingReportCommand : StoppableCommand
{
    private readonly List<IdentityPoolFinding> findings = [];
    private SarifArtifact? artifact;

    private protected FindingReportCommand() { }

    /// <summary>The findings. None is a report without results, which closes the alerts of an earlier one.</summary>
    [Parameter(ValueFromPipeline = true)]
    [AllowNull]
    [ArgumentCompleter(typeof(VariableCompleter<IdentityPoolFinding[]>))]
    public IdentityPoolFinding[]? Finding { get; set; }

    /// <summary>The template that the findings are about, as the report should name it. Its lines are looked up where the file exists.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TemplateFileCompleter))]
    public string? TemplatePath { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (TemplatePath is null)
        {
            return;
        }

        try
        {
            var file = new PathResolver(SessionState.Path).Literal(TemplatePath);
            var lines = ReadText(file, TemplatePath, TemplateText.MaximumLength).Split('\n');
            artifact = new(Relative(file), lines);
        }
        catch (FileException exception)
        {
            ThrowTerminatingError(exception.Record);
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => findings.AddRange((Finding ?? []).OfType<IdentityPoolFinding>());

    /// <inheritdoc/>
    protected override void EndProcessing() => WriteObject(Write(findings, artifact));

    /// <summary>The text of the report.</summary>
    private protected abstract string Write(IReadOnlyList<IdentityPoolFinding> findings, SarifArtifact? artifact);

    /// <summary>Build servers know files by their place in the repository, which is the current location of a build.</summary>
    private string Relative(string file)
    {
        var relative = Path.GetRelativePath(SessionState.Path.CurrentFileSystemLocation.ProviderPath, file);
        return relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative)
            ? new Uri(file).AbsoluteUri
            : string.Join('/', relative.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar).Select(Uri.EscapeDataString));
    }
}
