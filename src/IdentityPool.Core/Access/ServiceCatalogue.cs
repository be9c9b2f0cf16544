using IdentityPools.Access;
using IdentityPools.Validation;

namespace IdentityPools;

/// <summary>The usual actions of services, as data. Where the CDK has a grant, its actions are taken.</summary>
internal static class ServiceCatalogue
{
    private const string Reference = "https://docs.aws.amazon.com/service-authorization/latest/reference/list_";

    private static readonly Dictionary<AwsService, ServiceAccess> Services = new()
    {
        [AwsService.ApiGateway] = MessagingAccess.ApiGateway(Reference + "amazonapigatewaymanagementv2.html"),
        [AwsService.AppSync] = MessagingAccess.AppSync(Reference + "awsappsync.html"),
        [AwsService.Bedrock] = ComputeAccess.Bedrock(Reference + "amazonbedrock.html"),
        [AwsService.DynamoDB] = StorageAccess.DynamoDB(Reference + "amazondynamodb.html"),
        [AwsService.Firehose] = StreamAccess.Firehose(Reference + "amazonkinesisfirehose.html"),
        [AwsService.IoT] = MessagingAccess.IoT(Reference + "awsiot.html"),
        [AwsService.Kinesis] = StreamAccess.Kinesis(Reference + "amazonkinesisdatastreams.html"),
        [AwsService.Lambda] = ComputeAccess.Lambda(Reference + "awslambda.html"),
        [AwsService.Location] = ComputeAccess.Location(Reference + "amazonlocation.html"),
        [AwsService.Rum] = ComputeAccess.Rum(Reference + "awscloudwatchrum.html"),
        [AwsService.S3] = StorageAccess.S3(Reference + "amazons3.html"),
        [AwsService.SNS] = StreamAccess.Sns(Reference + "amazonsns.html"),
        [AwsService.SQS] = StreamAccess.Sqs(Reference + "amazonsqs.html"),
    };

    public static ServiceAccess Of(AwsService service) => Services[service];

    /// <summary>The statements that grant a service.</summary>
    /// <exception cref="DefinitionException">There is no resource, one is of another service, or the service has no scope per identity.</exception>
    public static ValueList<PolicyStatement> Statements(AwsService service, AccessLevel access, ValueList<TemplateValue> resources, bool perIdentity)
    {
        var catalogue = Of(service);
        if (perIdentity && !catalogue.HasIdentityScope)
        {
            var able = Services.Where(known => known.Value.HasIdentityScope).Select(known => known.Key).Order();
            throw Fault.Of(nameof(Messages.PerIdentityNotAvailable), service, service, string.Join(", ", able));
        }

        if (resources.Count == 0)
        {
            throw Fault.Of(nameof(Messages.StatementWithoutResource), service);
        }

        foreach (var resource in resources)
        {
            Check(service, catalogue, resource, perIdentity);
        }

        var statements =
            from grant in catalogue.Grants(access, perIdentity)
            from resource in resources.Select(resource => new ResourceName(resource))
            select PolicyStatement.Create(
                new()
                {
                    Actions = grant.Actions.Select(TemplateValue.FromString).ToValueList(),
                    Resources = grant.On(resource).ToValueList(),
                    Condition = grant.When(resource),
                }
            );
        return PolicyStatements.Merge([], statements);
    }

    private static void Check(AwsService service, ServiceAccess catalogue, TemplateValue resource, bool perIdentity)
    {
        if (!resource.IsLiteral && catalogue.NeedsLiteral)
        {
            throw Fault.Of(nameof(Messages.ResourceByFunction), resource, resource, service, catalogue.Example);
        }

        if (resource.Literal is not { } text || (text == "*" && !perIdentity))
        {
            return;
        }

        if (!Arn.LooksLike(text) || Arn.Parse(text).Service != catalogue.ArnService)
        {
            throw Fault.Of(nameof(Messages.ResourceOfOtherService), text, text, service, catalogue.Example);
        }
    }
}
