namespace IdentityPools.Access;

/// <summary>Streams, queues and topics.</summary>
internal static class StreamAccess
{
    public static ServiceAccess Kinesis(string source) =>
        new("kinesis", "arn:aws:kinesis:eu-west-1:123456789012:stream/clicks", source)
        {
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
            ],
            Write = [new("kinesis:ListShards", "kinesis:PutRecord", "kinesis:PutRecords")],
        };

    public static ServiceAccess Firehose(string source) =>
        new("firehose", "arn:aws:firehose:eu-west-1:123456789012:deliverystream/clicks", source)
        {
            Read = [new("firehose:DescribeDeliveryStream", "firehose:ListTagsForDeliveryStream")],
            Write = [new("firehose:PutRecord", "firehose:PutRecordBatch")],
        };

    public static ServiceAccess Sqs(string source) =>
        new("sqs", "arn:aws:sqs:eu-west-1:123456789012:orders", source)
        {
            Read = [new("sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:ReceiveMessage")],
            Write = [new("sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:SendMessage")],
        };

    public static ServiceAccess Sns(string source) =>
        new("sns", "arn:aws:sns:eu-west-1:123456789012:offers", source)
        {
            Read = [new("sns:GetTopicAttributes", "sns:ListSubscriptionsByTopic", "sns:Subscribe")],
            Write = [new("sns:Publish")],
        };
}
