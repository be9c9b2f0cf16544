using System.Collections;
using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;
using IdentityPools.Model;
using IdentityPools.Policies;

namespace IdentityPools.Commands;

/// <summary>Grants permissions to a role of a pool.</summary>
[Cmdlet(VerbsSecurity.Grant, "IdentityPoolAccess", DefaultParameterSetName = ServiceSet, HelpUri = HelpPages.Base + "Grant-IdentityPoolAccess.md")]
[OutputType(typeof(IdentityPool))]
public sealed class GrantIdentityPoolAccessCommand : PoolCommand
{
    internal const string ServiceSet = "Service";
    internal const string ActionSet = "Action";
    internal const string StatementSet = "Statement";
    internal const string ManagedPolicySet = "ManagedPolicy";

    /// <summary>Authenticated, Unauthenticated, or the name of a managed role of the pool.</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RoleCompleter))]
    public string Role { get; set; } = null!;

    /// <summary>Statements by New-PolicyStatement.</summary>
    [Parameter(Mandatory = true, ParameterSetName = StatementSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(VariableCompleter<PolicyStatement[]>))]
    public PolicyStatement[] Statement { get; set; } = null!;

    /// <summary>Actions, s3:GetObject for example.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ActionSet)]
    [ValidateNotNull]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(ActionCompleter))]
    public TemplateArgument[] Action { get; set; } = null!;

    /// <summary>The ARNs of managed policies.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ManagedPolicySet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ManagedPolicyArnCompleter))]
    public TemplateArgument[] ManagedPolicyArn { get; set; } = null!;

    /// <summary>The service whose usual actions are granted.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ServiceSet)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ChoiceCompleter<AwsService>))]
    public ChoiceArgument<AwsService>? Service { get; set; }

    /// <summary>Which of the service's actions.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ServiceSet)]
    [Parameter(ParameterSetName = ActionSet, DontShow = true)]
    [Parameter(ParameterSetName = StatementSet, DontShow = true)]
    [Parameter(ParameterSetName = ManagedPolicySet, DontShow = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ChoiceCompleter<AccessLevel>))]
    public ChoiceArgument<AccessLevel>? Access { get; set; }

    /// <summary>The ARNs, or intrinsic functions.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ServiceSet)]
    [Parameter(Mandatory = true, ParameterSetName = ActionSet)]
    [Parameter(ParameterSetName = StatementSet, DontShow = true)]
    [Parameter(ParameterSetName = ManagedPolicySet, DontShow = true)]
    [ValidateNotNull]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(ResourceCompleter))]
    public TemplateArgument[] Resource { get; set; } = null!;

    /// <summary>The conditions: @{ StringEquals = @{ 'aws:RequestedRegion' = 'eu-west-1' } }.</summary>
    [Parameter(ParameterSetName = ActionSet)]
    [Parameter(ParameterSetName = ServiceSet, DontShow = true)]
    [Parameter(ParameterSetName = StatementSet, DontShow = true)]
    [Parameter(ParameterSetName = ManagedPolicySet, DontShow = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ConditionCompleter))]
    public IDictionary? Condition { get; set; }

    /// <summary>Limits each identity to what is its own.</summary>
    [Parameter(ParameterSetName = ServiceSet)]
    [Parameter(ParameterSetName = ActionSet, DontShow = true)]
    [Parameter(ParameterSetName = StatementSet, DontShow = true)]
    [Parameter(ParameterSetName = ManagedPolicySet, DontShow = true)]
    public SwitchParameter PerIdentity { get; set; }

    private protected override PoolChange Change(Predicate<string> isGiven)
    {
        isGiven.CheckGoesWith(nameof(Access), nameof(Service));
        isGiven.CheckGoesWith(nameof(PerIdentity), nameof(Service));
        isGiven.CheckGoesWith(nameof(Condition), nameof(Action));
        isGiven.CheckGoesWith(nameof(Resource), nameof(Service), nameof(Action));
        if (isGiven(nameof(ManagedPolicyArn)))
        {
            var policies = TemplateArgument.ValuesOf(ManagedPolicyArn).Select(WrittenArn.CheckEntity).ToValueList();
            return new(pool => pool.WithRole(Role, role => role.WithManagedPolicies(policies)));
        }

        var statements = Statements(isGiven);
        return new(pool => pool.WithRole(Role, role => role.WithStatements(statements)))
        {
            // Those of New-PolicyStatement were looked at when they were written.
            Doubts = isGiven(nameof(Statement)) ? [] : statements.SelectMany(WrittenStatement.Doubts),
        };
    }

    private ValueList<PolicyStatement> Statements(Predicate<string> isGiven) =>
        isGiven(nameof(Statement)) ? Statement.ToValueList()
        : isGiven(nameof(Service))
            ? ServiceCatalogue
                .Statements(Service!.Value, Access!.Value, TemplateArgument.ValuesOf(Resource).Select(WrittenArn.Check).ToValueList(), PerIdentity)
                .ToValueList()
        :
        [
            NewPolicyStatementCommand.Written(
                new()
                {
                    Actions = TemplateArgument.ValuesOf(Action),
                    Resources = TemplateArgument.ValuesOf(Resource),
                    Condition = NewPolicyStatementCommand.ConditionNode(Condition),
                }
            ),
        ];
}
