using Xunit;

namespace IdentityPools.UnitTests.Values;

/// <summary>The functions that are taken, the form they are kept in, and why others are refused.</summary>
public sealed class IntrinsicTests
{
    [Theory]
    [InlineData("""{"Ref":"Stage"}""")]
    [InlineData("""{"Ref":"AWS::Region"}""")]
    [InlineData("""{"Fn::GetAtt":["Users","Arn"]}""")]
    [InlineData("""{"Fn::GetAtt":["Nested","Outputs.UserPoolId"]}""")]
    [InlineData("""{"Fn::ImportValue":"net:Vpc-1"}""")]
    [InlineData("""{"Fn::ImportValue":{"Fn::Sub":"${Stage}-UserPoolId"}}""")]
    [InlineData("""{"Fn::Sub":"arn:${AWS::Partition}:s3:::${Bucket.Name}"}""")]
    [InlineData("""{"Fn::Sub":["${Name}-x",{"Name":{"Ref":"Stage"}}]}""")]
    [InlineData("""{"Fn::Join":["-",["a",{"Ref":"Stage"}]]}""")]
    [InlineData("""{"Fn::Join":["",{"Fn::Split":["-",{"Ref":"Stage"}]}]}""")]
    [InlineData("""{"Fn::Join":[",",{"Ref":"List"}]}""")]
    [InlineData("""{"Fn::Select":[0,["a","b"]]}""")]
    [InlineData("""{"Fn::Select":[1,{"Fn::Split":["/",{"Fn::GetAtt":["Users","ProviderName"]}]}]}""")]
    [InlineData("""{"Fn::Select":[2,{"Fn::GetAtt":["Vpc","CidrBlocks"]}]}""")]
    public void A_well_formed_function_stays_as_it_is(string json) => Assert.Equal(json, Value(json).ToString());

    [Theory]
    [InlineData("""{"Fn::GetAtt":"Users.Arn"}""", """{"Fn::GetAtt":["Users","Arn"]}""")]
    [InlineData("""{"Fn::GetAtt":"Nested.Outputs.Id"}""", """{"Fn::GetAtt":["Nested","Outputs.Id"]}""")]
    [InlineData("""{"Fn::Select":["1",["a",2]]}""", """{"Fn::Select":[1,["a","2"]]}""")]
    [InlineData("""{"Fn::Sub":["${B}${A}",{"B":"2","A":1}]}""", """{"Fn::Sub":["${B}${A}",{"A":"1","B":"2"}]}""")]
    [InlineData("""{"Fn::Sub":["x",{}]}""", """{"Fn::Sub":"x"}""")]
    [InlineData("""{"Fn::Sub":"${ Stage }"}""", """{"Fn::Sub":"${Stage}"}""")]
    [InlineData("""{"Fn::Sub":"${Arn}/${cognito-identity.amazonaws.com:sub}/*"}""", """{"Fn::Sub":"${Arn}/${!cognito-identity.amazonaws.com:sub}/*"}""")]
    [InlineData("""{"Fn::Sub":"${!aws:username}-${AWS::Region}"}""", """{"Fn::Sub":"${!aws:username}-${AWS::Region}"}""")]
    public void A_function_is_kept_in_one_form(string json, string canonical) => Assert.Equal(canonical, Value(json).ToString());

    [Theory]
    [InlineData("{}", "exactly one key")]
    [InlineData("""{"Ref":"A","Fn::Sub":"B"}""", "exactly one key, but this one has: Ref, Fn::Sub")]
    [InlineData("""{"ref":"A"}""", "ref is not supported")]
    [InlineData("""{"Fn::If":["A","b","c"]}""", "Fn::If is not supported")]
    [InlineData("""{"Ref":""}""", "Ref requires the name")]
    [InlineData("""{"Ref":"a-b"}""", "Ref requires the name")]
    [InlineData("""{"Ref":["A"]}""", "Ref requires the name")]
    [InlineData("""{"Fn::GetAtt":"Users"}""", "Fn::GetAtt requires a resource and an attribute")]
    [InlineData("""{"Fn::GetAtt":["Users"]}""", "Fn::GetAtt requires a resource and an attribute")]
    [InlineData("""{"Fn::GetAtt":["Users",{"Ref":"A"}]}""", "Fn::GetAtt requires a resource and an attribute")]
    [InlineData("""{"Fn::GetAtt":["a-b","Arn"]}""", "Fn::GetAtt requires a resource and an attribute")]
    [InlineData("""{"Fn::ImportValue":["A"]}""", "only text and other functions")]
    [InlineData("""{"Fn::Sub":["a"]}""", "Fn::Sub requires text")]
    [InlineData("""{"Fn::Sub":5}""", "Fn::Sub requires text")]
    [InlineData("""{"Fn::Sub":"a${"}""", "without its '}'")]
    [InlineData("""{"Fn::Sub":"a${}"}""", "without a name")]
    [InlineData("""{"Fn::Sub":["${A}",{"A":["b"]}]}""", "only text and other functions")]
    [InlineData("""{"Fn::Join":"a"}""", "Fn::Join requires a delimiter")]
    [InlineData("""{"Fn::Join":["-"]}""", "Fn::Join requires a delimiter")]
    [InlineData("""{"Fn::Join":["-",[]]}""", "a list is required")]
    [InlineData("""{"Fn::Join":["-","a"]}""", "a list is required")]
    [InlineData("""{"Fn::Join":["-",{"Fn::Split":["",{"Ref":"A"}]}]}""", "a list is required")]
    [InlineData("""{"Fn::Join":["-",[null]]}""", "only text and other functions")]
    [InlineData("""{"Fn::Join":["-",[{"Fn::Split":["-","a-b"]}]]}""", "Select one item of it with Fn::Select")]
    [InlineData("""{"Fn::Select":[-1,["a"]]}""", "an index, starting at 0")]
    [InlineData("""{"Fn::Select":["x",["a"]]}""", "an index, starting at 0")]
    [InlineData("""{"Fn::Select":[1.5,["a"]]}""", "an index, starting at 0")]
    [InlineData("""{"Fn::Select":[0]}""", "an index, starting at 0")]
    [InlineData("""{"Fn::Split":["-","a-b"]}""", "Select one item of it with Fn::Select")]
    public void A_malformed_function_is_refused_with_the_reason(string json, string reason)
    {
        var fault = Refused.With("IntrinsicMalformed", () => Value(json));

        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
        Assert.Contains(fault.Target!.ToString()!, json, StringComparison.Ordinal);
    }

    private static TemplateValue Value(string json) => TemplateValue.FromNode(JsonTemplates.Read(json));
}
