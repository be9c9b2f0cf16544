using IdentityPools.Policies;
using Xunit;

namespace IdentityPools.UnitTests.Access;

/// <summary>Whether identities are kept apart: what one of them is granted never fits what lies in the part of another.</summary>
public sealed class IdentityScopeTests
{
    private const string Bucket = "arn:aws:s3:::uploads";
    private const string Tables = "arn:aws:dynamodb:eu-west-1:123456789012:table/";
    private const string Topics = "arn:aws:iot:eu-west-1:123456789012:topic/";
    private const string Trackers = "arn:aws:geo:eu-west-1:123456789012:tracker/";
    private const string Mine = "eu-west-1:11111111-1111-1111-1111-111111111111";
    private const string Others = "eu-west-1:22222222-2222-2222-2222-222222222222";

    [Theory]
    [InlineData(AwsService.S3, Bucket + "/pre*")]
    [InlineData(AwsService.S3, Bucket + "/pre?")]
    [InlineData(AwsService.S3, Bucket + "/pre*/*")]
    [InlineData(AwsService.S3, Bucket + "/*/x")]
    [InlineData(AwsService.S3, Bucket + "/*/*")]
    [InlineData(AwsService.S3, Bucket + "/**")]
    [InlineData(AwsService.S3, Bucket + "/*/" + Grants.Identity)]
    [InlineData(AwsService.S3, Bucket + "/*" + Grants.Identity + "/*")]
    [InlineData(AwsService.S3, Bucket + "*")]
    [InlineData(AwsService.S3, Bucket + "?/x")]
    [InlineData(AwsService.S3, "arn:aws:s3:::*")]
    [InlineData(AwsService.S3, "arn:aws:s3:::*/*")]
    [InlineData(AwsService.DynamoDB, Tables + "*")]
    [InlineData(AwsService.DynamoDB, Tables + "Or*")]
    [InlineData(AwsService.DynamoDB, Tables + "Order?")]
    [InlineData(AwsService.DynamoDB, Tables + "*/index/ByDate")]
    [InlineData(AwsService.DynamoDB, Tables + "Orders*/index/*")]
    [InlineData(AwsService.IoT, Topics + "a*")]
    [InlineData(AwsService.IoT, Topics + "a?")]
    [InlineData(AwsService.IoT, Topics + "*/a")]
    [InlineData(AwsService.IoT, Topics + "+/a")]
    [InlineData(AwsService.IoT, Topics + "a/#")]
    [InlineData(AwsService.IoT, Topics + "*/" + Grants.Identity)]
    [InlineData(AwsService.Location, Trackers + "*")]
    [InlineData(AwsService.Location, Trackers + "van?")]
    public void A_wildcard_in_what_all_share_is_refused(AwsService service, string resource)
    {
        foreach (var access in Enum.GetValues<AccessLevel>())
        {
            var fault = Refused.With("PerIdentityWildcard", () => Grants.PerIdentity(service, access, resource));

            Assert.Contains(resource, fault.Message);
            Assert.Contains(service.ToString(), fault.Message);
        }
    }

    [Theory]
    [InlineData("""{"Fn::Sub":"arn:aws:s3:::${Uploads}/pre*"}""")]
    [InlineData("""{"Fn::Sub":"arn:aws:s3:::${Uploads}*"}""")]
    [InlineData("""{"Fn::Join":["",[{"Fn::GetAtt":["Uploads","Arn"]},"/*/x"]]}""")]
    [InlineData("""{"Fn::Join":["/",["arn:aws:s3:::b","x*","y"]]}""")]
    [InlineData("""{"Fn::Join":["*",["arn:aws:s3:::b","x"]]}""")]
    [InlineData("""{"Fn::Join":["*",{"Ref":"Names"}]}""")]
    [InlineData("""{"Fn::Join":["/",{"Fn::Split":[",",{"Fn::Sub":"${Bucket},x*"}]}]}""")]
    [InlineData("""{"Fn::Join":["/",["arn:aws:s3:::b",{"Fn::Join":["-",[{"Ref":"Name"},"x?"]]}]]}""")]
    [InlineData("""{"Fn::Select":[0,["arn:aws:s3:::b*","x"]]}""")]
    [InlineData("""{"Fn::Select":[1,["x",{"Fn::Sub":"${Uploads.Arn}/*/y"}]]}""")]
    [InlineData("""{"Fn::Select":[2,["arn:aws:s3:::b","arn:aws:s3:::b*"]]}""")]
    [InlineData("""{"Fn::Select":[0,{"Fn::Split":["|","arn:aws:s3:::b*|x"]}]}""")]
    [InlineData("""{"Fn::Sub":["${Arn}/y",{"Arn":{"Fn::Select":[0,["arn:aws:s3:::b*"]]}}]}""")]
    public void A_wildcard_beside_functions_is_refused(string function) =>
        Refused.With("PerIdentityWildcard", () => Grants.PerIdentity(AwsService.S3, AccessLevel.Read, Grants.Function(function)));

