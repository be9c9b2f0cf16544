using System.Collections;
using System.Globalization;
using System.Numerics;
using IdentityPools.Template;
using IdentityPools.Values;
using Xunit;

namespace IdentityPools.UnitTests.Values;

/// <summary>Text or a function, from what scripts write.</summary>
public sealed class TemplateValueTests
{
    [Theory]
    [InlineData("text", "text")]
    [InlineData("", "")]
    [InlineData(5, "5")]
    [InlineData(true, "true")]
    public void A_plain_value_is_its_text(object value, string text)
    {
        var actual = TemplateValue.FromObject(value);

        Assert.True(actual.IsLiteral);
        Assert.Equal(text, actual.Literal);
    }

    [Fact]
    public void A_hashtable_is_a_function()
    {
        var value = TemplateValue.FromObject(new Hashtable { ["Fn::ImportValue"] = "UserPoolId" });

        Assert.False(value.IsLiteral);
        Assert.Null(value.Literal);
        Assert.Equal("""{"Fn::ImportValue":"UserPoolId"}""", value.ToString());
    }

    [Fact]
    public void A_value_stays_itself()
    {
        var value = Pools.Ref("Stage");

        Assert.Same(value, TemplateValue.FromObject(value));
    }

    [Fact]
    public void The_two_notations_of_an_attribute_are_equal() =>
        Assert.Equal(
            TemplateValue.FromObject(new Hashtable { ["Fn::GetAtt"] = "Users.Arn" }),
            TemplateValue.FromObject(
                new Hashtable
                {
                    ["Fn::GetAtt"] = new ArrayList { "Users", "Arn" },
                }
            )
        );

    [Fact]
    public void A_value_equals_its_text_and_no_other()
    {
        TemplateValue value = "a";

        Assert.True(value.Equals("a"));
        Assert.True(value == "a");
        Assert.False(value == "b");
        Assert.False(Pools.Ref("a") == "a");
        Assert.Equal("a".GetHashCode(StringComparison.Ordinal), value.GetHashCode());
    }

    [Fact]
    public void Order_is_that_of_the_characters_whatever_the_culture() =>
        Assert.Equal(
            ["B", "a", "ä"],
            new TemplateValue[] { "ä", "a", "B" }
                .Order()
                .Select(value => value.Literal)
        );

    public static TheoryData<object, string> Numbers =>
        new()
        {
            { -1.5, "-1.5" },
            { 0.1f, "0.1" },
            { -1.50m, "-1.50" },
            { ulong.MaxValue, "18446744073709551615" },
            { new BigInteger(ulong.MaxValue) * 10, "184467440737095516150" },
            { (byte)7, "7" },
            { (short)-7, "-7" },
            { long.MinValue, "-9223372036854775808" },
        };

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Every_kind_of_number_is_written_alike_in_every_culture(object number, string written)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new("de-DE") { NumberFormat = { NegativeSign = "\u2212" } };
        try
        {
            Assert.Equal(new TemplateScalar(TemplateScalarKind.Number, written), TemplateObject.ToNode(number));
            Assert.Equal(written, TemplateValue.FromObject(number).Literal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(float.NaN)]
    [InlineData(float.NegativeInfinity)]
    public void What_is_no_finite_number_is_refused(object number) => Refused.With("NumberNotFinite", () => TemplateValue.FromObject(number));

    [Fact]
    public void Null_is_no_value() => Refused.With("ValueNull", () => TemplateValue.FromObject(null));

    [Fact]
    public void A_list_is_no_value() => Refused.With("ValueNotText", () => TemplateValue.FromObject(new ArrayList { "a" }));

    [Fact]
    public void Another_object_is_no_value() =>
        Assert.Contains("Version", Refused.With("ValueNotSupported", () => TemplateValue.FromObject(new Version(1, 0))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_null_inside_of_a_function_is_refused() => Refused.With("ValueNull", () => TemplateValue.FromObject(new Hashtable { ["Ref"] = null }));

    [Fact]
    public void A_hashtable_that_contains_itself_is_refused()
    {
        var loop = new Hashtable();
        loop["Fn::ImportValue"] = loop;

        var fault = Refused.With("ValueTooDeep", () => TemplateValue.FromObject(loop));

        Assert.Contains("32", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_that_contains_itself_is_refused()
    {
        var loop = new ArrayList();
        loop.Add(loop);

        Refused.With("ValueTooDeep", () => TemplateValue.FromObject(new Hashtable { ["Fn::Join"] = loop }));
    }
}
