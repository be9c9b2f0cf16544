using IdentityPools.Model;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Policies;

/// <summary>The usual actions of services, as data. Where the CDK has a grant, its actions are taken.</summary>
internal static class ServiceCatalogue
{
    private const string Reference = "https://docs.aws.amazon.com/service-authorization/latest/reference/list_";

    private static readonly Dictionary<AwsService, ServiceAccess> Services = new()
    {
        [AwsService.ApiGateway] = MessagingAccess.ApiGateway(Reference + "amazonapigateway.html"),
        [AwsService.AppSync] = MessagingAccess.AppSync(Reference + "awsappsync.html"),
        [AwsService.Bedrock] = ComputeAccess.Bedrock(Reference + "amazonbedrock.html"),
        [AwsService.DynamoDB] = StorageAccess.DynamoDB(Reference + "amazondynamodb.html"),
        [AwsService.Firehose] = StreamAccess.Firehose(Reference + "amazonkinesisfirehose.html"),
        [AwsService.IoT] = MessagingAccess.IoT(Reference + "awsiot.html"),
        [AwsService.Kinesis] = StreamAccess.Kinesis(Reference + "amazonkinesisdatastreams.html"),
        [AwsService.Lambda] = ComputeAccess.Lambda(Reference + "awslambda.html"),
        [AwsService.Location] = LocationAccess.Location(Reference + "amazonlocation.html"),
        [AwsService.Rum] = ComputeAccess.Rum(Reference + "awscloudwatchrum.html"),
        [AwsService.S3] = StorageAccess.S3(Reference + "amazons3.html"),
        [AwsService.SNS] = StreamAccess.Sns(Reference + "amazonsns.html"),
        [AwsService.SQS] = StreamAccess.Sqs(Reference + "amazonsqs.html"),
    };

    /// <summary>Every service with its actions and resources.</summary>
    public static IReadOnlyDictionary<AwsService, ServiceAccess> All => Services;

    /// <summary>The actions of all services.</summary>
    public static IEnumerable<KnownAction> Actions =>
        Services.SelectMany(service => service.Value.Actions.Select(action => new KnownAction(action.Name, service.Key, action.Access)));

    public static ServiceAccess Get(AwsService service) => Services[service];

    /// <summary>The statements that grant a service.</summary>
    /// <exception cref="DefinitionException">
    /// There is no resource, one is of another service or out of reach of this access, or identities cannot be kept apart in it.
    /// </exception>
    public static ValueList<PolicyStatement> Statements(AwsService service, AccessLevel access, ValueList<TemplateValue> resources, bool perIdentity)
    {
        var catalogue = Get(service);
        if (perIdentity && !catalogue.HasIdentityScope)
        {
            var able = Services.Where(known => known.Value.HasIdentityScope).Select(known => known.Key).Order();
            throw DefinitionErrors.Create(nameof(Messages.PerIdentityNotAvailable), service, service, string.Join(", ", able));
        }

        if (resources.Count == 0)
        {
            throw DefinitionErrors.Create(nameof(Messages.StatementWithoutResource), service);
        }

        var named = resources.Select(resource => Named(service, catalogue, resource, perIdentity)).ToList();
        var grants = catalogue.Grants(access, perIdentity);
        if (named.Find(resource => !grants.Any(grant => grant.On(resource).Any())) is { } unreached)
        {
            throw DefinitionErrors.Create(nameof(Messages.ResourceOutOfReach), unreached.Value, unreached, access, service, catalogue.Example);
        }

        return PolicyStatements.Merge([], grants.SelectMany(grant => named.Select(grant.Statement).OfType<PolicyStatement>()));
    }

    private static ResourceName Named(AwsService service, ServiceAccess catalogue, TemplateValue resource, bool perIdentity)
    {
        // Policies are neutral in a definition; the identity may have been written as another partition names it.
        var name = new ResourceName(TemplateValue.FromNode(PartitionNames.Neutral(resource.Node)));
        if (name.IsEverything && !perIdentity)
        {
            return catalogue.Everything;
        }

        var checkedName = OfService(service, catalogue, name);
        return !perIdentity || catalogue.IsolatesOn(checkedName)
            ? checkedName
            : throw DefinitionErrors.Create(nameof(Messages.PerIdentityWildcard), resource, resource, service, catalogue.Example);
    }

    private static ResourceName OfService(AwsService service, ServiceAccess catalogue, ResourceName name)
    {
        if (name.Literal is { } text)
        {
            return Arn.LooksLike(text) && catalogue.Names(Arn.Parse(text))
                ? name
                : throw DefinitionErrors.Create(nameof(Messages.ResourceOfOtherService), text, text, service, catalogue.Example);
        }

        return !catalogue.NeedsKind || catalogue.Kinds.Any(kind => name.Cut(":" + kind).After is not null)
            ? name
            : throw DefinitionErrors.Create(nameof(Messages.ResourceByFunction), name.Value, name, service, catalogue.Example);
    }
}
