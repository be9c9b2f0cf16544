using System.Management.Automation;

namespace IdentityPools.Commands;

/// <summary>Adds public login providers.</summary>
[Cmdlet(VerbsCommon.Add, "LoginProvider", HelpUri = HelpPages.Base + "Add-LoginProvider.md")]
[OutputType(typeof(IdentityPool))]
public sealed class AddLoginProviderCommand : LoginProviderCommand
{
    private protected override IdentityPool Apply(IdentityPool pool, LoginProvider provider) => pool.WithLoginProvider(provider);
}
