using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;

namespace IdentityPools.Commands;

/// <summary>Adds OpenID Connect providers.</summary>
[Cmdlet(VerbsCommon.Add, "OpenIdConnectProvider", HelpUri = HelpPages.Base + "Add-OpenIdConnectProvider.md")]
[OutputType(typeof(IdentityPool))]
public sealed class AddOpenIdConnectProviderCommand : PoolCommand
{
    private ValueList<OpenIdConnectProvider> providers = [];

    /// <summary>The providers: ARN, intrinsic function, or a definition by New-OpenIdConnectProvider.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(OpenIdConnectProviderCompleter))]
    public OpenIdConnectProviderArgument[] Provider { get; set; } = null!;

    /// <inheritdoc/>
    protected override void BeginProcessing() => providers = Argument(() => Provider.Select(argument => argument.Value).ToValueList());

    private protected override IdentityPool Change(IdentityPool pool) => pool.WithOpenIdConnectProviders(providers);
}
