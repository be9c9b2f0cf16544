using IdentityPools.Template;
using IdentityPools.Values;
using Xunit;

namespace IdentityPools.UnitTests.Export;

/// <summary>Names that a definition speaks of and does not define.</summary>
public sealed class ReferenceTests
{
    [Fact]
    public void A_Ref_to_an_unknown_name_becomes_a_parameter()
    {
        var pool = Pools.Empty.WithOpenIdConnectProvider(OpenIdConnectProvider.Existing(Pools.Ref("PartnerArn")));

        Assert.Equal(TemplateMapping.Single("PartnerArn", TemplateMapping.Single("Type", "String")), Template(pool)["Parameters"]);
    }

    [Fact]
    public void A_name_in_a_Sub_becomes_a_parameter_unless_it_is_a_variable_or_a_policy_variable()
    {
        var sub = JsonTemplates.Read("""{"Fn::Sub":["${Mine}${Stage}${AWS::Region}${!cognito-identity.amazonaws.com:sub}",{"Mine":{"Ref":"Owner"}}]}""");
        var pool = IdentityPool.Create(new() { Name = TemplateValue.FromNode(sub) });

        Assert.Equal(["Owner", "Stage"], ((TemplateMapping)Template(pool)["Parameters"]!).Select(parameter => parameter.Key));
    }

    [Fact]
    public void A_Ref_to_what_the_template_defines_is_no_parameter()
    {
        var pool = Pools.Empty.WithRole(
            "Authenticated",
            role => role.WithStatements([PolicyStatement.Create(new() { Actions = ["s3:*"], Resources = [Pools.Ref("ShopIdentityPool")] })])
        );

        Assert.Null(Template(pool)["Parameters"]);
    }

    [Fact]
    public void An_attribute_of_an_unknown_resource_is_refused()
    {
        var pool = Pools.Empty.WithUserPool(new(UserPool.Existing(Attribute("Users", "Arn")), UserPoolClient.Existing("one"), true));

        var fault = Refused.With("AttributeOfUnknownResource", () => JsonTemplates.Write(pool));

        Assert.Contains("Fn::ImportValue", fault.Message, StringComparison.Ordinal);
        Assert.Contains("-Fragment", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fragment_leaves_both_to_the_larger_template()
    {
        var pool = Pools.Empty.WithUserPool(new(UserPool.Existing(Attribute("Users", "Arn")), UserPoolClient.Existing(Pools.Ref("Client")), true));

        Assert.Equal(["Resources"], JsonTemplates.Read(JsonTemplates.Write(pool, new() { IsFragment = true })).Select(section => section.Key));
    }

    [Fact]
    public void A_user_pool_by_id_gets_the_provider_name_of_its_own_region()
    {
        var pool = Pools.Empty.WithUserPool(new(UserPool.Existing(Pools.Ref("UserPoolId")), UserPoolClient.Existing("one"), true));

        Assert.Equal(
            """{"Fn::Join":["",["cognito-idp.",{"Fn::Select":[0,{"Fn::Split":["_",{"Ref":"UserPoolId"}]}]},".",{"Ref":"AWS::URLSuffix"},"/",{"Ref":"UserPoolId"}]]}""",
            Template(pool).At("Resources", "ShopIdentityPool", "Properties", "CognitoIdentityProviders", 0, "ProviderName")!.ToString()
        );
    }

    private static TemplateValue Attribute(string resource, string attribute) => TemplateValue.FromNode(Intrinsic.AttributeOf(resource, attribute));

    private static TemplateMapping Template(IdentityPool pool) => JsonTemplates.Read(JsonTemplates.Write(pool));
}
