using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Validation;

namespace IdentityPools.Commands;

/// <summary>Adds the developer provider.</summary>
[Cmdlet(VerbsCommon.Add, "DeveloperProvider", HelpUri = HelpPages.Base + "Add-DeveloperProvider.md")]
[OutputType(typeof(IdentityPool))]
public sealed class AddDeveloperProviderCommand : PoolCommand
{
    /// <summary>The name under which a backend of one's own vouches for users. Once the pool is published it cannot change.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNull]
    public TemplateArgument Name { get; set; } = null!;

    private protected override PoolChange Change(Predicate<string> isGiven)
    {
        var name = Limits.DeveloperProviderName.Check(Name.Value);
        return new(pool => pool.WithDeveloperProvider(name));
    }
}
