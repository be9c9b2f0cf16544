using Xunit;

namespace IdentityPools.UnitTests.Access;

/// <summary>What is granted on APIs and topics, where the resource rather than the action tells reading from writing.</summary>
public sealed class MessagingAccessTests
{
    private const string Api = "arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5";
    private const string GraphQL = "arn:aws:appsync:eu-west-1:123456789012:apis/a1b2c3d4e5";
    private const string IoT = "arn:aws:iot:eu-west-1:123456789012:";

    [Theory]
    [InlineData("", "/*/GET/*")]
    [InlineData("/*", "/*/GET/*")]
    [InlineData("/*/*", "/*/GET/*")]
    [InlineData("/*/*/*", "/*/GET/*")]
    [InlineData("/prod", "/prod/GET/*")]
    [InlineData("/prod/", "/prod/GET/*")]
    [InlineData("/prod/*", "/prod/GET/*")]
    [InlineData("/prod/*/orders", "/prod/GET/orders")]
    [InlineData("/prod/*/orders/*", "/prod/GET/orders/*")]
    public void What_an_API_leaves_open_is_any_but_the_method(string named, string granted)
    {
        Assert.Equal(Granted("GET", "HEAD", "OPTIONS"), Grants.Resources(AwsService.ApiGateway, AccessLevel.Read, Api + named));
        Assert.Equal(Granted("DELETE", "PATCH", "POST", "PUT"), Grants.Resources(AwsService.ApiGateway, AccessLevel.Write, Api + named));

        string[] Granted(params string[] methods) => [.. methods.Select(method => Api + granted.Replace("GET", method, StringComparison.Ordinal))];
    }

    [Theory]
    [InlineData(AccessLevel.Read, "GET")]
    [InlineData(AccessLevel.ReadWrite, "GET")]
    [InlineData(AccessLevel.Write, "POST")]
    [InlineData(AccessLevel.ReadWrite, "POST")]
    [InlineData(AccessLevel.Read, "$connect")]
    public void A_method_that_is_named_is_granted(AccessLevel access, string method) =>
        Assert.Equal([$"{Api}/prod/{method}/orders"], Grants.Resources(AwsService.ApiGateway, access, $"{Api}/prod/{method}/orders"));

    [Theory]
    [InlineData(AwsService.ApiGateway, AccessLevel.Read, Api + "/prod/POST/orders")]
    [InlineData(AwsService.ApiGateway, AccessLevel.Write, Api + "/prod/GET/orders")]
    [InlineData(AwsService.AppSync, AccessLevel.Read, GraphQL + "/types/Mutation/fields/addOrder")]
    [InlineData(AwsService.AppSync, AccessLevel.Write, GraphQL + "/types/Query/fields/orders")]
    public void What_the_access_does_not_mean_is_refused(AwsService service, AccessLevel access, string resource)
    {
        var fault = Refused.With("ResourceOutOfReach", () => Grants.Of(service, access, resource));

        Assert.Contains(resource, fault.Message);
        Assert.StartsWith($"{access} access to {service} ", fault.Message);
    }

    [Fact]
    public void Everything_of_an_API_is_not_more_than_its_methods() =>
        Assert.Equal(
            ["arn:*:execute-api:*:*:*/*/GET/*", "arn:*:execute-api:*:*:*/*/HEAD/*", "arn:*:execute-api:*:*:*/*/OPTIONS/*"],
            Grants.Resources(AwsService.ApiGateway, AccessLevel.Read, "*")
        );

    [Fact]
    public void An_API_of_the_template_has_methods() =>
        Assert.Equal(
            """{"Fn::Sub":"arn:aws:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/prod/GET/*"}""",
            Grants.Resources(
                AwsService.ApiGateway,
                AccessLevel.Read,
                Grants.Function("""{"Fn::Sub":"arn:aws:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/prod/*"}""")
            )[0]
        );

