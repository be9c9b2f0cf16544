using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;

namespace IdentityPools.Commands;

/// <summary>Removes a user pool, or one of its clients, from the providers of a pool.</summary>
[Cmdlet(VerbsCommon.Remove, "UserPoolAuthentication", HelpUri = HelpPages.Base + "Remove-UserPoolAuthentication.md")]
[OutputType(typeof(IdentityPool))]
public sealed class RemoveUserPoolAuthenticationCommand : PoolCommand
{
    /// <summary>The user pool: id, ARN, provider name, intrinsic function or definition.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(UserPoolCompleter))]
    public UserPoolArgument UserPool { get; set; } = null!;

    /// <summary>The app client. Without it, the only one that the pool has of that user pool.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(UserPoolClientCompleter))]
    public UserPoolClientArgument? UserPoolClient { get; set; }

    private protected override PoolChange Change(Predicate<string> isGiven) =>
        PoolChanges.WithoutProviders([ProviderArguments.UserPoolReference(UserPool.Value, UserPoolClient)]);
}
