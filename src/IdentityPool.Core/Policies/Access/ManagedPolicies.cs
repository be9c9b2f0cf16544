using IdentityPools.Model;

namespace IdentityPools.Policies;

/// <summary>A managed policy of AWS.</summary>
/// <param name="Path">Its path and name, as the ARN has them.</param>
/// <param name="Meaning">What it allows.</param>
internal sealed record ManagedPolicy(string Path, string Meaning)
{
    /// <summary>
    /// Those that may suit an identity of a pool: they read, call or send, and none manages or deletes. Wider ones are findings; whoever needs them knows them.
    /// </summary>
    /// <remarks>https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html</remarks>
    public static readonly ValueList<ManagedPolicy> All =
    [
        new("AmazonAPIGatewayInvokeFullAccess", "Call every API of API Gateway"),
        new("AmazonBedrockReadOnly", "Read from Bedrock"),
        new("AmazonDynamoDBReadOnlyAccess", "Read every table of DynamoDB"),
        new("AmazonKinesisReadOnlyAccess", "Read every stream of Kinesis"),
        new("AmazonLexRunBotsOnly", "Talk to the bots of Lex"),
        new("AmazonPollyReadOnlyAccess", "Turn text into speech with Polly"),
        new("AmazonRekognitionReadOnlyAccess", "Analyze images with Rekognition"),
        new("AmazonS3ReadOnlyAccess", "Read every bucket of S3"),
        new("AmazonSNSReadOnlyAccess", "Read the topics of SNS"),
        new("AmazonSQSReadOnlyAccess", "Read the queues of SQS"),
        new("AWSAppSyncInvokeFullAccess", "Call every API of AppSync"),
        new("AWSIoTDataAccess", "Publish, subscribe and receive with AWS IoT"),
        new("AWSXrayWriteOnlyAccess", "Send traces to X-Ray"),
        new("CloudWatchReadOnlyAccess", "Read metrics, alarms and logs of CloudWatch"),
        new("ComprehendReadOnly", "Analyze text with Comprehend"),
        new("service-role/AWSLambdaRole", "Call every function of Lambda"),
        new("TranslateReadOnly", "Translate text with Translate"),
    ];

    /// <summary>The ARN in a partition.</summary>
    public string ArnIn(AwsPartition partition) => $"arn:{partition.Name}:iam::aws:policy/{Path}";
}
