using System.Globalization;

namespace IdentityPools.Benchmarks.Reporting;

/// <summary>A figure that the module is to stay within.</summary>
/// <param name="Description">What is measured.</param>
/// <param name="Unit">What the two numbers count.</param>
/// <param name="Limit">The largest value that reaches the goal.</param>
/// <param name="Measured">The value that was found.</param>
internal sealed record Goal(string Description, string Unit, double Limit, double Measured)
{
    public bool IsReached => Measured <= Limit;

    public string Format(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:0.##} {Unit}");
}
