namespace IdentityPools.UnitTests.Simulation;

/// <summary>A sign-in and what has to come of it.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Pool">The pool, by its name in the table.</param>
/// <param name="Provider">The provider; null for a guest.</param>
/// <param name="Claims">The claims as JSON, as the table has them.</param>
/// <param name="CustomRole">The role that is asked for.</param>
/// <param name="Outcome">What comes of it.</param>
/// <param name="Role">The role that is given.</param>
/// <param name="Step">What decides.</param>
/// <param name="Rule">The place of the rule that decides, from 1.</param>
internal sealed record SimulationCase(
    string Name,
    string Pool,
    string? Provider,
    string Claims,
    string? CustomRole,
    RoleDecisionOutcome Outcome,
    string? Role,
    RoleDecisionStep Step,
    int? Rule
);
