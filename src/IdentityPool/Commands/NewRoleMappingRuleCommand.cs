using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;

namespace IdentityPools.Commands;

/// <summary>Defines a rule that gives a role.</summary>
[Cmdlet(VerbsCommon.New, "RoleMappingRule", HelpUri = HelpPages.Base + "New-RoleMappingRule.md")]
[OutputType(typeof(RoleMappingRule))]
public sealed class NewRoleMappingRuleCommand : PSCmdlet
{
    /// <summary>The claim of the token that is looked at.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ClaimCompleter))]
    public TemplateArgument Claim { get; set; } = null!;

    /// <summary>What the claim is compared with, literally.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ClaimValueCompleter))]
    public TemplateArgument ClaimValue { get; set; } = null!;

    /// <summary>The role that a match gives: ARN, intrinsic function, a definition by New-IdentityPoolRole, or the name of a role that the pool holds.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(RoleArnCompleter))]
    public RoleArgument MappedRole { get; set; } = null!;

    /// <summary>How the claim is compared.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ChoiceCompleter<ClaimMatchType>))]
    public ChoiceArgument<ClaimMatchType>? MatchType { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => this.CheckArguments(() => Match());

    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        this.WriteDefined(
            input: null,
            () => RoleMappingRule.Create(Claim.Value, Match(), ClaimValue.Value, MappedRole.ValueOrName(RoleAudience.Authenticated))
        );

    private ClaimMatchType Match() => MatchType?.Value ?? ClaimMatchType.Equals;
}
