using System.Collections;
using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;
using IdentityPools.Model;

namespace IdentityPools.Commands;

/// <summary>Changes the settings of a pool.</summary>
[Cmdlet(VerbsCommon.Set, "IdentityPool", HelpUri = HelpPages.Base + "Set-IdentityPool.md")]
[OutputType(typeof(IdentityPool))]
public sealed class SetIdentityPoolCommand : PoolCommand
{
    /// <summary>The new name, 1 to 128 characters. Names need not be unique.</summary>
    [Parameter]
    [ValidateNotNull]
    public TemplateArgument? Name { get; set; }

    /// <summary>Gives credentials to guests, or with <c>:$false</c> no longer.</summary>
    [Parameter]
    [RejectNull]
    public SwitchParameter AllowUnauthenticatedIdentities { get; set; }

    /// <summary>Allows the classic flow, in which clients pick a role themselves, or with <c>:$false</c> forbids it.</summary>
    [Parameter]
    [RejectNull]
    public SwitchParameter AllowClassicFlow { get; set; }

    /// <summary>The default role of users who signed in: an ARN, an intrinsic function, a definition, or the name of a role that the pool holds.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(HeldRoleCompleter))]
    public RoleArgument? AuthenticatedRole { get; set; }

    /// <summary>The unauthenticated role: an ARN, an intrinsic function, a definition, or the name of a role that the pool holds.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(HeldRoleCompleter))]
    public RoleArgument? UnauthenticatedRole { get; set; }

    /// <summary>Takes the unauthenticated role away.</summary>
    [Parameter]
    [RejectNull]
    public SwitchParameter NoUnauthenticatedRole { get; set; }

    /// <summary>Tags that are added; one whose key is there gets the new value.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(TagCompleter))]
    public IDictionary? Tag { get; set; }

    /// <summary>The keys of tags that go.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TagKeyCompleter))]
    public string[]? RemoveTag { get; set; }

    /// <summary>The logical id in a template. To CloudFormation, another id is another pool.</summary>
    [Parameter]
    [ValidateNotNull]
    public string? LogicalId { get; set; }

    /// <summary>What happens to the pool when it leaves its stack.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ChoiceCompleter<DeletionPolicy>))]
    public ChoiceArgument<DeletionPolicy>? DeletionPolicy { get; set; }

    private protected override PoolChange Change(Predicate<string> isGiven)
    {
        var settings = new IdentityPoolSettings
        {
            Name = Name?.Value,
            AllowUnauthenticatedIdentities = isGiven(nameof(AllowUnauthenticatedIdentities)) ? AllowUnauthenticatedIdentities.ToBool() : null,
            AllowClassicFlow = isGiven(nameof(AllowClassicFlow)) ? AllowClassicFlow.ToBool() : null,
            AuthenticatedRole = AuthenticatedRole?.ValueOrName(RoleAudience.Authenticated),
            UnauthenticatedRole = UnauthenticatedRole?.ValueOrName(RoleAudience.Unauthenticated),
            NoUnauthenticatedRole = NoUnauthenticatedRole,
            LogicalId = LogicalId,
            DeletionPolicy = DeletionPolicy?.Value,
        }.Checked();
        var tags = TagChange.Create(PSValue.Entries(Tag, nameof(Tag)), RemoveTag ?? []);
        return new(pool => pool.With(settings, tags));
    }
}
