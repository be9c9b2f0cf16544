using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;
using IdentityPools.Errors;
using IdentityPools.Files;
using IdentityPools.Live;
using IdentityPools.Ports;
using IdentityPools.Template;
using IdentityPools.Values;

namespace IdentityPools.Commands;

/// <summary>Writes definitions into a CloudFormation template, into several numbered ones where one does not hold them, or into one each.</summary>
[Cmdlet(VerbsData.Export, "IdentityPool", DefaultParameterSetName = PathSet, SupportsShouldProcess = true, HelpUri = HelpPages.Base + "Export-IdentityPool.md")]
[OutputType(typeof(FileInfo))]
public sealed class ExportIdentityPoolCommand : TemplateCommand
{
    internal const string PathSet = "Path";
    internal const string LiteralPathSet = "LiteralPath";
    internal const string IntoSet = "Into";

    private static readonly string[] OfWholeTemplates =
    [
        nameof(Description),
        nameof(FilePerPool),
        nameof(Format),
        nameof(Fragment),
        nameof(NoClobber),
        nameof(Parameter),
        nameof(ResourceImport),
    ];

    private string target = null!;
    private TemplateFormat format;

    /// <summary>The file, or with -FilePerPool the folder; a wildcard has to fit exactly one.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TemplateFileCompleter))]
    public string Path { get; set; } = null!;

    /// <summary>The file or the folder, taken literally.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TemplateFileCompleter))]
    public string LiteralPath { get; set; } = null!;

    /// <summary>
    /// The template from which the definitions were imported. What was changed of the pools is changed there; every other byte of the file stays as it is.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = IntoSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TemplateFileCompleter))]
    public string Into { get; set; } = null!;

    /// <summary>Yaml or Json. Without it the extension decides; for files that are named after pools it is Yaml.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ChoiceCompleter<TemplateFormat>))]
    public ChoiceArgument<TemplateFormat>? Format { get; set; }

    /// <summary>Writes a file for each pool, named after it, into the folder, which is made if it does not exist.</summary>
    [Parameter]
    public SwitchParameter FilePerPool { get; set; }

    /// <summary>Leaves a file that exists as it is and writes an error.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Overwrites files that are read-only, that -NoClobber would keep, or that have other resources than those of the pools.</summary>
    [Parameter]
    [RejectNull]
    public SwitchParameter Force { get; set; }

    /// <summary>Writes beside the template what CloudFormation needs to take the pools, which exist, into a stack.</summary>
    [Parameter]
    public SwitchParameter ResourceImport { get; set; }

    /// <summary>Emits the files.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (ParameterSetName == IntoSet)
        {
            this.ReadArgument(CheckInto);
        }

