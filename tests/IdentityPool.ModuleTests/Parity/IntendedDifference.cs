using System.Text.Json.Nodes;

namespace IdentityPools.ModuleTests.Parity;

/// <summary>A way in which this module's templates differ from the CDK's on purpose.</summary>
/// <param name="Name">What differs.</param>
/// <param name="Reason">Why.</param>
/// <param name="When">Where it shows.</param>
/// <param name="Apply">Changes the meaning of the CDK's template to what this module's says instead.</param>
internal sealed record IntendedDifference(string Name, string Reason, ParityScope When, Action<JsonObject> Apply)
{
    public override string ToString() => Name;
}
