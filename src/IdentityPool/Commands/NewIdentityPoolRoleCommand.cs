using System.Collections;
using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;
using IdentityPools.Model;

namespace IdentityPools.Commands;

/// <summary>Defines a role that is created with its pool.</summary>
[Cmdlet(VerbsCommon.New, "IdentityPoolRole", HelpUri = HelpPages.Base + "New-IdentityPoolRole.md")]
[OutputType(typeof(IdentityPoolRole))]
public sealed class NewIdentityPoolRoleCommand : PSCmdlet
{
    /// <summary>The name of the role within its pool, by which rules and grants speak of it. It is not the name of the IAM role.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    public string? Name { get; set; }

    /// <summary>Which identities may assume the role.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ChoiceCompleter<RoleAudience>))]
    public ChoiceArgument<RoleAudience>? For { get; set; }

    /// <summary>What the role may do.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(VariableCompleter<PolicyStatement[]>))]
    public PolicyStatement[] Statement { get; set; } = [];

    /// <summary>The managed policies of the role.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ManagedPolicyArnCompleter))]
    public TemplateArgument[] ManagedPolicyArn { get; set; } = [];

    /// <summary>A description, up to 1,000 characters.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public TemplateArgument? Description { get; set; }

    /// <summary>The IAM path, /shop/ for example.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(IamPathCompleter))]
    public TemplateArgument? Path { get; set; }

    /// <summary>The ARN of the policy that bounds what the role may ever do.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(PolicyArnCompleter))]
    public TemplateArgument? PermissionsBoundary { get; set; }

    /// <summary>Seconds that a session may last, 3,600 to 43,200.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(MaxSessionDurationCompleter))]
    public int MaxSessionDuration { get; set; }

    /// <summary>Tags of the role, beside those of its pool.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(TagCompleter))]
    public IDictionary? Tag { get; set; }

    /// <summary>Nothing: it makes a definition that comes by the pipeline an error, in place of taking a few of its properties.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public IDefinition? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => this.CheckArguments(() => Role());

    /// <inheritdoc/>
    protected override void ProcessRecord() => this.WriteDefined(InputObject, Role);

    private IdentityPoolRole Role()
    {
        var role = IdentityPoolRole.Managed(
            Name,
            For?.Value ?? RoleAudience.Authenticated,
            new()
            {
                Description = Description?.Value,
                Path = Path?.Value,
                PermissionsBoundary = PermissionsBoundary is null ? null : WrittenArn.CheckEntity(PermissionsBoundary.Value),
                MaxSessionDuration = this.IsBound(nameof(MaxSessionDuration)) ? MaxSessionDuration : null,
                Tags = TagRules.Create(PSValue.Entries(Tag, nameof(Tag))),
            }
        );
        return role.WithManagedPolicies(TemplateArgument.ValuesOf(ManagedPolicyArn).Select(WrittenArn.CheckEntity)).WithStatements(Statement);
    }
}
