using System.Management.Automation;
using IdentityPools.Binding;
using IdentityPools.Progress;
using IdentityPools.Template;
using IdentityPools.Validation;

namespace IdentityPools.Commands;

/// <summary>Writes definitions into a CloudFormation template, or into several numbered ones where one does not hold them.</summary>
[Cmdlet(VerbsData.Export, "IdentityPool", DefaultParameterSetName = PathSet, SupportsShouldProcess = true, HelpUri = HelpPages.Base + "Export-IdentityPool.md")]
[OutputType(typeof(FileInfo))]
public sealed class ExportIdentityPoolCommand : TemplateCommand
{
    internal const string PathSet = "Path";
    internal const string LiteralPathSet = "LiteralPath";

    private string target = null!;

    /// <summary>The file; a wildcard has to fit exactly one.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TemplateFileCompleter))]
    public string Path { get; set; } = null!;

    /// <summary>The file, taken literally.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TemplateFileCompleter))]
    public string LiteralPath { get; set; } = null!;

    /// <summary>Yaml or Json. Without it the extension decides.</summary>
    [Parameter]
    public TemplateFormat Format { get; set; }

    /// <summary>Leaves a file that exists as it is and writes an error.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Overwrites files that are read-only or that -NoClobber would keep.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Writes beside the template what CloudFormation needs to take the pools, which exist, into a stack.</summary>
    [Parameter]
    public SwitchParameter ResourceImport { get; set; }

    /// <summary>Emits the files.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private string Named => ParameterSetName == PathSet ? Path : LiteralPath;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        Guarded(() =>
        {
            var resolver = new PathResolver(SessionState.Path);
            target = ParameterSetName == PathSet ? resolver.Single(Path) : resolver.Literal(LiteralPath);
            if (Directory.Exists(target))
            {
                throw new FileFault(Errors.PathIsDirectory(target));
            }

            if (!IsBound(nameof(Format)))
            {
                Format = FormatOf(target) ?? throw new FileFault(Errors.FormatUnknown(Named));
            }
        });
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (Pools.Count == 0)
        {
            return;
        }

        var templates = Argument(Templates);
        var files = templates.Count == 1 ? [target] : Enumerable.Range(1, templates.Count).Select(Numbered).ToList();
        var imports = ResourceImport ? Argument(() => Imports(templates.Count)) : [];
        Guarded(() => Write([.. files, .. imports.Select(import => import.File)], [.. templates, .. imports.Select(import => import.Content)]));
        if (files.Count > 1)
        {
            WarnOfLeftovers(files.Count);
        }
    }

    /// <summary>The template to import with, and the list that says which resource is which.</summary>
    private List<(string File, ReadOnlyMemory<byte> Content)> Imports(int count)
    {
        if (Fragment || count > 1)
        {
            throw Fragment
                ? Fault.Of(nameof(Messages.ResourceImportOfFragment), ResourceImport)
                : Fault.Of(nameof(Messages.ResourceImportTooLarge), Pools, Pools.Count, count);
        }

        var (template, resources) = IdentityPools.Template.ResourceImport.Of(Pools, Options, TemplateTexts.Of(Format), TemplateTexts.Of(TemplateFormat.Json));
        return [(Beside(".import" + Kind + Extension), template), (Beside(".resources-to-import.json"), resources)];
    }

    private List<ReadOnlyMemory<byte>> Templates()
    {
        var bar = new ProgressBar(this);
        try
        {
            return TemplateFiles.Split(Pools, Options, TemplateTexts.Of(Format), written => bar.Written(written, Pools.Count));
        }
        finally
        {
            bar.Complete();
        }
    }

    private void Write(List<string> files, List<ReadOnlyMemory<byte>> templates)
    {
        files.ForEach(CheckReplaceable);
        using var writer = new AtomicFiles();
        var written = new List<string>();
        foreach (var (file, template) in files.Zip(templates))
        {
            if (ShouldProcess(file, Fault.Sentence(nameof(Messages.ExportAction), Pools.Count)))
            {
                writer.Add(file, template);
                written.Add(file);
            }
        }

        written.ForEach(MakeWritable);
        writer.Commit();
        if (PassThru)
        {
            WriteObject(written.Select(file => new FileInfo(file)), enumerateCollection: true);
        }
    }

    private void CheckReplaceable(string file)
    {
        if (!File.Exists(file) || Force)
        {
            return;
        }

        if (NoClobber)
        {
            throw new FileFault(Errors.FileExists(file));
        }

        if (new FileInfo(file).IsReadOnly)
        {
            throw new FileFault(Errors.FileReadOnly(file));
        }
    }

    private static void MakeWritable(string file)
    {
        var info = new FileInfo(file);
        if (info is { Exists: true, IsReadOnly: true })
        {
            info.IsReadOnly = false;
        }
    }

    /// <summary>An earlier export of more pools may have left files that are no longer part of the set.</summary>
    private void WarnOfLeftovers(int count)
    {
        var leftover = Numbered(count + 1);
        if (File.Exists(leftover))
        {
            WriteWarning(Fault.Sentence(nameof(Messages.ExportLeftover), leftover, count));
        }
    }

    private string Numbered(int number) => Place($"{System.IO.Path.GetFileNameWithoutExtension(target)}-{number:000}{Extension}");

    private string Extension => System.IO.Path.GetExtension(target);

    /// <summary>The <c>.template</c> that many put before the extension.</summary>
    private string Kind => System.IO.Path.GetFileNameWithoutExtension(target).EndsWith(".template", StringComparison.OrdinalIgnoreCase) ? ".template" : "";

    /// <summary>A file named after the template: shop.template.yaml has shop.import.template.yaml beside it.</summary>
    private string Beside(string ending) => Place(System.IO.Path.GetFileNameWithoutExtension(target)[..^Kind.Length] + ending);

    private string Place(string name) => System.IO.Path.Combine(System.IO.Path.GetDirectoryName(target)!, name);

    private static TemplateFormat? FormatOf(string path) =>
        System.IO.Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".JSON" => TemplateFormat.Json,
            ".YAML" or ".YML" or ".TEMPLATE" => TemplateFormat.Yaml,
            _ => null,
        };

    private void Guarded(Action action)
    {
        try
        {
            action();
        }
        catch (FileFault fault)
        {
            ThrowTerminatingError(fault.Record);
        }
    }
}
