using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;

namespace IdentityPools.Commands;

/// <summary>Adds rules to the role mapping of one provider.</summary>
[Cmdlet(VerbsCommon.Add, "RoleMappingRule", DefaultParameterSetName = ProviderSet, HelpUri = HelpPages.Base + "Add-RoleMappingRule.md")]
[OutputType(typeof(IdentityPool))]
public sealed class AddRoleMappingRuleCommand : ProviderCommand
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

    /// <summary>The rules, by New-RoleMappingRule.</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(VariableCompleter<RoleMappingRule[]>))]
    public RoleMappingRule[] Rule { get; set; } = null!;

    /// <summary>The place of the first new rule, from 1; those that are there move down. Without it, they come last.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(RulePlaceCompleter))]
    public int At { get; set; }

    private protected override UserPoolClientArgument? Client => UserPoolClient;

    private protected override PoolChange Change(Predicate<string> isGiven)
    {
        var provider = Reference();
        var rules = Rule.ToValueList();
        int? place = isGiven(nameof(At)) ? At : null;
        return new(pool => pool.WithRoleMappingChanged(provider, mapping => mapping.WithRulesAdded(rules, place)));
    }
}
