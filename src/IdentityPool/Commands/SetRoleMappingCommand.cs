using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;
using IdentityPools.Values;

namespace IdentityPools.Commands;

/// <summary>Changes the role mapping of one provider.</summary>
[Cmdlet(VerbsCommon.Set, "RoleMapping", DefaultParameterSetName = ProviderSet, HelpUri = HelpPages.Base + "Set-RoleMapping.md")]
[OutputType(typeof(IdentityPool))]
public sealed class SetRoleMappingCommand : ProviderCommand
{
    /// <summary>The app client of the user pool. Without it, the only one that the pool has of that user pool.</summary>
    [Parameter(ParameterSetName = UserPoolSet)]
    [Parameter(ParameterSetName = ProviderSet, DontShow = true)]
    [Parameter(ParameterSetName = OpenIdConnectProviderSet, DontShow = true)]
    [Parameter(ParameterSetName = SamlProviderSet, DontShow = true)]
    [Parameter(ParameterSetName = ProviderUrlSet, DontShow = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(UserPoolClientCompleter))]
    public UserPoolClientArgument? UserPoolClient { get; set; }

    /// <summary>Takes the role from the token from now on. The rules go.</summary>
    [Parameter]
    [RejectNull]
    public SwitchParameter UseToken { get; set; }

    /// <summary>All rules in the order in which they are tried, 1 to 25, in the place of those that there are.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(VariableCompleter<RoleMappingRule[]>))]
    public RoleMappingRule[]? Rule { get; set; }

    /// <summary>Gives the authenticated role when no role can be told; with <c>:$false</c> denies.</summary>
    [Parameter]
    [RejectNull]
    public SwitchParameter ResolveAmbiguousRoles { get; set; }

    /// <summary>The key of the mapping in a template.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(MappingKeyCompleter))]
    public string? MappingKey { get; set; }

    private protected override UserPoolClientArgument? Client => UserPoolClient;

    private protected override PoolChange Change(Predicate<string> isGiven)
    {
        var provider = Reference();
        if (UseToken && Rule is not null)
        {
            throw DefinitionErrors.Create(nameof(Messages.TokenAndRules), provider.ToString(), provider);
        }

        var rules = Rule?.ToValueList();
        AmbiguousRoleResolution? resolution =
            !isGiven(nameof(ResolveAmbiguousRoles)) ? null
            : ResolveAmbiguousRoles ? AmbiguousRoleResolution.AuthenticatedRole
            : AmbiguousRoleResolution.Deny;
        return new(pool => pool.WithRoleMappingChanged(provider, mapping => mapping.With(UseToken, rules, resolution, MappingKey)))
        {
            Doubts = UseToken && RoleMapping.LacksRoles(provider) ? [MessageText.Format(nameof(Messages.TokenWithoutRoles), provider)] : [],
        };
    }
}
