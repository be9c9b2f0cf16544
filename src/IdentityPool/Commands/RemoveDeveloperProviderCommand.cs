using System.Management.Automation;

namespace IdentityPools.Commands;

/// <summary>Removes the developer provider from the definition of a pool that does not exist yet.</summary>
[Cmdlet(VerbsCommon.Remove, "DeveloperProvider", HelpUri = HelpPages.Base + "Remove-DeveloperProvider.md")]
[OutputType(typeof(IdentityPool))]
public sealed class RemoveDeveloperProviderCommand : PoolCommand
{
    private protected override PoolChange Change(Predicate<string> isGiven) => new(pool => pool.WithoutDeveloperProvider());
}
