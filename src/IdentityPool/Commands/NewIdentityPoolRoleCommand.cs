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
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>Which identities may assume the role.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public RoleAudience For { get; set; } = RoleAudience.Authenticated;

    /// <summary>What the role may do.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(VariableCompleter<PolicyStatement[]>))]
    public PolicyStatement[] Statement { get; set; } = [];

    /// <summary>The managed policies of the role.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(PolicyArnCompleter))]
    public TemplateArgument[] ManagedPolicyArn { get; set; } = [];

    /// <summary>A description, up to 1,000 characters.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
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
    public IDictionary? Tag { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => this.CheckArguments(() => Role());

    /// <inheritdoc/>
    protected override void ProcessRecord() => this.WriteDefined(Role);

    private IdentityPoolRole Role()
    {
        var role = IdentityPoolRole.Managed(
            Name,
            For,
            new()
            {
                Description = Description?.Value,
                Path = Path?.Value,
                PermissionsBoundary = PermissionsBoundary is null ? null : WrittenArn.CheckEntity(PermissionsBoundary.Value),
                MaxSessionDuration = this.IsBound(nameof(MaxSessionDuration)) ? MaxSessionDuration : null,
                Tags = TagRules.Create(PSValue.Entries(Tag)),
            }
        );
        return role.WithManagedPolicies(TemplateArgument.ValuesOf(ManagedPolicyArn).Select(WrittenArn.CheckEntity)).WithStatements(Statement);
    }
}
