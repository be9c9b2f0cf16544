using System.Collections;
using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;
using IdentityPools.Model;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Commands;

/// <summary>Adds attributes for access control for one provider.</summary>
[Cmdlet(VerbsCommon.Add, "PrincipalTag", DefaultParameterSetName = ProviderSet, HelpUri = HelpPages.Base + "Add-PrincipalTag.md")]
[OutputType(typeof(IdentityPool))]
public sealed class AddPrincipalTagCommand : ProviderCommand
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
        var tags = Mapping(Reference(), UseDefaults, Tag);
        return new(pool => pool.WithPrincipalTags(tags));
    }

    /// <summary>The principal tags that the arguments mean.</summary>
    /// <exception cref="DefinitionException">Tags and the defaults are given, or neither.</exception>
    internal static PrincipalTagMapping Mapping(ProviderReference provider, bool useDefaults, IDictionary? tags) =>
        (useDefaults, tags) switch
        {
            (true, not null) => throw DefinitionErrors.Create(nameof(Messages.DefaultsAndTags), provider.ToString(), provider),
            (false, null) => throw DefinitionErrors.Create(nameof(Messages.DefaultsOrTagsMissing), provider.ToString(), provider),
            (true, null) => PrincipalTagMapping.Defaults(provider),
            (false, _) => PrincipalTagMapping.Create(provider, ValueMap<TemplateValue>.Create(PSValue.Entries(tags, nameof(Tag)))),
        };
}
