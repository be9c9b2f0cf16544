namespace IdentityPools;

/// <summary>The services whose usual actions can be granted by name.</summary>
public enum AwsService
{
    /// <summary>Amazon API Gateway: methods of an API.</summary>
    ApiGateway,

    /// <summary>AWS AppSync: queries and subscriptions, mutations.</summary>
    AppSync,

    /// <summary>Amazon Bedrock: models.</summary>
    Bedrock,

    /// <summary>Amazon DynamoDB: items of a table and its indexes.</summary>
    DynamoDB,

    /// <summary>Amazon Data Firehose: records of a stream.</summary>
    Firehose,

    /// <summary>AWS IoT Core: topics.</summary>
    IoT,

    /// <summary>Amazon Kinesis Data Streams: records of a stream.</summary>
    Kinesis,

    /// <summary>AWS Lambda: functions.</summary>
    Lambda,

    /// <summary>Amazon Location Service: maps, places, routes, trackers.</summary>
    Location,

    /// <summary>Amazon CloudWatch RUM: app monitors.</summary>
    Rum,

    /// <summary>Amazon S3: objects of a bucket, or below a prefix of it.</summary>
    S3,

    /// <summary>Amazon SNS: topics.</summary>
    SNS,

    /// <summary>Amazon SQS: messages of a queue.</summary>
    SQS,
}

/// <summary>Which of a service's usual actions are meant.</summary>
public enum AccessLevel
{
    /// <summary>Getting what is there.</summary>
    Read,

    /// <summary>Putting, changing, sending, invoking.</summary>
    Write,

    /// <summary>Both.</summary>
    ReadWrite,
}
