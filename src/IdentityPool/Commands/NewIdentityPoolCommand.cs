using System.Collections;
using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;
using IdentityPools.Model;

namespace IdentityPools.Commands;

/// <summary>Defines an identity pool.</summary>
[Cmdlet(VerbsCommon.New, "IdentityPool", HelpUri = HelpPages.Base + "New-IdentityPool.md")]
[OutputType(typeof(IdentityPool))]
public sealed class NewIdentityPoolCommand : PSCmdlet, IDefinesPool
{
    /// <summary>The name, 1 to 128 characters. Without one CloudFormation makes one up.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    public TemplateArgument? Name { get; set; }

    /// <summary>Gives credentials to guests.</summary>
    [Parameter]
    [RejectNull]
    public SwitchParameter AllowUnauthenticatedIdentities { get; set; }

    /// <summary>Allows the classic flow, in which clients pick a role themselves.</summary>
    [Parameter]
    [RejectNull]
    public SwitchParameter AllowClassicFlow { get; set; }

    /// <summary>The default role of users who signed in. Without it a managed role is created.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(RoleArnCompleter))]
    public RoleArgument? AuthenticatedRole { get; set; }

    /// <summary>The unauthenticated role. Without it a managed role is created.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(RoleArnCompleter))]
    public RoleArgument? UnauthenticatedRole { get; set; }

    /// <summary>Leaves the unauthenticated role out.</summary>
    [Parameter]
    [RejectNull]
    public SwitchParameter NoUnauthenticatedRole { get; set; }

    /// <summary>Tags of the pool and its managed roles.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(TagCompleter))]
    public IDictionary? Tag { get; set; }

    /// <summary>The logical id in a template; made from the name when it is left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? LogicalId { get; set; }

    /// <summary>What happens to the pool when it leaves its stack.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ChoiceCompleter<DeletionPolicy>))]
    public ChoiceArgument<DeletionPolicy>? DeletionPolicy { get; set; }

    /// <summary>Nothing: it makes a definition that comes by the pipeline an error, in place of taking a few of its properties.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public IDefinition? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => this.CheckArguments(() => Define(this.IsBound));

    /// <inheritdoc/>
    protected override void ProcessRecord() => this.WriteDefined(InputObject, () => Define(this.IsBound));

    IdentityPool IDefinesPool.Define(Predicate<string> isGiven) => Define(isGiven);

    private IdentityPool Define(Predicate<string> isGiven) => IdentityPool.Create(Settings(isGiven));

    private IdentityPoolSettings Settings(Predicate<string> isGiven) =>
        new IdentityPoolSettings
        {
            Name = Name?.Value,
            AllowUnauthenticatedIdentities = isGiven(nameof(AllowUnauthenticatedIdentities)) ? AllowUnauthenticatedIdentities.ToBool() : null,
            AllowClassicFlow = isGiven(nameof(AllowClassicFlow)) ? AllowClassicFlow.ToBool() : null,
            AuthenticatedRole = AuthenticatedRole?.Value(RoleAudience.Authenticated),
            UnauthenticatedRole = UnauthenticatedRole?.Value(RoleAudience.Unauthenticated),
            NoUnauthenticatedRole = NoUnauthenticatedRole,
            Tags = TagRules.Create(PSValue.Entries(Tag, nameof(Tag))),
            LogicalId = LogicalId,
            DeletionPolicy = DeletionPolicy?.Value,
        };
}
