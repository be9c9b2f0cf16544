using IdentityPools.Validation;
using Xunit;

namespace IdentityPools.UnitTests.Validation;

/// <summary>What a word that nobody knows was meant to be.</summary>
public sealed class NearMissTests
{
    private static readonly string[] Known = ["dynamodb", "ec2", "lambda", "s3", "cognito-identity"];

    [Theory]
    [InlineData("lambda", "lambda")]
    [InlineData("LAMBDA", "lambda")]
    [InlineData("ambda", "lambda")]
    [InlineData("lamda", "lambda")]
    [InlineData("lambd", "lambda")]
    [InlineData("xlambda", "lambda")]
    [InlineData("lammbda", "lambda")]
    [InlineData("lambdas", "lambda")]
    [InlineData("xambda", "lambda")]
    [InlineData("lamxda", "lambda")]
    [InlineData("lambdx", "lambda")]
    [InlineData("albmda", null)]
    [InlineData("almbda", "lambda")]
    [InlineData("lamdba", "lambda")]
    [InlineData("lambad", "lambda")]
    [InlineData("ec3", "ec2")]
    [InlineData("ce2", "ec2")]
    public void One_slip_of_the_fingers_is_understood(string text, string? meant) => Assert.Equal(meant, NearMiss.Find(text, Known));

    [Theory]
    [InlineData("dinamobd", "dynamodb")]
    [InlineData("dinamob", null)]
    [InlineData("congito-identiy", "cognito-identity")]
    [InlineData("congito-identy", "cognito-identity")]
    [InlineData("congnto-idenyt", null)]
    public void A_long_word_may_have_one_for_every_four_letters(string text, string? meant) => Assert.Equal(meant, NearMiss.Find(text, Known));

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("xyz")]
    [InlineData("abcdef")]
    [InlineData("lamdbx")]
    [InlineData("identity")]
    [InlineData("lambda-function")]
    public void Another_word_is_not(string text) => Assert.Null(NearMiss.Find(text, Known));

    [Theory]
    [InlineData("ec1", "ec3 ec2 s3", "ec3")]
    [InlineData("ec1", "s3 ec2 ec3", "ec2")]
    [InlineData("something", "s3 ec2", "s3")]
    public void However_far_the_closest_is_the_first_of_those_that_are_alike(string text, string known, string closest) =>
        Assert.Equal(closest, NearMiss.Closest(text, known.Split(' ')));

    [Fact]
    public void Where_nothing_is_known_nothing_is_meant()
    {
        Assert.Null(NearMiss.Find("lambda", []));
        Assert.Null(NearMiss.Closest("lambda", []));
    }
}
