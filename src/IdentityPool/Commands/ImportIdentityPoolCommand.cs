using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;
using IdentityPools.Errors;
using IdentityPools.Files;
using IdentityPools.Template;
using IdentityPools.Values;

namespace IdentityPools.Commands;

/// <summary>Reads the identity pools of CloudFormation templates.</summary>
[Cmdlet(VerbsData.Import, "IdentityPool", DefaultParameterSetName = PathSet, HelpUri = HelpPages.Base + "Import-IdentityPool.md")]
[OutputType(typeof(IdentityPool))]
public sealed class ImportIdentityPoolCommand : ImportCommand
{
    internal const string PathSet = "Path";
    internal const string LiteralPathSet = "LiteralPath";

    /// <summary>The templates, JSON or YAML; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TemplateFileCompleter))]
    public string[] Path { get; set; } = null!;

    /// <summary>The templates, taken literally.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TemplateFileCompleter))]
    public string[] LiteralPath { get; set; } = null!;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var resolver = new PathResolver(SessionState.Path);
        foreach (var path in ParameterSetName == PathSet ? Path : LiteralPath)
        {
            try
            {
                foreach (var file in ParameterSetName == PathSet ? Templates(resolver.Matching(path)) : [resolver.Literal(path)])
                {
                    ImportFile(file);
                }
            }
            catch (FileException exception)
            {
                WriteError(exception.Record);
            }
        }
    }

    /// <summary>The files without those that an export wrote beside a template among them: these have the same pools once more.</summary>
    private IEnumerable<string> Templates(IReadOnlyList<string> files)
    {
        var beside = files
            .SelectMany(template => new TemplatePlace(template).ForResourceImport.Select(file => (File: file, Template: template)))
            .ToLookup(entry => entry.File, entry => entry.Template);
        foreach (var file in files)
        {
            if (beside[file].FirstOrDefault() is { } template)
            {
                WriteVerbose(MessageText.Format(nameof(Messages.ImportFileBeside), file, template));
            }
            else
            {
                yield return file;
            }
        }
    }

    private void ImportFile(string file)
    {
        try
        {
            var text = ReadText(file, file, TemplateText.MaximumLength);
            Import(() => TemplateTexts.Read(text, StopToken.ThrowIfCancellationRequested), file);
        }
        catch (FileException exception)
        {
            WriteError(exception.Record);
        }
    }
}
