using IdentityPools.Template;

namespace IdentityPools.Access;

/// <summary>DynamoDB and S3.</summary>
internal static class StorageAccess
{
    /// <summary>Tables and their indexes.</summary>
    /// <remarks>
    /// Per identity, the partition key has to be the identity's id. <c>ForAllValues</c> is true where a request has no keys at all, so Scan and
    /// DescribeTable, which have none, are left out: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html
    /// </remarks>
    public static ServiceAccess DynamoDB(string source)
    {
        ValueList<string> ownRead = ["dynamodb:BatchGetItem", "dynamodb:ConditionCheckItem", "dynamodb:GetItem", "dynamodb:Query"];
        ValueList<string> ownWrite = ["dynamodb:BatchWriteItem", "dynamodb:DeleteItem", "dynamodb:PutItem", "dynamodb:UpdateItem"];
        return new("dynamodb", "arn:aws:dynamodb:eu-west-1:123456789012:table/Orders", source)
        {
            Read = [new(ownRead) { On = TableAndIndexes }, new("dynamodb:DescribeTable", "dynamodb:Scan") { On = TableAndIndexes }],
            Write = [new(ownWrite) { On = TableAndIndexes }, new("dynamodb:DescribeTable") { On = TableAndIndexes }],
            ReadPerIdentity = [new(ownRead) { On = TableAndIndexes, When = OwnLeadingKey }],
            WritePerIdentity = [new(ownWrite) { On = TableAndIndexes, When = OwnLeadingKey }],
        };

        static IEnumerable<TemplateValue> TableAndIndexes(ResourceName table) => [table.Value, table.Below("/index/*")];
    }

    /// <summary>Buckets, or what is below a prefix: <c>arn:aws:s3:::bucket/prefix</c>.</summary>
    /// <remarks>
    /// Per identity, objects lie below a folder of the identity's id, and only that folder is listed:
    /// https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html
    /// </remarks>
    public static ServiceAccess S3(string source)
    {
        ValueList<string> write =
        [
            "s3:Abort*",
            "s3:DeleteObject*",
            "s3:PutObject",
            "s3:PutObjectLegalHold",
            "s3:PutObjectRetention",
            "s3:PutObjectTagging",
            "s3:PutObjectVersionTagging",
        ];
        return new("s3", "arn:aws:s3:::bucket", source)
        {
            Read =
            [
                new("s3:GetObject*") { On = static bucket => [bucket.Below("/*")] },
                new("s3:GetBucket*", "s3:List*") { On = Bucket, When = static bucket => Listing(bucket, "*") },
            ],
            Write = [new(write) { On = static bucket => [bucket.Below("/*")] }],
            ReadPerIdentity =
            [
                new("s3:GetObject*") { On = static bucket => [bucket.Below($"/{ResourceName.Identity}/*")] },
                new("s3:ListBucket") { On = Bucket, When = static bucket => Listing(bucket, $"{ResourceName.Identity}/*") },
            ],
            WritePerIdentity = [new(write) { On = static bucket => [bucket.Below($"/{ResourceName.Identity}/*")] }],
        };
    }

    private static TemplateMapping OwnLeadingKey(ResourceName table) =>
        TemplateMapping.Of("ForAllValues:StringEquals", TemplateMapping.Of("dynamodb:LeadingKeys", ResourceName.Identity));

    /// <summary>The bucket of an ARN that may have a prefix.</summary>
    private static IEnumerable<TemplateValue> Bucket(ResourceName name) =>
        name.Parts is var (prefix, resource) ? [prefix + resource.Split('/')[0]] : [name.Value];

    /// <summary>Which keys may be listed; null where that is all of them.</summary>
    private static TemplateMapping? Listing(ResourceName name, string keys)
    {
        var folder =
            name.Parts is var (_, resource) && resource.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash
                ? resource[(slash + 1)..].TrimEnd('/') + "/"
                : "";
        return folder.Length == 0 && keys == "*" ? null : TemplateMapping.Of("StringLike", TemplateMapping.Of("s3:prefix", folder + keys));
    }
}
