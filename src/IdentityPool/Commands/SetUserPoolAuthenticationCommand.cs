using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;

namespace IdentityPools.Commands;

/// <summary>Changes the app client or the token check of a user pool that is a provider of a pool.</summary>
[Cmdlet(VerbsCommon.Set, "UserPoolAuthentication", HelpUri = HelpPages.Base + "Set-UserPoolAuthentication.md")]
[OutputType(typeof(IdentityPool))]
public sealed class SetUserPoolAuthenticationCommand : PoolCommand
{
    /// <summary>The user pool: id, ARN, provider name, intrinsic function or definition.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(UserPoolCompleter))]
    public UserPoolArgument UserPool { get; set; } = null!;

    /// <summary>The app client that changes. Without it, the only one that the pool has of that user pool.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(UserPoolClientCompleter))]
    public UserPoolClientArgument? UserPoolClient { get; set; }

    /// <summary>The app client in its place: id, intrinsic function, or a definition by New-UserPoolClient.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(VariableCompleter<UserPoolClient>))]
    public UserPoolClientArgument? NewUserPoolClient { get; set; }

    /// <summary>Accepts tokens of users who signed out or were deleted until they expire; with <c>:$false</c> no longer.</summary>
    [Parameter]
    [RejectNull]
    public SwitchParameter DisableServerSideTokenCheck { get; set; }

    private protected override PoolChange Change(Predicate<string> isGiven)
    {
        var which = ProviderArguments.UserPoolReference(UserPool.Value, UserPoolClient);
        var client = NewUserPoolClient?.Value;
        bool? check = isGiven(nameof(DisableServerSideTokenCheck)) ? !DisableServerSideTokenCheck : null;
        return new(pool => pool.WithUserPoolChanged(which, client, check));
    }
}
