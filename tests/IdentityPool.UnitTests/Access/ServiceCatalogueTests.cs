using IdentityPools.Model;
using IdentityPools.Policies;
using Xunit;

namespace IdentityPools.UnitTests.Access;

/// <summary>What is true of every service of the catalogue, and what it refuses.</summary>
public sealed class ServiceCatalogueTests
{
    private const string Bucket = "arn:aws:s3:::uploads";
    private const string Function = """{"Fn::ImportValue":"Arn"}""";

    public static TheoryData<AwsService, AccessLevel> EveryAccess { get; } =
        new(from service in Enum.GetValues<AwsService>() from access in Enum.GetValues<AccessLevel>() select (service, access));

    public static TheoryData<AwsService> EveryService { get; } = new(Enum.GetValues<AwsService>());

    public static TheoryData<AwsService> WithIdentityScope { get; } = [AwsService.DynamoDB, AwsService.IoT, AwsService.Location, AwsService.S3];

    public static TheoryData<AwsService> WithoutIdentityScope { get; } =
        new(Enum.GetValues<AwsService>().Except([AwsService.DynamoDB, AwsService.IoT, AwsService.Location, AwsService.S3]));

    [Theory]
    [MemberData(nameof(EveryAccess))]
    public void Every_service_has_every_access(AwsService service, AccessLevel access)
    {
        Assert.NotEmpty(Grants.Of(service, access, Example(service)));
        Assert.NotEmpty(Grants.Of(service, access, "*"));
    }

    [Theory]
    [MemberData(nameof(EveryService))]
    public void Actions_for_completion_are_of_the_service(AwsService service) =>
        Assert.All(
            ServiceCatalogue.Actions.Where(action => action.Service == service),
            action => Assert.Equal(ServiceCatalogue.Get(service).ArnService + ":", action.Prefix)
        );

    [Theory]
    [InlineData("s3:GetObject", AccessLevel.Read)]
    [InlineData("s3:GetObject*", AccessLevel.Read)]
    [InlineData("s3:DeleteObject", AccessLevel.Write)]
    [InlineData("dynamodb:DescribeTable", AccessLevel.ReadWrite)]
    public void An_action_for_completion_says_its_access(string name, AccessLevel access) =>
        Assert.Equal(access, Assert.Single(ServiceCatalogue.Actions, action => action.Name == name).Access);

    [Theory]
    [MemberData(nameof(EveryService))]
    public void An_action_that_stands_by_itself_is_part_of_an_access(AwsService service)
    {
        var catalogue = ServiceCatalogue.Get(service);
        var patterns = catalogue.Read.Concat(catalogue.Write).SelectMany(grant => grant.Actions).ToList();

        Assert.All(catalogue.Single, action => Assert.Contains(patterns, pattern => Wildcard.Matches(pattern, action)));
    }

