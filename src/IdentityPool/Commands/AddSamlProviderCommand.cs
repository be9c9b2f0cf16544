using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;

namespace IdentityPools.Commands;

/// <summary>Adds SAML providers.</summary>
[Cmdlet(VerbsCommon.Add, "SamlProvider", HelpUri = HelpPages.Base + "Add-SamlProvider.md")]
[OutputType(typeof(IdentityPool))]
public sealed class AddSamlProviderCommand : PoolCommand
{
    private ValueList<SamlProvider> providers = [];

    /// <summary>The providers: ARN, intrinsic function, or a definition by New-SamlProvider.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SamlProviderCompleter))]
    public SamlProviderArgument[] Provider { get; set; } = null!;

    /// <inheritdoc/>
    protected override void BeginProcessing() => providers = Argument(() => Provider.Select(argument => argument.Value).ToValueList());

    private protected override IdentityPool Change(IdentityPool pool) => pool.WithSamlProviders(providers);
}
