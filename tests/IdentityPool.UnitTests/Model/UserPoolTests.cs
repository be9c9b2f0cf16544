using IdentityPools.Model;
using IdentityPools.Values;
using Xunit;

namespace IdentityPools.UnitTests.Model;

/// <summary>The ways to name a user pool.</summary>
public sealed class UserPoolTests
{
    private const string Arn = "arn:aws:cognito-idp:eu-west-1:123456789012:userpool/" + Pools.UserPoolId;

    [Theory]
    [InlineData(Arn)]
    [InlineData(Pools.ProviderName)]
    public void Id_ARN_and_provider_name_are_the_same_user_pool(string name)
    {
        var userPool = UserPool.Existing(name);

        Assert.Equal(Pools.UserPool, userPool);
        Assert.Equal(Pools.UserPool.GetHashCode(), userPool.GetHashCode());
        Assert.Equal(Pools.UserPoolId, userPool.TypedId!.Literal);
    }

    [Theory]
    [InlineData("eu-west-1_Ab1Cd2Ef3", "cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab1Cd2Ef3")]
    [InlineData("us-gov-west-1_Zz9", "cognito-idp.us-gov-west-1.amazonaws.com/us-gov-west-1_Zz9")]
    [InlineData("eusc-de-east-1_Zz9", "cognito-idp.eusc-de-east-1.amazonaws.eu/eusc-de-east-1_Zz9")]
    public void The_provider_name_follows_the_region_of_the_id(string id, string providerName)
    {
        Assert.Equal(providerName, UserPool.Existing(id).ProviderName);
        Assert.Equal(UserPool.Existing(id), UserPool.Existing(providerName));
    }

    [Theory]
    [InlineData("", "InvalidUserPool")]
    [InlineData("shop", "InvalidUserPool")]
    [InlineData("eu-west-1_", "InvalidUserPool")]
    [InlineData("eu-west-1_a-b", "InvalidUserPool")]
    [InlineData("Europe_Ab1", "InvalidUserPool")]
    [InlineData("arn:aws:cognito-idp:eu-west-1:123456789012", "InvalidArn")]
    [InlineData("arn:aws:cognito-identity:eu-west-1:123456789012:identitypool/eu-west-1:1", "InvalidUserPool")]
    [InlineData("arn:aws:s3:::bucket/eu-west-1_Ab1", "InvalidUserPool")]
    [InlineData("https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab1Cd2Ef3", "UserPoolIsUrl")]
    [InlineData("arn:aws:cognito-idp:us-east-1:123456789012:userpool/eu-west-1_Ab1Cd2Ef3", "UserPoolRegionMismatch")]
    [InlineData("cognito-idp.us-east-1.amazonaws.com/eu-west-1_Ab1Cd2Ef3", "UserPoolRegionMismatch")]
    public void What_names_something_else_is_refused(string name, string errorId) => Refused.With(errorId, () => UserPool.Existing(name));

    [Theory]
    [InlineData(55, true)]
    [InlineData(56, false)]
    public void An_id_has_55_characters_at_most(int length, bool isTaken)
    {
        var id = "eu-west-1_".PadRight(length, 'x');
        if (isTaken)
        {
            Assert.Equal(id, UserPool.Existing(id).TypedId!.Literal);
        }
        else
        {
            Refused.With("InvalidUserPool", () => UserPool.Existing(id));
        }
    }

    [Theory]
    [InlineData("ProviderName")]
    [InlineData("Arn")]
    [InlineData("UserPoolId")]
    public void Every_attribute_of_a_resource_names_the_same_user_pool(string attribute) =>
        Assert.Equal(
            UserPool.Existing(TemplateValue.FromNode(Intrinsic.AttributeOf("Users", "UserPoolId"))),
            UserPool.Existing(TemplateValue.FromNode(Intrinsic.AttributeOf("Users", attribute)))
        );

    [Fact]
    public void A_resource_by_Ref_and_by_attribute_is_one_user_pool_twice()
    {
        var pool = Pools.Empty.WithUserPool(new(UserPool.Existing(Pools.Ref("Users")), UserPoolClient.Existing("one"), true));
        var byAttribute = UserPool.Existing(TemplateValue.FromNode(Intrinsic.AttributeOf("Users", "Arn")));

        Refused.With("DuplicateUserPool", () => pool.WithUserPool(new(byAttribute, UserPoolClient.Existing("one"), true)));
    }

    [Fact]
    public void A_function_that_gives_a_URL_is_refused() =>
        Refused.With("UserPoolIsUrl", () => UserPool.Existing(TemplateValue.FromNode(Intrinsic.AttributeOf("Users", "ProviderURL"))));
}