    [Theory]
    [InlineData("""{"Fn::Select":[0,["arn:aws:s3:::b","x*"]]}""")]
    [InlineData("""{"Fn::Join":["/",["arn:aws:s3:::b","x","y"]]}""")]
    [InlineData("""{"Fn::Join":["/",["arn:aws:s3:::b","${*}"]]}""")]
    [InlineData("""{"Fn::Join":[":",["arn:*:s3","","","b"]]}""")]
    [InlineData("""{"Fn::Join":["*",["arn:aws:s3:::b"]]}""")]
    [InlineData("""{"Fn::ImportValue":"UploadsArn"}""")]
    public void Functions_without_a_wildcard_in_the_resource_are_granted(string function) =>
        Assert.NotEmpty(Grants.PerIdentity(AwsService.S3, AccessLevel.Read, Grants.Function(function)));

    [Theory]
    [InlineData(AwsService.DynamoDB, "arn:aws:dynamodb:*:123456789012:table/Orders")]
    [InlineData(AwsService.DynamoDB, Tables + "Orders/index/*")]
    [InlineData(AwsService.S3, Bucket + "/${aws:PrincipalTag/team}")]
    [InlineData(AwsService.S3, Bucket + "/${*}")]
    [InlineData(AwsService.S3, Bucket + "/" + Grants.Identity + "/pre*")]
    [InlineData(AwsService.IoT, Topics + Grants.Identity + "/a*")]
    public void What_is_no_wildcard_there_is_granted(AwsService service, string resource) =>
        Assert.NotEmpty(Grants.PerIdentity(service, AccessLevel.ReadWrite, resource));

    [Theory]
    [InlineData(AwsService.S3, Bucket, "")]
    [InlineData(AwsService.S3, Bucket, "/private")]
    [InlineData(AwsService.IoT, Topics + "shop", "")]
    public void A_resource_that_ends_in_the_identity_is_not_scoped_twice(AwsService service, string resource, string prefix) =>
        Assert.All(
            ["", "/", "/*"],
            end =>
            {
                var once = Grants.PerIdentity(service, AccessLevel.ReadWrite, resource + prefix);

                Assert.Equal(once, Grants.PerIdentity(service, AccessLevel.ReadWrite, $"{resource}{prefix}/{Grants.Identity}{end}"));
                Assert.Equal(
                    once,
                    Grants.PerIdentity(service, AccessLevel.ReadWrite, resource + prefix + "/${cognito-identity-us-gov.amazonaws.com:sub}" + end)
                );
            }
        );

    [Fact]
    public void A_folder_below_the_identity_is_ones_own() =>
        Assert.Equal(
            [$"{Bucket}/{Grants.Identity}/photos/*"],
            Grants.Statements(AwsService.S3, AccessLevel.Write, perIdentity: true, $"{Bucket}/{Grants.Identity}/photos").Single().TypedResources.Select(Text)
        );

    [Theory]
    [InlineData("", "/*")]
    [InlineData("/a", "/a/*")]
    [InlineData("/a*", "/a*")]
    [InlineData("/a/*", "/a/*")]
    public void A_topic_below_the_identity_is_ones_own_up_to_its_own_end(string named, string granted) =>
        Assert.Equal(
            [$"{Topics}{Grants.Identity}{granted}"],
            Grants
                .Statements(AwsService.IoT, AccessLevel.Write, perIdentity: true, $"{Topics}{Grants.Identity}{named}")
                .Single(statement => statement.TypedActions.Contains("iot:Publish"))
                .TypedResources.Select(Text)
        );

    [Theory]
    [InlineData(Bucket)]
    [InlineData(Bucket + "/pre")]
    [InlineData(Bucket + "/pre/")]
    [InlineData(Bucket + "/a/b/*")]
    [InlineData(Bucket + "/pre-" + Grants.Identity)]
    [InlineData(Bucket + "/" + Grants.Identity + "/pre*")]
    public void No_object_of_another_identity_is_reached(string resource)
    {
        var granted = Grants
            .Statements(AwsService.S3, AccessLevel.ReadWrite, perIdentity: true, resource)
            .Where(statement => statement.ConditionNode is null)
            .SelectMany(statement => statement.TypedResources)
            .Select(name => Text(name).Replace(Grants.Identity, Mine, StringComparison.Ordinal))
            .ToList();

        Assert.Contains(granted, pattern => pattern.Contains(Mine, StringComparison.Ordinal));
        foreach (var folder in new[] { "", "pre/", "a/b/", "pre-" })
        {
            Assert.All(
                granted,
                pattern =>
                    Assert.All(
                        ["", "/x", $"/{Mine}/x", "/pre1", $"-{Mine}/x"],
                        end => Assert.False(Wildcard.Matches(pattern, $"{Bucket}/{folder}{Others}{end}"))
                    )
            );
        }
    }

    private static string Text(TemplateValue value) => value.Literal!;
}
