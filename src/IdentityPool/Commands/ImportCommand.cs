using System.Collections;
using System.ComponentModel;
using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;
using IdentityPools.Errors;
using IdentityPools.Planning;
using IdentityPools.Template;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Commands;

/// <summary>A command that reads the identity pools of a template.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ImportCommand : StoppableCommand
{
    private EvaluationInput input = new();

    private protected ImportCommand() { }

    /// <summary>The logical ids of the pools that are wanted. Without it: all.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(LogicalIdCompleter))]
    public string[] LogicalId { get; set; } = [];

    /// <summary>Values of the template's parameters; those that are not given have their defaults. Without it, parameters and what hangs on them stay.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ParameterValueCompleter))]
    public IDictionary? ParameterValue { get; set; }

    /// <summary>The region that the template is deployed to.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>The account that the template is deployed to.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? AccountId { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() =>
        input = this.ReadArgument(() =>
            new EvaluationInput
            {
                Parameters = ParameterValue is null
                    ? null
                    : PSValue.Nodes(ParameterValue, nameof(ParameterValue)).ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal),
                Region = Region is null ? null : AwsRegion.Check(Region),
                AccountId = AccountId is null ? null : AwsAccount.CheckId(AccountId),
            }
        );

    /// <summary>Emits the pools of a template; what cannot be read of it is an error, and what is not carried a warning.</summary>
    /// <param name="read">Reads the template.</param>
    /// <param name="named">Where it comes from, for errors and warnings; null for text that has no name.</param>
    private protected void Import(Func<TemplateNode> read, string? named)
    {
        try
        {
            var template = TemplateImporter.Import(read(), input, LogicalId, StopToken.ThrowIfCancellationRequested);
            foreach (var warning in template.Warnings)
            {
                WriteWarning(named is null ? warning : MessageText.Format(nameof(Messages.InFile), named, warning));
            }

            foreach (var error in template.Errors)
            {
                WriteError(ErrorRecords.Create(error, named));
            }

            WriteObject(template.Pools, enumerateCollection: true);
        }
        catch (TemplateTextException exception)
        {
            WriteError(ErrorRecords.Create(exception, named));
        }
        catch (DefinitionException exception)
        {
            WriteError(ErrorRecords.Create(exception, named));
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }
    }
}
