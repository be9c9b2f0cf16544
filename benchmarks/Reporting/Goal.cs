namespace IdentityPools.Benchmarks.Reporting;

/// <summary>A figure that the module is to stay within.</summary>
/// <param name="Limit">The largest value that reaches the goal.</param>
internal sealed record Goal(string Description, double Limit, double Measured)
{
    public bool IsReached => Measured <= Limit;
}
