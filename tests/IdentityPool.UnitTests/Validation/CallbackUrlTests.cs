using Xunit;

namespace IdentityPools.UnitTests.Validation;

/// <summary>Where an app client may send people back to.</summary>
public sealed class CallbackUrlTests
{
    [Theory]
    [InlineData("https://shop.example/in")]
    [InlineData("http://localhost")]
    [InlineData("HTTP://LOCALHOST:3000/in")]
    [InlineData("myapp://in")]
    public void A_secure_address_one_of_this_machine_or_one_of_an_app(string url) =>
        Assert.Equal(url, Assert.Single(UserPoolClient.Define(new() { CallbackUrls = [url] }).TypedCallbackUrls));

    [Theory]
    [InlineData("http://shop.example")]
    [InlineData("http://localhost.shop.example/in")]
    [InlineData("http://localhost@shop.example/in")]
    [InlineData("https://shop.example/in#part")]
    [InlineData("shop")]
    [InlineData("/in")]
    public void Nothing_else(string url) => Refused.With("InvalidCallbackUrl", () => UserPoolClient.Define(new() { LogoutUrls = [url] }));
}
