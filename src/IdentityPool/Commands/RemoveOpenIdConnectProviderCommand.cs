using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;
using IdentityPools.Model;

namespace IdentityPools.Commands;

/// <summary>Removes OpenID Connect providers from a pool.</summary>
[Cmdlet(VerbsCommon.Remove, "OpenIdConnectProvider", HelpUri = HelpPages.Base + "Remove-OpenIdConnectProvider.md")]
[OutputType(typeof(IdentityPool))]
public sealed class RemoveOpenIdConnectProviderCommand : PoolCommand
{
    /// <summary>The providers: ARN, intrinsic function or definition.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(OpenIdConnectProviderCompleter))]
    public OpenIdConnectProviderArgument[] Provider { get; set; } = null!;

    private protected override PoolChange Change(Predicate<string> isGiven) =>
        PoolChanges.WithoutProviders(Provider.Select(argument => new OpenIdConnectProviderReference(argument.Value)).ToValueList<ProviderReference>());
}
