using System.Collections;
using System.Management.Automation;
using System.Text;
using IdentityPools.Arguments;
using IdentityPools.Completion;
using IdentityPools.Errors;
using IdentityPools.Files;
using IdentityPools.Template;
using IdentityPools.Values;

namespace IdentityPools.Commands;

/// <summary>Reads the identity pools of a template that comes as text, as other programs print it.</summary>
[Cmdlet(VerbsData.ConvertFrom, "IdentityPoolTemplate", HelpUri = HelpPages.Base + "ConvertFrom-IdentityPoolTemplate.md")]
[OutputType(typeof(IdentityPool))]
public sealed class ConvertFromIdentityPoolTemplateCommand : ImportCommand
{
    private const string TemplateBody = nameof(TemplateBody);

    private readonly StringBuilder text = new();

    /// <summary>The text, whole or by lines, which are joined; or objects that have a template as their TemplateBody, each a template.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(VariableCompleter<string>))]
    public object InputObject { get; set; } = null!;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var item in PSValue.Base(InputObject) is IList list ? list.Cast<object?>() : [InputObject])
        {
            Take(item);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (text.Length > 0)
        {
            Import(() => Opened(TemplateTexts.Read(text.ToString(), StopToken.ThrowIfCancellationRequested)), named: null);
        }
    }

    private void Take(object? item)
    {
        switch (PSValue.Base(item))
        {
            case string line:
                if (text.Length + line.Length > TemplateText.MaximumLength)
                {
                    ThrowTerminatingError(ErrorRecords.Create(DefinitionErrors.Create(nameof(Messages.TemplateTooLong), null, TemplateText.MaximumLength)));
                }

                text.Append(line).Append('\n');
                break;
            case FileSystemInfo file:
                WriteError(ErrorRecords.Create(DefinitionErrors.Create(nameof(Messages.TemplateIsFile), file, file)));
                break;
            case IDictionary map:
                ImportObject(map);
                break;
            default:
                ImportObject((item as PSObject)?.Properties[TemplateBody]?.Value);
                break;
        }
    }

    /// <summary>A template that other commands made objects of, or an object that holds one as text or as such.</summary>
    private void ImportObject(object? given)
    {
        if (given is null)
        {
            WriteError(ErrorRecords.Create(DefinitionErrors.Create(nameof(Messages.TemplateNotText), InputObject, InputObject.GetType().Name)));
            return;
        }

        Import(() => Opened(TemplateObject.ToNode(PSValue.Unwrapped(given))), named: null);
    }

    /// <summary>The template itself: what AWS answers has it as an object or as text, and a query for it alone as text in quotes.</summary>
    private TemplateNode Opened(TemplateNode node) =>
        node switch
        {
            TemplateMapping answer when answer[TemplateBody] is { } body && answer["Resources"] is null => Opened(body),
            TemplateScalar { Text: var inner } when inner.Contains('\n', StringComparison.Ordinal) || inner.TrimStart().StartsWith('{') => Opened(
                TemplateTexts.Read(inner, StopToken.ThrowIfCancellationRequested)
            ),
            _ => node,
        };
}