    [Theory]
    [MemberData(nameof(EveryService))]
    public void A_name_behind_the_beginning_of_an_ARN_is_a_resource(AwsService service)
    {
        var catalogue = ServiceCatalogue.Get(service);
        var beginnings = catalogue.ArnBeginnings("us-gov-west-1", "210987654321").ToList();

        Assert.All(beginnings, beginning => Assert.True(catalogue.Names(Arn.Parse(beginning + "name")), beginning));
        Assert.All(beginnings, beginning => Assert.StartsWith("arn:aws-us-gov:", beginning, StringComparison.Ordinal));
        Assert.Contains(catalogue.ArnBeginnings(null, null), beginning => catalogue.Example.StartsWith(beginning, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(AwsService.SQS, null, null, "arn:aws:sqs:eu-west-1:123456789012:")]
    [InlineData(AwsService.SQS, "us-east-1", "210987654321", "arn:aws:sqs:us-east-1:210987654321:")]
    [InlineData(AwsService.SQS, null, "210987654321", "arn:aws:sqs:eu-west-1:210987654321:")]
    [InlineData(AwsService.DynamoDB, "cn-north-1", null, "arn:aws-cn:dynamodb:cn-north-1:123456789012:table/")]
    [InlineData(AwsService.Bedrock, "us-east-1", "210987654321", "arn:aws:bedrock:us-east-1::foundation-model/")]
    [InlineData(AwsService.S3, "us-east-1", "210987654321", "arn:aws:s3:::")]
    public void The_beginning_of_an_ARN_has_the_region_and_the_account_that_are_known(AwsService service, string? region, string? account, string beginning) =>
        Assert.Equal([beginning], ServiceCatalogue.Get(service).ArnBeginnings(region, account));

    /// <summary>The catalogue is made once; here its parts are made anew.</summary>
    [Fact]
    public void Services_say_what_their_ARNs_need()
    {
        Assert.True(StorageAccess.S3("").IsGlobal);
        Assert.False(StorageAccess.DynamoDB("").IsGlobal);
        Assert.True(MessagingAccess.IoT("").NeedsKind);
        Assert.False(MessagingAccess.AppSync("").NeedsKind);
        Assert.Equal(["geo"], LocationAccess.Location("").Actions.Select(action => action.Name.Split(':')[0]).Distinct());
    }

    [Theory]
    [MemberData(nameof(EveryAccess))]
    public void Actions_are_of_the_service_and_on_what_was_named(AwsService service, AccessLevel access)
    {
        var catalogue = ServiceCatalogue.Get(service);
        var account = string.Join(':', Example(service).Split(':').Take(5));

        Assert.All(
            Grants.Statements(service, access, perIdentity: false, Example(service)),
            statement =>
            {
                Assert.Equal(PolicyEffect.Allow, statement.Effect);
                Assert.All(statement.TypedActions, action => Assert.StartsWith(catalogue.ArnService + ":", action.Literal!));
                Assert.All(statement.TypedResources, resource => Assert.StartsWith(account, resource.Literal!));
            }
        );
    }

    [Theory]
    [MemberData(nameof(EveryService))]
    public void Reading_and_writing_are_not_the_same_and_both_are_both(AwsService service)
    {
        var read = Permissions(service, AccessLevel.Read);
        var write = Permissions(service, AccessLevel.Write);

        Assert.NotEqual(read, write);
        Assert.Equal(read.Union(write).Order(), Permissions(service, AccessLevel.ReadWrite));
    }

    [Theory]
    [MemberData(nameof(EveryService))]
    public void Nobody_is_granted_all_of_a_service(AwsService service) =>
        Assert.DoesNotContain(
            $"{ServiceCatalogue.Get(service).ArnService}:*",
            Actions(Grants.Statements(service, AccessLevel.ReadWrite, perIdentity: false, "*"))
        );

    [Theory]
    [MemberData(nameof(EveryService))]
    public void Where_actions_come_from_is_said(AwsService service) =>
        Assert.StartsWith("https://docs.aws.amazon.com/service-authorization/latest/reference/list_", ServiceCatalogue.Get(service).Source);

    [Theory]
    [MemberData(nameof(EveryAccess))]
    public void Granting_twice_is_granting_once(AwsService service, AccessLevel access)
    {
        var once = Grants.Statements(service, access, perIdentity: false, Example(service));

        Assert.Equal(once, Grants.Statements(service, access, perIdentity: false, Example(service), Example(service)));
        Assert.Equal(once, PolicyStatements.Merge(once, once));
    }

    [Theory]
    [MemberData(nameof(EveryService))]
    public void A_function_may_stand_for_the_resource_unless_its_kind_is_needed(AwsService service)
    {
        if (service == AwsService.IoT)
        {
            Refused.With("ResourceByFunction", () => Grants.Of(service, AccessLevel.Read, Grants.Function(Function)));
        }
        else
        {
            Assert.All(Grants.Of(service, AccessLevel.ReadWrite, Grants.Function(Function)), statement => Assert.Contains(Function, statement));
        }
    }

    [Theory]
    [MemberData(nameof(WithIdentityScope))]
    public void What_is_limited_to_one_identity_names_it_in_every_statement(AwsService service) =>
        Assert.All(
            Enum.GetValues<AccessLevel>(),
            access => Assert.All(Grants.PerIdentity(service, access, Example(service)), statement => Assert.Contains(Grants.Identity, statement))
        );

    [Theory]
    [MemberData(nameof(WithIdentityScope))]
    public void One_identity_has_no_action_that_all_together_have_not(AwsService service)
    {
        var all = Actions(Grants.Statements(service, AccessLevel.ReadWrite, perIdentity: false, Example(service)));

        Assert.All(
            Actions(Grants.Statements(service, AccessLevel.ReadWrite, perIdentity: true, Example(service))),
            action => Assert.Contains(all, known => known == action || (known.EndsWith('*') && action.StartsWith(known[..^1], StringComparison.Ordinal)))
        );
    }

    [Theory]
    [MemberData(nameof(WithoutIdentityScope))]
    public void A_service_without_own_things_says_which_have_them(AwsService service)
    {
        var fault = Refused.With("PerIdentityNotAvailable", () => Grants.PerIdentity(service, AccessLevel.Read, Example(service)));

        Assert.Contains("DynamoDB, IoT, Location, S3", fault.Message);
        Assert.StartsWith($"{service} ", fault.Message);
    }

    [Theory]
    [MemberData(nameof(WithIdentityScope))]
    public void Everything_is_nobodys_own(AwsService service) =>
        Refused.With("ResourceOfOtherService", () => Grants.PerIdentity(service, AccessLevel.Read, "*"));

    [Theory]
    [MemberData(nameof(EveryService))]
    public void A_resource_of_another_service_is_refused(AwsService service)
    {
        var other = service == AwsService.S3 ? Example(AwsService.SQS) : Bucket;
        var fault = Refused.With("ResourceOfOtherService", () => Grants.Of(service, AccessLevel.Read, Example(service), other));

        Assert.Equal(other, fault.Target);
        Assert.Contains(Example(service), fault.Message);
    }

    [Theory]
    [InlineData(AwsService.S3, "uploads")]
    [InlineData(AwsService.S3, "arn:aws:s3:eu-west-1:123456789012:accesspoint/uploads")]
    [InlineData(AwsService.S3, "arn:aws:s3::123456789012:uploads")]
    [InlineData(AwsService.S3, "arn:aws:s3:eu-west-1::uploads")]
    [InlineData(AwsService.DynamoDB, "arn:aws:dynamodb:eu-west-1:123456789012:global-table/Orders")]
    [InlineData(AwsService.DynamoDB, "arn:aws:dynamodb:eu-west-1:123456789012:table/")]
    [InlineData(AwsService.IoT, "arn:aws:iot:eu-west-1:123456789012:client/phone")]
    [InlineData(AwsService.Lambda, "arn:aws:lambda:eu-west-1:123456789012:layer:tools")]
    [InlineData(AwsService.ApiGateway, "arn:aws:apigateway:eu-west-1::/restapis/a1b2c3d4e5")]
    public void A_resource_of_another_kind_is_refused(AwsService service, string resource) =>
        Refused.With("ResourceOfOtherService", () => Grants.Of(service, AccessLevel.Read, resource));

    [Fact]
    public void No_resource_is_refused() => Refused.With("StatementWithoutResource", () => Grants.Of(AwsService.S3, AccessLevel.Read));

    private static string Example(AwsService service) => ServiceCatalogue.Get(service).Example;

    private static string[] Permissions(AwsService service, AccessLevel access) =>
        [
            .. Grants
                .Statements(service, access, perIdentity: false, Example(service))
                .SelectMany(statement => from action in statement.TypedActions from resource in statement.TypedResources select $"{action} on {resource}")
                .Order(),
        ];

    private static string[] Actions(ValueList<PolicyStatement> statements) =>
        [.. statements.SelectMany(statement => statement.TypedActions).Select(action => action.Literal!)];
}
