using IdentityPools.Template;
using Xunit;

namespace IdentityPools.UnitTests.Export;

/// <summary>Declarations of parameters that CloudFormation would refuse.</summary>
public sealed class ParameterTests
{
    [Theory]
    [InlineData("Stage\n")]
    [InlineData("Sta ge")]
    [InlineData("")]
    public void A_name_is_letters_and_digits_to_its_end(string name) => Refused.With("InvalidParameterName", () => TemplateParameter.Create(name, "dev"));

    [Theory]
    [InlineData("String\n")]
    [InlineData("Text")]
    public void A_type_is_one_of_CloudFormation_to_its_end(string type) =>
        Refused.With("InvalidParameterType", () => TemplateParameter.Create("Stage", new Dictionary<string, object> { ["Type"] = type }));
}
