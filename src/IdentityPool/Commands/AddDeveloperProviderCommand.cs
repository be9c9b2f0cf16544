using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Validation;

namespace IdentityPools.Commands;

/// <summary>Adds the developer provider.</summary>
[Cmdlet(VerbsCommon.Add, "DeveloperProvider", HelpUri = HelpPages.Base + "Add-DeveloperProvider.md")]
[OutputType(typeof(IdentityPool))]
public sealed class AddDeveloperProviderCommand : PoolCommand
{
    private TemplateValue name = null!;

    /// <summary>The name under which a backend of one's own vouches for users. Once the pool is published it cannot change.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNull]
    public TemplateArgument Name { get; set; } = null!;

    /// <inheritdoc/>
    protected override void BeginProcessing() => name = Argument(() => Limits.DeveloperProviderName.Check(Name.Value));

    private protected override IdentityPool Change(IdentityPool pool) => pool.WithDeveloperProvider(name);
}
