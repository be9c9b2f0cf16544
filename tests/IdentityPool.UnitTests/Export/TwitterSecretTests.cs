using System.Text;
using IdentityPools.Template;
using IdentityPools.Yaml;
using Xunit;

namespace IdentityPools.UnitTests.Export;

/// <summary>Twitter's secret goes to AWS and nowhere else.</summary>
public sealed class TwitterSecretTests
{
    private const string Secret = "Very-Secret_9";
    private static readonly IdentityPool Pool = Pools.Empty.WithLoginProvider(LoginProvider.Twitter("key", ProviderSecret.From(Secret)));

    [Fact]
    public void A_template_has_a_parameter_instead()
    {
        var template = JsonTemplates.Read(JsonTemplates.Write(Pool));

        Assert.Equal(true, template.At("Parameters", "ShopIdentityPoolTwitterConsumerSecret", "NoEcho"));
        Assert.Equal(
            "key;${ShopIdentityPoolTwitterConsumerSecret}",
            template.At("Resources", "ShopIdentityPool", "Properties", "SupportedLoginProviders", "api.twitter.com", "Fn::Sub")
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void No_text_of_the_definition_shows_it(bool isFragment)
    {
        var options = new TemplateOptions { IsFragment = isFragment };
        string[] texts =
        [
            JsonTemplates.Write(Pool, options),
            Encoding.UTF8.GetString(TemplateFiles.Single([Pool], options, new YamlTemplateText()).Span),
            Pool.ToString(),
            Pool.Providers.ToString(),
            Pool.LoginProviders[0].ToString(),
            $"{Pool.LoginProviders[0].Secret}",
        ];

        Assert.All(texts, text => Assert.DoesNotContain(Secret, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Very-Secret_9 and more")]
    [InlineData("Very-Secret_9\u0007")]
    public void No_error_shows_it(string secret)
    {
        var fault = Refused.With("InvalidTwitterSecret", () => LoginProvider.Twitter("key", ProviderSecret.From(secret)));

        Assert.DoesNotContain(Secret, fault.ToString() + fault.Target, StringComparison.Ordinal);
    }

    [Fact]
    public void It_comes_back_as_the_name_of_its_parameter()
    {
        var imported = Assert.Single(JsonTemplates.Import(JsonTemplates.Write(Pool)).Pools);

        Assert.Equal("ShopIdentityPoolTwitterConsumerSecret", imported.LoginProviders[0].Secret!.ParameterName);
        Assert.False(imported.LoginProviders[0].Secret!.IsKnown);
        Assert.Equal(JsonTemplates.Write(Pool), JsonTemplates.Write(imported));
    }
}
