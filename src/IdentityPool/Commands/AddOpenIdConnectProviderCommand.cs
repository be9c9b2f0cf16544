using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;

namespace IdentityPools.Commands;

/// <summary>Adds OpenID Connect providers.</summary>
[Cmdlet(VerbsCommon.Add, "OpenIdConnectProvider", HelpUri = HelpPages.Base + "Add-OpenIdConnectProvider.md")]
[OutputType(typeof(IdentityPool))]
public sealed class AddOpenIdConnectProviderCommand : PoolCommand
{
    /// <summary>The providers: ARN, intrinsic function, or a definition by New-OpenIdConnectProvider.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(OpenIdConnectProviderCompleter))]
    public OpenIdConnectProviderArgument[] Provider { get; set; } = null!;

    private protected override PoolChange Change(Predicate<string> isGiven)
    {
        var providers = Provider.Select(argument => argument.Value).ToValueList();
        return new(pool => pool.WithOpenIdConnectProviders(providers));
    }
}
