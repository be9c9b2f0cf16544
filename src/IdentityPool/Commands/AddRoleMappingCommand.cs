using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;
using IdentityPools.Model;
using IdentityPools.Values;

namespace IdentityPools.Commands;

/// <summary>Adds a role mapping for one provider.</summary>
[Cmdlet(VerbsCommon.Add, "RoleMapping", DefaultParameterSetName = ProviderSet, HelpUri = HelpPages.Base + "Add-RoleMapping.md")]
[OutputType(typeof(IdentityPool))]
public sealed class AddRoleMappingCommand : ProviderCommand
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

    /// <summary>Takes the role from the token, by the groups of the user pool.</summary>
    [Parameter]
    [RejectNull]
    public SwitchParameter UseToken { get; set; }

    /// <summary>The rules in the order in which they are tried, 1 to 25.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(VariableCompleter<RoleMappingRule[]>))]
    public RoleMappingRule[]? Rule { get; set; }

    /// <summary>Gives the authenticated role when no role can be told, instead of denying.</summary>
    [Parameter]
    [RejectNull]
    public SwitchParameter ResolveAmbiguousRoles { get; set; }

    /// <summary>The key of the mapping in a template; made from the provider when it is left out.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(MappingKeyCompleter))]
    public string? MappingKey { get; set; }

    private protected override UserPoolClientArgument? Client => UserPoolClient;

    private protected override PoolChange Change(Predicate<string> isGiven)
    {
        var mapping = Mapping(Reference());
        return new(pool => pool.WithRoleMapping(mapping))
        {
            Doubts = mapping.IsTokenWithoutRoles ? [MessageText.Format(nameof(Messages.TokenWithoutRoles), mapping.Provider)] : [],
        };
    }

    private RoleMapping Mapping(ProviderReference provider)
    {
        var resolution = ResolveAmbiguousRoles ? AmbiguousRoleResolution.AuthenticatedRole : AmbiguousRoleResolution.Deny;
        return (UseToken.ToBool(), Rule) switch
        {
            (true, not null) => throw DefinitionErrors.Create(nameof(Messages.TokenAndRules), provider.ToString(), provider),
            (false, null) => throw DefinitionErrors.Create(nameof(Messages.TokenOrRulesMissing), provider.ToString(), provider),
            (true, null) => RoleMapping.FromToken(provider, resolution, MappingKey),
            (false, _) => RoleMapping.FromRules(provider, Rule.ToValueList(), resolution, MappingKey),
        };
    }
}
