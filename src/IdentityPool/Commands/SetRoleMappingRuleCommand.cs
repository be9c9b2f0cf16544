using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;

namespace IdentityPools.Commands;

/// <summary>Changes a rule of the role mapping of one provider.</summary>
[Cmdlet(VerbsCommon.Set, "RoleMappingRule", DefaultParameterSetName = ProviderSet, HelpUri = HelpPages.Base + "Set-RoleMappingRule.md")]
[OutputType(typeof(IdentityPool))]
public sealed class SetRoleMappingRuleCommand : ProviderCommand
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

    /// <summary>The place of the rule, from 1.</summary>
    [Parameter(Mandatory = true)]
    [ArgumentCompleter(typeof(RulePlaceCompleter))]
    public int At { get; set; }

    /// <summary>The claim of the token that is looked at.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ClaimCompleter))]
    public TemplateArgument? Claim { get; set; }

    /// <summary>What the claim is compared with, literally.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ClaimValueCompleter))]
    public TemplateArgument? ClaimValue { get; set; }

    /// <summary>How the claim is compared.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ChoiceCompleter<ClaimMatchType>))]
    public ChoiceArgument<ClaimMatchType>? MatchType { get; set; }

    /// <summary>The role that a match gives: an ARN, an intrinsic function, a definition, or the name of a role that the pool holds.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(HeldRoleCompleter))]
    public RoleArgument? MappedRole { get; set; }

    private protected override UserPoolClientArgument? Client => UserPoolClient;

    private protected override PoolChange Change(Predicate<string> isGiven)
    {
        var provider = Reference();
        var (claim, value) = (Claim?.Value, ClaimValue?.Value);
        var matchType = MatchType?.Value;
        var role = MappedRole?.ValueOrName(RoleAudience.Authenticated);
        return new(pool => pool.WithRoleMappingChanged(provider, mapping => mapping.WithRuleChanged(At, rule => rule.With(claim, matchType, value, role))));
    }
}
