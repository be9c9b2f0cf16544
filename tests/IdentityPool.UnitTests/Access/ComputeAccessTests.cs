using Xunit;

namespace IdentityPools.UnitTests.Access;

/// <summary>What is granted on functions, streams and places.</summary>
public sealed class ComputeAccessTests
{
    private const string Function = "arn:aws:lambda:eu-west-1:123456789012:function:checkout";
    private const string Stream = "arn:aws:kinesis:eu-west-1:123456789012:stream/clicks";
    private const string Geo = "arn:aws:geo:eu-west-1:123456789012:";

    [Fact]
    public void A_function_is_invoked_with_its_versions() =>
        Assert.Equal(
            [$$"""{"Effect":"Allow","Action":"lambda:InvokeFunction","Resource":["{{Function}}","{{Function}}:*"]}"""],
            Grants.Of(AwsService.Lambda, AccessLevel.Write, Function)
        );

    [Fact]
    public void An_alias_is_itself() => Assert.Equal([Function + ":live"], Grants.Resources(AwsService.Lambda, AccessLevel.Write, Function + ":live"));

    [Fact]
    public void Environment_variables_of_a_function_are_not_read()
    {
        var statement = Assert.Single(Grants.Of(AwsService.Lambda, AccessLevel.Read, Function));

        Assert.All(["GetFunction\"", "GetFunctionConfiguration", "ListVersionsByFunction"], action => Assert.DoesNotContain(action, statement));
    }

    [Fact]
    public void Addresses_of_other_subscribers_are_not_read() =>
        Assert.DoesNotContain("ListSubscriptions", Assert.Single(Grants.Of(AwsService.SNS, AccessLevel.Read, "*")));

    [Fact]
    public void A_stream_is_read_through_its_consumers_too() =>
        Assert.Contains(
            $$"""{"Effect":"Allow","Action":"kinesis:SubscribeToShard","Resource":"{{Stream}}/consumer/*"}""",
            Grants.Of(AwsService.Kinesis, AccessLevel.Read, Stream)
        );

    [Theory]
    [InlineData("map/city", "geo:GetMapGlyphs,geo:GetMapSprites,geo:GetMapStyleDescriptor,geo:GetMapTile")]
    [InlineData("route-calculator/car", "geo:CalculateRoute,geo:CalculateRouteMatrix")]
    [InlineData("geofence-collection/shops", "geo:GetGeofence,geo:ListGeofences")]
    public void A_place_has_the_actions_of_its_kind(string resource, string actions) =>
        Assert.Equal(
            actions.Split(',').Select(TemplateValue.FromString),
            Assert.Single(Grants.Statements(AwsService.Location, AccessLevel.Read, perIdentity: false, Geo + resource)).TypedActions
        );

    [Theory]
    [InlineData(AccessLevel.Write, false)]
    [InlineData(AccessLevel.Read, true)]
    public void A_map_is_neither_written_nor_anybodys_own(AccessLevel access, bool perIdentity) =>
        Refused.With("ResourceOutOfReach", () => Grants.Statements(AwsService.Location, access, perIdentity, Geo + "map/city"));

    [Fact]
    public void Each_identity_is_a_device_of_its_own() =>
        Assert.Equal(
            [
                $$$$"""{"Effect":"Allow","Action":"geo:BatchUpdateDevicePosition","Resource":"{{{{Geo}}}}tracker/vans","Condition":{"ForAllValues:StringEquals":{"geo:DeviceIds":"{{{{Grants.Identity}}}}"}}}""",
            ],
            Grants.PerIdentity(AwsService.Location, AccessLevel.Write, Geo + "tracker/vans")
        );
}
