using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;
using IdentityPools.Policies;
using IdentityPools.Values;

namespace IdentityPools.Commands;

/// <summary>Takes permissions away from a role of a pool.</summary>
[Cmdlet(VerbsSecurity.Revoke, "IdentityPoolAccess", DefaultParameterSetName = ServiceSet, HelpUri = HelpPages.Base + "Revoke-IdentityPoolAccess.md")]
[OutputType(typeof(IdentityPool))]
public sealed class RevokeIdentityPoolAccessCommand : PoolCommand
{
    private const string ServiceSet = GrantIdentityPoolAccessCommand.ServiceSet;
    private const string ActionSet = GrantIdentityPoolAccessCommand.ActionSet;
    private const string ManagedPolicySet = GrantIdentityPoolAccessCommand.ManagedPolicySet;
    private const string SidSet = "Sid";
    private const string AllSet = "All";

    /// <summary>Authenticated, Unauthenticated, the name of a managed role of the pool, or the ARN or name of an existing one.</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RoleCompleter))]
    public string Role { get; set; } = null!;

    /// <summary>The name of the statement that goes.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SidSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(StatementCompleter))]
    public string Sid { get; set; } = null!;

    /// <summary>Actions that are no longer allowed, s3:GetObject for example.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ActionSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(StatementCompleter))]
    public TemplateArgument[] Action { get; set; } = null!;

    /// <summary>The service whose usual actions are no longer allowed.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ServiceSet)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ChoiceCompleter<AwsService>))]
    public ChoiceArgument<AwsService>? Service { get; set; }

    /// <summary>Which of the service's actions.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ServiceSet)]
    [Parameter(ParameterSetName = ActionSet, DontShow = true)]
    [Parameter(ParameterSetName = SidSet, DontShow = true)]
    [Parameter(ParameterSetName = ManagedPolicySet, DontShow = true)]
    [Parameter(ParameterSetName = AllSet, DontShow = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ChoiceCompleter<AccessLevel>))]
    public ChoiceArgument<AccessLevel>? Access { get; set; }

    /// <summary>The ARNs, or intrinsic functions, on which they are no longer allowed. Without it, on all.</summary>
    [Parameter(ParameterSetName = ServiceSet)]
    [Parameter(ParameterSetName = ActionSet)]
    [Parameter(ParameterSetName = SidSet, DontShow = true)]
    [Parameter(ParameterSetName = ManagedPolicySet, DontShow = true)]
    [Parameter(ParameterSetName = AllSet, DontShow = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(StatementCompleter))]
    public TemplateArgument[]? Resource { get; set; }

    /// <summary>The ARNs of managed policies that go.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ManagedPolicySet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(StatementCompleter))]
    public TemplateArgument[] ManagedPolicyArn { get; set; } = null!;

    /// <summary>Takes every statement and, of a managed role, every managed policy away.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AllSet)]
    [RejectNull]
    public SwitchParameter All { get; set; }

    private protected override PoolChange Change(Predicate<string> isGiven)
    {
        isGiven.CheckGoesWith(nameof(Access), nameof(Service));
        isGiven.CheckGoesWith(nameof(Resource), nameof(Service), nameof(Action));
        if (isGiven(nameof(Sid)))
        {
            return new(pool => pool.WithRole(Role, role => role.WithoutStatement(Sid)));
        }

        if (isGiven(nameof(ManagedPolicyArn)))
        {
            var policies = TemplateArgument.ValuesOf(ManagedPolicyArn);
            return new(pool => pool.WithRole(Role, role => role.WithoutManagedPolicies(policies)));
        }

        if (isGiven(nameof(All)))
        {
            return new(pool => All ? pool.WithRole(Role, role => role.WithoutGrants()) : pool);
        }

        var resources = isGiven(nameof(Resource)) ? TemplateArgument.ValuesOf(Resource) : null;
        if (isGiven(nameof(Service)))
        {
            var statements = ServiceCatalogue.Statements(Service!.Value, Access!.Value, resources ?? ["*"], perIdentity: false);
            return Revocation(
                role => role.WithoutAccess(statements, resources is null),
                statements.SelectMany(statement => statement.TypedActions).ToValueList(),
                resources is null ? null : statements.SelectMany(statement => statement.TypedResources).ToValueList()
            );
        }

        var actions = TemplateArgument.ValuesOf(Action);
        return Revocation(role => role.WithoutActions(actions, resources), actions, resources);
    }

    /// <summary>Takes actions away, and warns of what goes on allowing them.</summary>
    private PoolChange Revocation(
        Func<IdentityPoolRole, IdentityPoolRole> change,
        IReadOnlyCollection<TemplateValue> actions,
        IReadOnlyCollection<TemplateValue>? resources
    ) =>
        new(pool => pool.WithRole(Role, change))
        {
            Warnings = (_, changed) =>
                RemainingAccess
                    .Find(changed.FindRole(Role), actions, resources)
                    .Select(statement => MessageText.Format(nameof(Messages.StillAllowed), Role, string.Join(", ", actions), statement)),
        };
}
