using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;

namespace IdentityPools.Commands;

/// <summary>Adds SAML providers.</summary>
[Cmdlet(VerbsCommon.Add, "SamlProvider", HelpUri = HelpPages.Base + "Add-SamlProvider.md")]
[OutputType(typeof(IdentityPool))]
public sealed class AddSamlProviderCommand : PoolCommand
{
    /// <summary>The providers: ARN, intrinsic function, or a definition by New-SamlProvider.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SamlProviderCompleter))]
    public SamlProviderArgument[] Provider { get; set; } = null!;

    private protected override PoolChange Change(Predicate<string> isGiven)
    {
        var providers = Provider.Select(argument => argument.Value).ToValueList();
        return new(pool => pool.WithSamlProviders(providers));
    }
}
