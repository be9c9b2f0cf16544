using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;
using IdentityPools.Values;

namespace IdentityPools.Commands;

/// <summary>Removes rules from the role mapping of one provider.</summary>
[Cmdlet(VerbsCommon.Remove, "RoleMappingRule", DefaultParameterSetName = ProviderSet, HelpUri = HelpPages.Base + "Remove-RoleMappingRule.md")]
[OutputType(typeof(IdentityPool))]
public sealed class RemoveRoleMappingRuleCommand : ProviderCommand
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

    /// <summary>The places of the rules, from 1, as they are before the command.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RulePlaceCompleter))]
    public int[]? At { get; set; }

    /// <summary>The claim whose rules go.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ClaimCompleter))]
    public TemplateArgument? Claim { get; set; }

    /// <summary>The value of the claim whose rules go. Without it, those for every value.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ClaimValueCompleter))]
    public TemplateArgument? ClaimValue { get; set; }

    private protected override UserPoolClientArgument? Client => UserPoolClient;

    private protected override PoolChange Change(Predicate<string> isGiven)
    {
        var provider = Reference();
        var (places, claim, value) = (At?.ToValueList(), Claim?.Value, ClaimValue?.Value);
        return (places, claim, value) switch
        {
            ({ } at, null, null) => new(pool => pool.WithRoleMappingChanged(provider, mapping => mapping.WithoutRules(at))),
            (null, { } named, _) => new(pool => pool.WithRoleMappingChanged(provider, mapping => mapping.WithoutRules(named, value))),
            _ => throw DefinitionErrors.Create(nameof(Messages.RulePlaceOrClaim), provider.ToString(), provider),
        };
    }
}
