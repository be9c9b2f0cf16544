using System.Collections;
using System.Management.Automation;
using IdentityPools.Completion;

namespace IdentityPools.Commands;

/// <summary>Replaces the attributes for access control of one provider.</summary>
[Cmdlet(VerbsCommon.Set, "PrincipalTag", DefaultParameterSetName = ProviderSet, HelpUri = HelpPages.Base + "Set-PrincipalTag.md")]
[OutputType(typeof(IdentityPool))]
public sealed class SetPrincipalTagCommand : ProviderCommand
{
    /// <summary>Session tag and claim: @{ department = 'custom:department' }.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PrincipalTagCompleter))]
    public IDictionary? Tag { get; set; }

    /// <summary>Uses AWS's default tags: username from sub, client from aud.</summary>
    [Parameter]
    public SwitchParameter UseDefaults { get; set; }

    private protected override PoolChange Change(Predicate<string> isGiven)
    {
        var tags = AddPrincipalTagCommand.Mapping(Reference(), UseDefaults, Tag);
        return new(pool => pool.WithPrincipalTagsChanged(tags));
    }
}
