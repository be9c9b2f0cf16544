using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;

namespace IdentityPools.Commands;

/// <summary>Defines a group of a user pool that is created with an identity pool.</summary>
[Cmdlet(VerbsCommon.New, "UserPoolGroup", HelpUri = HelpPages.Base + "New-UserPoolGroup.md")]
[OutputType(typeof(UserPoolGroup))]
public sealed class NewUserPoolGroupCommand : PSCmdlet
{
    /// <summary>The name, 1 to 128 characters without spaces.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    public TemplateArgument Name { get; set; } = null!;

    /// <summary>The role of the members: ARN, intrinsic function, a definition by New-IdentityPoolRole, or the name of a role that the pool holds.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(RoleArnCompleter))]
    public RoleArgument? Role { get; set; }

    /// <summary>The rank among the groups of a user, from 0; the lowest number takes precedence.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public int Precedence { get; set; }

    /// <summary>A description, up to 2,048 characters.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    public TemplateArgument? Description { get; set; }

    /// <summary>Nothing: it makes a definition that comes by the pipeline an error, in place of taking a few of its properties.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public IDefinition? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        this.WriteDefined(
            InputObject,
            () =>
                UserPoolGroup.Define(
                    new()
                    {
                        Name = Name.Value,
                        Role = Role?.ValueOrName(RoleAudience.Authenticated),
                        Precedence = this.IsBound(nameof(Precedence)) ? Precedence : null,
                        Description = Description?.Value,
                    }
                )
        );
}
