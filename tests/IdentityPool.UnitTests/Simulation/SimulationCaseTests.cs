using Xunit;

namespace IdentityPools.UnitTests.Simulation;

/// <summary>The simulator gives what the table says; the test of the page lets the page's simulator answer the same table.</summary>
public sealed class SimulationCaseTests
{
    private static readonly SimulationCases Table = SimulationCases.Read();

    public static TheoryData<string> Names => [.. Table.All.Select(known => known.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_sign_in_gives_what_the_table_says(string name)
    {
        var expected = Table.All.Single(known => known.Name == name);
        var decision = Table.Decide(expected);
        Assert.Equal((expected.Outcome, expected.Role, expected.Step, expected.Rule), (decision.Outcome, decision.Role, decision.Step, decision.RulePosition));
        Assert.Equal(expected.Outcome == RoleDecisionOutcome.Denied, decision.Message is not null);
        Assert.NotEmpty(decision.Trace);
    }

    [Fact]
    public void The_table_has_every_outcome_and_every_step_and_enough_of_both()
    {
        Assert.True(Table.All.Count >= 60);
        Assert.Equal(Enum.GetValues<RoleDecisionOutcome>(), Table.All.Select(known => known.Outcome).Distinct().Order());
        // A token is refused before its claims are looked at, and the table has claims only.
        Assert.Equal(Enum.GetValues<RoleDecisionStep>().Except([RoleDecisionStep.Token]), Table.All.Select(known => known.Step).Distinct().Order());
    }
}
