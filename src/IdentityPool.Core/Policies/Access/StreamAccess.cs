namespace IdentityPools.Policies;

/// <summary>Streams, queues and topics.</summary>
internal static class StreamAccess
{
    /// <summary>Streams; those who read with enhanced fan-out do it through a consumer, which has an ARN below the stream's.</summary>
    /// <remarks>https://docs.aws.amazon.com/streams/latest/dev/controlling-access.html</remarks>
    public static ServiceAccess Kinesis(string source) =>
        new("kinesis", "arn:aws:kinesis:eu-west-1:123456789012:stream/clicks", source)
        {
            Kinds = ["stream/"],
            Read =
            [
                new(
                    "kinesis:DescribeStream",
                    "kinesis:DescribeStreamSummary",
                    "kinesis:GetRecords",
                    "kinesis:GetShardIterator",
                    "kinesis:ListShards",
                    "kinesis:SubscribeToShard"
                ),
                new("kinesis:SubscribeToShard") { On = static stream => stream.IsEverything ? [stream] : [stream + "/consumer/*"] },
            ],
            Write = [new("kinesis:ListShards", "kinesis:PutRecord", "kinesis:PutRecords")],
        };

    public static ServiceAccess Firehose(string source) =>
        new("firehose", "arn:aws:firehose:eu-west-1:123456789012:deliverystream/clicks", source)
        {
            Kinds = ["deliverystream/"],
            Read = [new("firehose:DescribeDeliveryStream", "firehose:ListTagsForDeliveryStream")],
            Write = [new("firehose:PutRecord", "firehose:PutRecordBatch")],
        };

    /// <summary>Queues: reading is to receive messages and take them off, writing is to send.</summary>
    public static ServiceAccess Sqs(string source) =>
        new("sqs", "arn:aws:sqs:eu-west-1:123456789012:orders", source)
        {
            Read = [new("sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:ReceiveMessage")],
            Write = [new("sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:SendMessage")],
        };

    /// <summary>Topics: reading is to subscribe, writing is to publish. The list of subscriptions is left out: it holds the addresses of all others.</summary>
    public static ServiceAccess Sns(string source) =>
        new("sns", "arn:aws:sns:eu-west-1:123456789012:offers", source)
        {
            Read = [new("sns:GetTopicAttributes", "sns:Subscribe")],
            Write = [new("sns:Publish")],
        };
}
