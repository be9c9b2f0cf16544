using System.Collections;
using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;
using IdentityPools.Model;

namespace IdentityPools.Commands;

/// <summary>Defines a user pool that is created with an identity pool.</summary>
[Cmdlet(VerbsCommon.New, "UserPool", HelpUri = HelpPages.Base + "New-UserPool.md")]
[OutputType(typeof(UserPool))]
public sealed class NewUserPoolCommand : PSCmdlet
{
    /// <summary>The name, 1 to 128 characters. Without one CloudFormation makes one up.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    public TemplateArgument? Name { get; set; }

    /// <summary>Lets people create an account themselves.</summary>
    [Parameter]
    [RejectNull]
    public SwitchParameter AllowSelfSignUp { get; set; }

    /// <summary>Fewest characters of a password, 6 to 99. AWS's default is 8.</summary>
    [Parameter]
    public int PasswordMinimumLength { get; set; }

    /// <summary>Tags of the user pool.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(TagCompleter))]
    public IDictionary? Tag { get; set; }

    /// <summary>The logical id in a template; made from the name when it is left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? LogicalId { get; set; }

    /// <summary>What happens to the user pool, and its users, when it leaves its stack.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ChoiceCompleter<DeletionPolicy>))]
    public ChoiceArgument<DeletionPolicy>? DeletionPolicy { get; set; }

    /// <summary>Nothing: it makes a definition that comes by the pipeline an error, in place of taking a few of its properties.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public IDefinition? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => this.CheckArguments(() => Define());

    /// <inheritdoc/>
    protected override void ProcessRecord() => this.WriteDefined(InputObject, Define);

    private UserPool Define() =>
        UserPool.Define(
            Name?.Value,
            AllowSelfSignUp,
            this.IsBound(nameof(PasswordMinimumLength)) ? PasswordMinimumLength : null,
            TagRules.Create(PSValue.Entries(Tag, nameof(Tag))),
            LogicalId,
            DeletionPolicy?.Value ?? IdentityPools.DeletionPolicy.Retain
        );
}
