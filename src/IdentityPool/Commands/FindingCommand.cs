using System.ComponentModel;
using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;
using IdentityPools.Findings;

namespace IdentityPools.Commands;

/// <summary>A command that looks for risks. It calls AWS only when a connection is named, to look up what the pool points to.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class FindingCommand : LiveCommand
{
    private IReadOnlyList<FindingRule> rules = [];

    private protected FindingCommand() { }

    /// <summary>The pool: a definition, imported or live.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(VariableCompleter<IdentityPool>))]
    [TakeStored]
    public IdentityPool InputObject { get; set; } = null!;

    /// <summary>Rules that are not asked.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RuleIdCompleter))]
    public string[] ExcludeRuleId { get; set; } = [];

    /// <summary>The rules that are asked; null for all.</summary>
    private protected virtual string[]? AskedRules => null;

    private bool IsConnected =>
        new[] { nameof(Session), nameof(Region), nameof(ProfileName), nameof(Credential), nameof(EndpointUrl) }.Any(MyInvocation.BoundParameters.ContainsKey);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        rules = this.ReadArgument(() =>
        {
            var asked = AskedRules?.Select(FindingRules.Find) ?? FindingRules.All;
            return asked.Except(ExcludeRuleId.Select(FindingRules.Find)).ToList();
        });
    }

    /// <summary>What is found in the pool, accepted findings included.</summary>
    private protected ValueList<IdentityPoolFinding> Find(IdentityPool pool)
    {
        pool.CheckIsWhole();
        var surroundings = IsConnected ? Examine(pool) : null;
        return FindingSet.Evaluate(pool, surroundings, rules);
    }

    private PoolSurroundings Examine(IdentityPool pool)
    {
        var service = ServiceFor(pool);
        return Await(cancellation => service.ExamineAsync(pool, Observer(pool.ToString()), cancellation));
    }
}