        var given = this.ReadArgument(() => Format?.Value);
        Guarded(() =>
        {
            var resolver = new PathResolver(SessionState.Path);
            if (ParameterSetName == IntoSet)
            {
                target = resolver.Existing(Into);
                return;
            }

            target = System.IO.Path.TrimEndingDirectorySeparator(ParameterSetName == LiteralPathSet ? resolver.Literal(LiteralPath) : resolver.Single(Path));

            if (FilePerPool ? File.Exists(target) : Directory.Exists(target))
            {
                throw new FileException(FilePerPool ? ErrorRecords.PathIsFile(target) : ErrorRecords.ExportPathIsDirectory(target));
            }

            format =
                given
                ?? (
                    FilePerPool
                        ? TemplateFormat.Yaml
                        : new TemplatePlace(target).Format
                            ?? throw new FileException(ErrorRecords.FormatUnknown(ParameterSetName == LiteralPathSet ? LiteralPath : Path))
                );
        });
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (Pools.Count > 0 && ParameterSetName == IntoSet)
        {
            Guarded(WriteInto);
        }
        else if (Pools.Count > 0)
        {
            var files = this.ReadArgument(() => FilePerPool ? Apart() : Together());
            WarnOfLeftOut();
            Guarded(() => Write(files));
        }
    }

    /// <summary>What is said of a whole template has no place where one exists.</summary>
    private bool CheckInto() =>
        OfWholeTemplates.FirstOrDefault(MyInvocation.BoundParameters.ContainsKey) is { } name
            ? throw DefinitionErrors.Create(nameof(Messages.IntoWithOption), name, "-" + name)
            : true;

    private void WriteInto()
    {
        var file = TextFile.ReadEncoded(target, Into, TemplateText.MaximumLength, StopToken);
        var form = Read(() => TemplateTexts.Of(file.Text, StopToken.ThrowIfCancellationRequested));
        var text = this.ReadArgument(() =>
            Read(() => IntoTemplate.Write(file.Text, Into, DistinctPools.Once(Pools), Options, form, StopToken.ThrowIfCancellationRequested))
        );
        WarnOfLeftOut();
        if (text == file.Text)
        {
            WriteVerbose(MessageText.Format(nameof(Messages.IntoUnchanged), target));
        }
        else if (IsAgreed(file.Text, text, form))
        {
            using var set = new FileSet(InvokeProvider, StopToken);
            if (!Force)
            {
                set.CheckFree(target, keepExisting: false);
            }

            set.Add(target, file.Encode(text));
            set.Commit();
        }

        if (PassThru)
        {
            WriteObject(new FileInfo(target));
        }
    }

    private T Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (TemplateTextException exception)
        {
            throw new FileException(ErrorRecords.Create(exception, Into));
        }
    }

    /// <summary>Asks with the lines that change.</summary>
    private bool IsAgreed(string before, string now, ITemplateText form)
    {
        var action = MessageText.Format(nameof(Messages.ExportIntoAction), Pools.Count);
        var lines = LineDifference.Of(before, now, form).Select(ShownText.Escape).Prepend($"{action} \"{ShownText.Escape(target)}\":");
        var shown = string.Join(Environment.NewLine, lines);
        return IsAgreed(target, () => ShouldProcess(shown, shown, action));
    }

    private List<PlannedFile> Together()
    {
        var place = new TemplatePlace(target);
        var pools = Distinct();
        var templates = Written(written => TemplateFiles.Split(pools, Options, TemplateTexts.For(format), written), pools.Count);
        if (templates.Count > 1 && ResourceImport)
        {
            throw DefinitionErrors.Create(nameof(Messages.ResourceImportTooLarge), pools, pools.Count, templates.Count);
        }

        WarnOfLeftover(place.Numbered(templates.Count + 1), templates.Count);
        var action = pools is [var only]
            ? MessageText.Format(nameof(Messages.ExportPoolAction), only)
            : MessageText.Format(nameof(Messages.ExportAction), pools.Count);
        return
        [
            .. templates.Select((template, index) => new PlannedFile(templates.Count == 1 ? target : place.Numbered(index + 1), template, action)),
            .. Imports(pools, place, action),
        ];
    }

    private List<PlannedFile> Apart()
    {
        var pools = DistinctPools.Once(Pools);
        var places = PoolFileNames.Create(pools).ConvertAll(name => TemplatePlace.In(target, name, format));
        var templates = Written(written => TemplateFiles.PerPool(pools, Options, TemplateTexts.For(format), written), pools.Count);
        var taken = new Dictionary<string, IdentityPool>(StringComparer.OrdinalIgnoreCase);
        var files = new List<PlannedFile>();
        foreach (var ((pool, place), template) in pools.Zip(places).Zip(templates))
        {
            var action = MessageText.Format(nameof(Messages.ExportPoolAction), pool);
            foreach (var file in new[] { new PlannedFile(place.File, template, action) }.Concat(Imports([pool], place, action)))
            {
                if (!taken.TryAdd(file.File, pool))
                {
                    throw DefinitionErrors.Create(nameof(Messages.DuplicatePoolFile), pool, taken[file.File], pool, System.IO.Path.GetFileName(file.File));
                }

                files.Add(file);
            }
        }

        foreach (var (pool, place) in pools.Zip(places))
        {
            WarnOfLeftover(pool, place.File, taken.Keys);
        }

        return files;
    }

    /// <summary>The template to import with, and the list that says which resource is which.</summary>
    private IEnumerable<PlannedFile> Imports(IReadOnlyList<IdentityPool> pools, TemplatePlace place, string action)
    {
        if (!ResourceImport)
        {
            return [];
        }

        if (Fragment)
        {
            throw DefinitionErrors.Create(nameof(Messages.ResourceImportOfFragment), ResourceImport);
        }

        var (template, resources) = IdentityPools.Template.ResourceImport.Of(pools, Options, TemplateTexts.For(format), TemplateTexts.For(TemplateFormat.Json));
        return [new(place.Import, template, action), new(place.ResourcesToImport, resources, action)];
    }

    private List<ReadOnlyMemory<byte>> Written(Func<Action<int>, List<ReadOnlyMemory<byte>>> write, int count)
    {
        var bar = new ProgressBar(this);
        try
        {
            return write(written => bar.Written(written, count));
        }
        finally
        {
            bar.Complete();
        }
    }

    private bool IsAgreed(PlannedFile file) => IsAgreed(file.File, () => ShouldProcess(ShownText.Escape(file.File), file.Action));

    private static bool IsAgreed(string file, Func<bool> ask)
    {
        try
        {
            return ask();
        }
        catch (Exception exception) when (Consent.IsNobodyThere(exception))
        {
            throw new FileException(ErrorRecords.ConfirmationNeeded(file));
        }
    }

    private void Write(List<PlannedFile> files)
    {
        using var set = new FileSet(InvokeProvider, StopToken);
        if (!Force)
        {
            files.ForEach(file => set.CheckFree(file.File, NoClobber));
            files.ForEach(CheckForeign);
        }

        var written = files.FindAll(IsAgreed);
        if (FilePerPool && written.Count > 0)
        {
            set.AddFolder(target);
        }

        written.ForEach(file => set.Add(file.File, file.Content));
        set.Commit();
        if (PassThru)
        {
            WriteObject(written.Select(file => new FileInfo(file.File)), enumerateCollection: true);
        }
    }

    /// <summary>A template that has more than pools is not overwritten as if it had nothing else.</summary>
    private static void CheckForeign(PlannedFile file)
    {
        if (ForeignResources.In(file.File, file.Content) is { Count: > 0 } foreign)
        {
            throw new FileException(ErrorRecords.ForeignResources(file.File, foreign));
        }
    }

    /// <summary>An earlier export of more pools may have left files that are no longer part of the set.</summary>
    private void WarnOfLeftover(string file, int count)
    {
        if (count > 1 && File.Exists(file))
        {
            WriteWarning(MessageText.Format(nameof(Messages.ExportLeftover), file, count));
        }
    }

    /// <summary>A pool that was alone with its name has another file as soon as it is not.</summary>
    private void WarnOfLeftover(IdentityPool pool, string file, IReadOnlyCollection<string> written)
    {
        var plain = TemplatePlace.In(target, PoolFileNames.Alone(pool), format).File;
        if (plain != file && File.Exists(plain) && !written.Contains(plain, StringComparer.OrdinalIgnoreCase))
        {
            WriteWarning(MessageText.Format(nameof(Messages.ExportLeftoverOfPool), plain, pool, file));
        }
    }

    private void Guarded(Action action)
    {
        try
        {
            action();
        }
        catch (FileException exception)
        {
            ThrowTerminatingError(exception.Record);
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }
    }
}
