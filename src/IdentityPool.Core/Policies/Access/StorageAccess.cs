using IdentityPools.Template;

namespace IdentityPools.Policies;

/// <summary>DynamoDB and S3.</summary>
internal static class StorageAccess
{
    /// <summary>Tables with their indexes, or one index.</summary>
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
            Kinds = ["table/"],
            // An index has the items of its table, so that any of them may be meant. Another table may hold other things under an identity's id.
            Shared = static table => table.Cut("/index/").Before,
            Read = [new([.. ownRead, "dynamodb:DescribeTable", "dynamodb:Scan"]) { On = TableAndIndexes }],
            Write = [new([.. ownWrite, "dynamodb:DescribeTable"]) { On = TableAndIndexes }],
            ReadPerIdentity = [new(ownRead) { On = TableAndIndexes, When = OwnLeadingKey }],
            WritePerIdentity = [new(ownWrite) { On = TableAndIndexes, When = OwnLeadingKey }],
        };

        static IEnumerable<ResourceName> TableAndIndexes(ResourceName table) =>
            table.IsEverything || table.Cut("/index/").After is not null ? [table] : [table, table + "/index/*"];

        static TemplateMapping OwnLeadingKey(ResourceName table) =>
            TemplateMapping.Single("ForAllValues:StringEquals", TemplateMapping.Single("dynamodb:LeadingKeys", ResourceName.Identity));
    }

    /// <summary>Buckets, or what is below a prefix: <c>arn:aws:s3:::bucket/prefix</c>.</summary>
    /// <remarks>
    /// Per identity, objects lie below a folder of the identity's id, and only that folder is listed:
    /// https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html. What keeps objects from their owner is left out: former versions, retention
    /// and legal holds belong to who keeps the bucket, and so do access control lists.
    /// </remarks>
    public static ServiceAccess S3(string source)
    {
        ValueList<string> read = ["s3:GetObject*", "s3:ListMultipartUploadParts"];
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
        ValueList<string> ownRead = ["s3:GetObject", "s3:GetObjectAttributes", "s3:GetObjectTagging", "s3:ListMultipartUploadParts"];
        ValueList<string> ownWrite = ["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:DeleteObjectTagging", "s3:PutObject", "s3:PutObjectTagging"];
        return new("s3", "arn:aws:s3:::bucket", source)
        {
            IsGlobal = true,
            Shared = Folder,
            Single = ["s3:DeleteObjectVersion", "s3:GetBucketLocation", "s3:GetObjectVersion", "s3:ListBucketMultipartUploads", "s3:ListBucketVersions"],
            Read = [new(read) { On = Objects }, new("s3:GetBucket*") { On = Bucket }, new("s3:List*") { On = Bucket, When = Listing }],
            Write = [new(write) { On = Objects }],
            ReadPerIdentity = [new(ownRead) { On = OwnObjects }, new("s3:ListBucket") { On = Bucket, When = OwnListing }],
            WritePerIdentity = [new(ownWrite) { On = OwnObjects }],
        };
    }

    private static IEnumerable<ResourceName> Bucket(ResourceName name) => [name.Cut("/").Before];

    private static IEnumerable<ResourceName> Objects(ResourceName name) => [name.IsEverything || HasOpenEnd(Folder(name)) ? Folder(name) : Folder(name) + "/*"];

    private static IEnumerable<ResourceName> OwnObjects(ResourceName name) => Objects(Own(name));

    /// <summary>Only keys below the prefix; null where there is none. Only listing knows this condition: no other action may depend on it.</summary>
    private static TemplateMapping? Listing(ResourceName name) =>
        Folder(name).Cut("/").After is { } prefix ? Prefixes(HasOpenEnd(Folder(name)) ? prefix : prefix + "/*") : null;

    private static TemplateMapping OwnListing(ResourceName name)
    {
        var own = Own(name).Cut("/").After!;
        return HasOpenEnd(Own(name)) ? Prefixes(own) : Prefixes(own, own + "/*");
    }

    /// <summary>The folder of an identity: what is named, where the identity stands in it, else a folder below.</summary>
    private static ResourceName Own(ResourceName name) => name.Cut("/").After?.IsOfIdentity == true ? Folder(name) : Folder(name) + $"/{ResourceName.Identity}";

    private static TemplateMapping Prefixes(params IEnumerable<ResourceName> prefixes) =>
        TemplateMapping.Single("StringLike", TemplateMapping.Single("s3:prefix", new TemplateSequence(prefixes.Select(prefix => prefix.Value.Node))));

    /// <summary>The bucket or prefix, however its end is written: <c>bucket</c>, <c>bucket/</c> and <c>bucket/*</c> are the same.</summary>
    private static ResourceName Folder(ResourceName name) => name.Without("/*").Without("/");

    /// <summary>Whether the prefix says itself that more follows, as <c>bucket/2024-*</c> does.</summary>
    private static bool HasOpenEnd(ResourceName folder) => folder.EndsWith("*") && folder.Cut("/").After is not null;
}