    [Theory]
    [InlineData("*", "arn:*:appsync:*:*:apis/*/types/Mutation/fields/*")]
    [InlineData("arn:aws:appsync:eu-west-1:123456789012:apis/*", "arn:aws:appsync:eu-west-1:123456789012:apis/*/types/Mutation/fields/*")]
    [InlineData(GraphQL + "/types/*/addOrder", GraphQL + "/types/Mutation/addOrder")]
    [InlineData(GraphQL + "/types/*/fields/addOrder", GraphQL + "/types/Mutation/fields/addOrder")]
    public void Writing_to_what_is_left_open_is_no_more_than_mutations(string named, string granted) =>
        Assert.Equal([granted], Grants.Resources(AwsService.AppSync, AccessLevel.Write, named));

    [Theory]
    [InlineData("", "/types/Query/fields/*")]
    [InlineData("/*", "/types/Query/fields/*")]
    [InlineData("/types/*", "/types/Query/fields/*")]
    [InlineData("/types/*/fields/*", "/types/Query/fields/*")]
    public void Queries_and_subscriptions_read_and_mutations_write(string named, string granted)
    {
        Assert.Equal(
            [GraphQL + granted, GraphQL + granted.Replace("Query", "Subscription", StringComparison.Ordinal)],
            Grants.Resources(AwsService.AppSync, AccessLevel.Read, GraphQL + named)
        );
        Assert.Equal(
            [GraphQL + granted.Replace("Query", "Mutation", StringComparison.Ordinal)],
            Grants.Resources(AwsService.AppSync, AccessLevel.Write, GraphQL + named)
        );
    }

    [Theory]
    [InlineData(AccessLevel.Read)]
    [InlineData(AccessLevel.Write)]
    public void A_field_of_another_type_belongs_to_both(AccessLevel access) =>
        Assert.Equal([GraphQL + "/types/Order/fields/total"], Grants.Resources(AwsService.AppSync, access, GraphQL + "/types/Order/fields/total"));

    [Fact]
    public void Reading_a_topic_is_to_connect_subscribe_and_receive() =>
        Assert.Equal(
            [
                $$"""{"Effect":"Allow","Action":"iot:Connect","Resource":"{{IoT}}client/*"}""",
                $$"""{"Effect":"Allow","Action":"iot:Subscribe","Resource":"{{IoT}}topicfilter/shop/orders"}""",
                $$"""{"Effect":"Allow","Action":"iot:Receive","Resource":"{{IoT}}topic/shop/orders"}""",
            ],
            Grants.Of(AwsService.IoT, AccessLevel.Read, IoT + "topic/shop/orders")
        );

    [Theory]
    [InlineData("topic/shop", "shop/")]
    [InlineData("topic/shop/", "shop/")]
    [InlineData("topic/shop/*", "shop/")]
    [InlineData("topic/*", "")]
    public void Each_identity_connects_as_itself_and_speaks_below_itself(string named, string folder) =>
        Assert.Equal(
            [
                $$"""{"Effect":"Allow","Action":"iot:Connect","Resource":"{{IoT}}client/{{Grants.Identity}}"}""",
                $$"""{"Effect":"Allow","Action":"iot:Subscribe","Resource":"{{IoT}}topicfilter/{{folder}}{{Grants.Identity}}/*"}""",
                $$"""{"Effect":"Allow","Action":["iot:Publish","iot:Receive"],"Resource":"{{IoT}}topic/{{folder}}{{Grants.Identity}}/*"}""",
            ],
            Grants.PerIdentity(AwsService.IoT, AccessLevel.ReadWrite, IoT + named)
        );

    [Fact]
    public void A_topic_may_be_a_text_with_functions() =>
        Assert.Equal(
            """{"Effect":"Allow","Action":"iot:Publish","Resource":{"Fn::Sub":"arn:aws:iot:${AWS::Region}:${AWS::AccountId}:topic/${Stage}/${!cognito-identity.amazonaws.com:sub}/*"}}""",
            Grants.PerIdentity(
                AwsService.IoT,
                AccessLevel.Write,
                Grants.Function("""{"Fn::Sub":"arn:aws:iot:${AWS::Region}:${AWS::AccountId}:topic/${Stage}"}""")
            )[1]
        );
}
