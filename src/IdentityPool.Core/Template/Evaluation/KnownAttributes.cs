using IdentityPools.Model;

namespace IdentityPools.Template;

/// <summary>
/// What <c>Ref</c> and <c>Fn::GetAtt</c> give for resources that a template names itself. Resources of Cognito and IAM are left out, because a definition holds
/// them: their references stay.
/// </summary>
/// <remarks>Each type's page under "Return values", https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html</remarks>
internal static class KnownAttributes
{
    private sealed record Named(string Property, string Arn, bool RefIsArn = false, bool IsRegional = true);

    private static readonly Dictionary<string, Named> Types = new(StringComparer.Ordinal)
    {
        ["AWS::S3::Bucket"] = new("BucketName", "s3:::{0}", IsRegional: false),
        ["AWS::DynamoDB::Table"] = new("TableName", "dynamodb:{1}:{2}:table/{0}"),
        ["AWS::DynamoDB::GlobalTable"] = new("TableName", "dynamodb:{1}:{2}:table/{0}"),
        ["AWS::SNS::Topic"] = new("TopicName", "sns:{1}:{2}:{0}", RefIsArn: true),
        ["AWS::Kinesis::Stream"] = new("Name", "kinesis:{1}:{2}:stream/{0}"),
        ["AWS::KinesisFirehose::DeliveryStream"] = new("DeliveryStreamName", "firehose:{1}:{2}:deliverystream/{0}"),
        ["AWS::Lambda::Function"] = new("FunctionName", "lambda:{1}:{2}:function:{0}"),
        ["AWS::SSM::Parameter"] = new("Name", ""),
    };

    /// <summary>What a reference gives; null where only a deployed stack knows it.</summary>
    /// <param name="type">The type of the resource.</param>
    /// <param name="attribute">The attribute; null for <c>Ref</c>.</param>
    /// <param name="property">Gives a property of the resource, evaluated.</param>
    /// <param name="input">Where it is deployed to.</param>
    public static string? Find(string type, string? attribute, Func<string, TemplateNode?> property, EvaluationInput input)
    {
        if (type == ResourceTypes.IdentityPool)
        {
            return attribute == "Name" ? (property("IdentityPoolName") as TemplateScalar)?.Text : null;
        }

        // A queue is referred to by its URL, which its name does not tell for sure.
        if (type == "AWS::SQS::Queue")
        {
            return attribute is "Arn" or "QueueName" && property("QueueName") is TemplateScalar { Text: var queue }
                ? attribute == "QueueName"
                    ? queue
                    : Arn("sqs:{1}:{2}:{0}", queue, isRegional: true, input)
                : null;
        }

        if (!Types.TryGetValue(type, out var named) || property(named.Property) is not TemplateScalar { Text: var name })
        {
            return null;
        }

        var isArn = attribute is null ? named.RefIsArn : attribute is "Arn" or "TopicArn" && named.Arn.Length > 0;
        return isArn ? Arn(named.Arn, name, named.IsRegional, input)
            : attribute is null ? name
            : null;
    }

    private static string? Arn(string format, string name, bool isRegional, EvaluationInput input) =>
        input.Region is null || (isRegional && input.AccountId is null)
            ? null
            : $"arn:{AwsPartition.OfRegion(input.Region).Name}:"
                + format
                    .Replace("{0}", name, StringComparison.Ordinal)
                    .Replace("{1}", input.Region, StringComparison.Ordinal)
                    .Replace("{2}", input.AccountId, StringComparison.Ordinal);
}
