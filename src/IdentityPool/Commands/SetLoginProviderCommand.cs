using System.Management.Automation;

namespace IdentityPools.Commands;

/// <summary>Gives login providers of a pool another app id, or Twitter another secret.</summary>
[Cmdlet(VerbsCommon.Set, "LoginProvider", HelpUri = HelpPages.Base + "Set-LoginProvider.md")]
[OutputType(typeof(IdentityPool))]
public sealed class SetLoginProviderCommand : LoginProviderCommand
{
    private protected override IdentityPool Apply(IdentityPool pool, LoginProvider provider) => pool.WithLoginProviderChanged(provider);
}
