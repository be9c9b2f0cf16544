using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;

namespace IdentityPools.Commands;

/// <summary>Removes the role mapping of one provider.</summary>
[Cmdlet(VerbsCommon.Remove, "RoleMapping", DefaultParameterSetName = ProviderSet, HelpUri = HelpPages.Base + "Remove-RoleMapping.md")]
[OutputType(typeof(IdentityPool))]
public sealed class RemoveRoleMappingCommand : ProviderCommand
{
    /// <summary>The app client of the user pool. Without it, the only one that the pool has of that user pool.</summary>
    [Parameter(ParameterSetName = UserPoolSet)]
    [Parameter(ParameterSetName = ProviderSet, DontShow = true)]
    [Parameter(ParameterSetName = OpenIdConnectProviderSet, DontShow = true)]
    [Parameter(ParameterSetName = SamlProviderSet, DontShow = true)]
    [Parameter(ParameterSetName = ProviderUrlSet, DontShow = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(UserPoolClientCompleter))]
    public UserPoolClientArgument? UserPoolClient { get; set; }

    private protected override UserPoolClientArgument? Client => UserPoolClient;

    private protected override PoolChange Change(Predicate<string> isGiven)
    {
        var provider = Reference();
        return new(pool => pool.WithoutRoleMapping(provider));
    }
}
