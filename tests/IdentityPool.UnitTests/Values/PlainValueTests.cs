using System.Collections;
using IdentityPools.Model;
using IdentityPools.Template;
using IdentityPools.Values;
using Xunit;

namespace IdentityPools.UnitTests.Values;

/// <summary>What scripts read of a definition: strings, and dictionaries for functions.</summary>
public sealed class PlainValueTests
{
    private static readonly TemplateValue Function = TemplateValue.FromObject(
        new Dictionary<string, object>
        {
            ["Fn::Select"] = new object[]
            {
                1,
                new Dictionary<string, object>
                {
                    ["Fn::Split"] = new object[]
                    {
                        "/",
                        new Dictionary<string, object> { ["Ref"] = "Arn" },
                    },
                },
            },
        }
    );

    [Fact]
    public void Text_is_a_string()
    {
        Assert.Equal("shop", Assert.IsType<string>(Pools.Empty.Name));
        Assert.Equal("web", Assert.IsType<string>(IdentityPool.Create(new() { Tags = Pools.Map(("team", "web")) }).Tags["team"]));
        Assert.Equal(["s3:GetObject"], Pools.Allow("s3:GetObject").Actions);
    }

    [Fact]
    public void A_function_is_a_dictionary_that_gives_the_same_function_again()
    {
        var plain = Assert.IsType<FunctionDictionary>(Function.Plain);

        Assert.Equal(Function, TemplateValue.FromObject(plain));
        Assert.Equal(Function.ToString(), plain.ToString());
        Assert.Equal(["Fn::Select"], plain.Keys);
        Assert.Equal(1, ((IList)plain["Fn::Select"])[0]);
    }

    [Fact]
    public void Functions_are_equal_by_what_they_call()
    {
        Assert.Equal(Function.Plain, Function.Plain);
        Assert.Equal(Function.Plain.GetHashCode(), Function.Plain.GetHashCode());
        Assert.NotEqual(Pools.Ref("A").Plain, Pools.Ref("B").Plain);
        Assert.False(Pools.Ref("A").Plain.Equals(null));
    }

    [Fact]
    public void A_function_cannot_be_changed()
    {
        var plain = (IDictionary)Function.Plain;

        Assert.Throws<NotSupportedException>(() => plain["Ref"] = "x");
        Assert.Throws<NotSupportedException>(() => ((IList)plain["Fn::Select"]!)[0] = 2);
    }

    [Theory]
    [InlineData("Number", "12", 12)]
    [InlineData("Number", "1.50", "1.50")]
    [InlineData("Boolean", "true", true)]
    [InlineData("Boolean", "false", false)]
    [InlineData("Text", "12", "12")]
    public void Arguments_keep_their_kind(string kind, string text, object expected) =>
        Assert.Equal(expected, PlainValues.Plain(new TemplateScalar(Enum.Parse<TemplateScalarKind>(kind), text)));
}
