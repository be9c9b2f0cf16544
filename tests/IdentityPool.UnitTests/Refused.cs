using IdentityPools.Validation;
using Xunit;

namespace IdentityPools.UnitTests;

/// <summary>Says that a definition is refused, and why.</summary>
internal static class Refused
{
    public static DefinitionException With(string errorId, Action build)
    {
        var fault = Assert.Throws<DefinitionException>(build);

        Assert.Equal(errorId, fault.ErrorId);
        return fault;
    }
}
