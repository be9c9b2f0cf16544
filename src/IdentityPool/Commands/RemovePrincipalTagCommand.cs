using System.Management.Automation;
using IdentityPools.Completion;

namespace IdentityPools.Commands;

/// <summary>Removes attributes for access control of one provider.</summary>
[Cmdlet(VerbsCommon.Remove, "PrincipalTag", DefaultParameterSetName = ProviderSet, HelpUri = HelpPages.Base + "Remove-PrincipalTag.md")]
[OutputType(typeof(IdentityPool))]
public sealed class RemovePrincipalTagCommand : ProviderCommand
{
    /// <summary>The session tags that go. Without it, all of the provider.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PrincipalTagNameCompleter))]
    public string[]? TagName { get; set; }

    private protected override PoolChange Change(Predicate<string> isGiven)
    {
        var provider = Reference();
        var names = TagName?.ToValueList();
        return new(pool => pool.WithoutPrincipalTags(provider, names));
    }
}
