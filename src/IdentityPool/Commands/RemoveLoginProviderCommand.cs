using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;
using IdentityPools.Model;

namespace IdentityPools.Commands;

/// <summary>Removes public login providers from a pool.</summary>
[Cmdlet(VerbsCommon.Remove, "LoginProvider", HelpUri = HelpPages.Base + "Remove-LoginProvider.md")]
[OutputType(typeof(IdentityPool))]
public sealed class RemoveLoginProviderCommand : PoolCommand
{
    /// <summary>The providers.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(LoginProviderCompleter))]
    public ChoiceArgument<LoginProviderName>[] Provider { get; set; } = null!;

    private protected override PoolChange Change(Predicate<string> isGiven) =>
        PoolChanges.WithoutProviders(Provider.Select(name => new LoginProviderReference(name.Value)).ToValueList<ProviderReference>());
}
