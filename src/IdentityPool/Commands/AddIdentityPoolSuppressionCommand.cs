using System.Management.Automation;
using IdentityPools.Completion;

namespace IdentityPools.Commands;

/// <summary>Accepts findings of a pool, with the reason.</summary>
[Cmdlet(VerbsCommon.Add, "IdentityPoolSuppression", HelpUri = HelpPages.Base + "Add-IdentityPoolSuppression.md")]
[OutputType(typeof(IdentityPool))]
public sealed class AddIdentityPoolSuppressionCommand : PoolCommand
{
    /// <summary>The rules whose findings are accepted.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RuleIdCompleter))]
    public string[] RuleId { get; set; } = [];

    /// <summary>Why they are accepted.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string Reason { get; set; } = "";

    /// <summary>The one target of findings that is meant. Without it: every one.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FindingTargetCompleter))]
    public string? Target { get; set; }

    private protected override PoolChange Change(Predicate<string> isGiven)
    {
        var suppressions = RuleId.Select(id => FindingSuppression.Create(id, Reason, Target)).ToList();
        return new(pool => suppressions.Aggregate(pool, (known, suppression) => known.WithSuppression(suppression)));
    }
}
