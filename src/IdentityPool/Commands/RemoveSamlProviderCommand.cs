using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;
using IdentityPools.Model;

namespace IdentityPools.Commands;

/// <summary>Removes SAML providers from a pool.</summary>
[Cmdlet(VerbsCommon.Remove, "SamlProvider", HelpUri = HelpPages.Base + "Remove-SamlProvider.md")]
[OutputType(typeof(IdentityPool))]
public sealed class RemoveSamlProviderCommand : PoolCommand
{
    /// <summary>The providers: ARN, intrinsic function or definition.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SamlProviderCompleter))]
    public SamlProviderArgument[] Provider { get; set; } = null!;

    private protected override PoolChange Change(Predicate<string> isGiven) =>
        PoolChanges.WithoutProviders(Provider.Select(argument => new SamlProviderReference(argument.Value)).ToValueList<ProviderReference>());
}
