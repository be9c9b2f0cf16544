using System.Collections;
using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;
using IdentityPools.Model;
using IdentityPools.Policies;
using IdentityPools.Template;
using IdentityPools.Values;

namespace IdentityPools.Commands;

/// <summary>Defines a statement of a permissions policy.</summary>
[Cmdlet(VerbsCommon.New, "PolicyStatement", HelpUri = HelpPages.Base + "New-PolicyStatement.md")]
[OutputType(typeof(PolicyStatement))]
public sealed class NewPolicyStatementCommand : PSCmdlet
{
    /// <summary>Whether the statement allows or denies.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ChoiceCompleter<PolicyEffect>))]
    public ChoiceArgument<PolicyEffect>? Effect { get; set; }

    /// <summary>The actions, s3:GetObject for example.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ActionCompleter))]
    public TemplateArgument[] Action { get; set; } = [];

    /// <summary>The ARNs, intrinsic functions or '*'.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ResourceCompleter))]
    public TemplateArgument[] Resource { get; set; } = [];

    /// <summary>The conditions: @{ StringEquals = @{ 'aws:RequestedRegion' = 'eu-west-1' } }.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ConditionCompleter))]
    public IDictionary? Condition { get; set; }

    /// <summary>A name for the statement, letters and digits.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Sid { get; set; }

    /// <summary>Nothing: it makes a definition that comes by the pipeline an error, in place of taking a few of its properties.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public IDefinition? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() =>
        this.CheckArguments(() =>
        {
            _ = Effect?.Value;
            ConditionNode(Condition);
        });

    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        this.WriteDefined(
            InputObject,
            () =>
            {
                var statement = Written(
                    new()
                    {
                        Effect = Effect?.Value ?? PolicyEffect.Allow,
                        Actions = TemplateArgument.ValuesOf(Action),
                        Resources = TemplateArgument.ValuesOf(Resource),
                        Condition = ConditionNode(Condition),
                        Sid = Sid,
                    }
                );
                this.WriteWarnings(WrittenStatement.Doubts(statement));
                return statement;
            }
        );

    /// <summary>A statement that is written here: a part of it that cannot exist is an error.</summary>
    internal static PolicyStatement Written(PolicyStatementParts parts) => WrittenStatement.Check(PolicyStatement.Create(parts));

    internal static TemplateMapping? ConditionNode(IDictionary? condition) =>
        condition is null ? null : (TemplateMapping)TemplateObject.ToNode(PSValue.Nodes(condition, nameof(Condition)).ToDictionary());
}
