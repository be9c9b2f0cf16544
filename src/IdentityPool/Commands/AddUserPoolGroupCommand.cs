using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;
using IdentityPools.Model;

namespace IdentityPools.Commands;

/// <summary>Adds groups of a user pool, with their roles.</summary>
[Cmdlet(VerbsCommon.Add, "UserPoolGroup", HelpUri = HelpPages.Base + "Add-UserPoolGroup.md")]
[OutputType(typeof(IdentityPool))]
public sealed class AddUserPoolGroupCommand : PoolCommand
{
    /// <summary>The user pool: id, ARN, provider name, intrinsic function or definition.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(UserPoolCompleter))]
    public UserPoolArgument UserPool { get; set; } = null!;

    /// <summary>The groups, by New-UserPoolGroup.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(VariableCompleter<UserPoolGroup[]>))]
    public UserPoolGroup[] Group { get; set; } = null!;

    private protected override PoolChange Change(Predicate<string> isGiven)
    {
        var (userPool, groups) = (UserPool.Value, Group.ToValueList());
        return new(pool => pool.WithUserPoolGroups(userPool, groups)) { Doubts = WrittenUserPool.Doubt(userPool) is { } doubt ? [doubt] : [] };
    }
}
