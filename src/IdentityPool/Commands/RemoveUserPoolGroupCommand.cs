using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;

namespace IdentityPools.Commands;

/// <summary>Removes groups of a user pool from a definition.</summary>
[Cmdlet(VerbsCommon.Remove, "UserPoolGroup", HelpUri = HelpPages.Base + "Remove-UserPoolGroup.md")]
[OutputType(typeof(IdentityPool))]
public sealed class RemoveUserPoolGroupCommand : PoolCommand
{
    /// <summary>The user pool: id, ARN, provider name, intrinsic function or definition.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(UserPoolCompleter))]
    public UserPoolArgument UserPool { get; set; } = null!;

    /// <summary>The names of the groups.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(UserPoolGroupNameCompleter))]
    public TemplateArgument[] Name { get; set; } = null!;

    private protected override PoolChange Change(Predicate<string> isGiven)
    {
        var (userPool, names) = (UserPool.Value, TemplateArgument.ValuesOf(Name));
        return new(pool => pool.WithoutUserPoolGroups(userPool, names));
    }
}
