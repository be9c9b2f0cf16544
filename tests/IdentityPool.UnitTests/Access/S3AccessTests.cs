using IdentityPools.Policies;
using Xunit;

namespace IdentityPools.UnitTests.Access;

/// <summary>What is granted on buckets and prefixes: the actions of the CDK's grants, objects and bucket apart.</summary>
public sealed class S3AccessTests
{
    private const string Bucket = "arn:aws:s3:::uploads";
    private const string ReadObjects = """{"Effect":"Allow","Action":["s3:GetObject*","s3:ListMultipartUploadParts"],"Resource":""";
    private const string WriteObjects = """
        {"Effect":"Allow","Action":["s3:Abort*","s3:DeleteObject*","s3:PutObject","s3:PutObjectLegalHold","s3:PutObjectRetention","s3:PutObjectTagging","s3:PutObjectVersionTagging"],"Resource":
        """;

    private const string ReadOwn =
        """{"Effect":"Allow","Action":["s3:GetObject","s3:GetObjectAttributes","s3:GetObjectTagging","s3:ListMultipartUploadParts"],"Resource":""";
    private const string WriteOwn = """
        {"Effect":"Allow","Action":["s3:AbortMultipartUpload","s3:DeleteObject","s3:DeleteObjectTagging","s3:PutObject","s3:PutObjectTagging"],"Resource":
        """;

    [Fact]
    public void Reading_a_bucket() =>
        Assert.Equal(
            [ReadObjects + $"\"{Bucket}/*\"}}", $$"""{"Effect":"Allow","Action":["s3:GetBucket*","s3:List*"],"Resource":"{{Bucket}}"}"""],
            Grants.Of(AwsService.S3, AccessLevel.Read, Bucket)
        );

    [Fact]
    public void Writing_a_bucket() => Assert.Equal([WriteObjects + $"\"{Bucket}/*\"}}"], Grants.Of(AwsService.S3, AccessLevel.Write, Bucket));

    [Fact]
    public void Only_listing_is_limited_to_the_prefix() =>
        Assert.Equal(
            [
                ReadObjects + $"\"{Bucket}/public/*\"}}",
                $$"""{"Effect":"Allow","Action":"s3:GetBucket*","Resource":"{{Bucket}}"}""",
                $$$$"""{"Effect":"Allow","Action":"s3:List*","Resource":"{{{{Bucket}}}}","Condition":{"StringLike":{"s3:prefix":"public/*"}}}""",
            ],
            Grants.Of(AwsService.S3, AccessLevel.Read, Bucket + "/public")
        );

    [Fact]
    public void Each_identity_reads_and_lists_its_own_folder() =>
        Assert.Equal(
            [
                ReadOwn + $"\"{Bucket}/{Grants.Identity}/*\"}}",
                $$$$"""{"Effect":"Allow","Action":"s3:ListBucket","Resource":"{{{{Bucket}}}}","Condition":{"StringLike":{"s3:prefix":["{{{{Grants.Identity}}}}","{{{{Grants.Identity}}}}/*"]}}}""",
            ],
            Grants.PerIdentity(AwsService.S3, AccessLevel.Read, Bucket)
        );

    [Fact]
    public void Each_identity_lists_its_own_folder_below_a_prefix() =>
        Assert.Contains(
            $$"""{"s3:prefix":["private/{{Grants.Identity}}","private/{{Grants.Identity}}/*"]}""",
            Grants.PerIdentity(AwsService.S3, AccessLevel.Read, Bucket + "/private")[1]
        );

    [Fact]
    public void Each_identity_writes_its_own_folder() =>
        Assert.Equal([WriteOwn + $"\"{Bucket}/private/{Grants.Identity}/*\"}}"], Grants.PerIdentity(AwsService.S3, AccessLevel.Write, Bucket + "/private"));

    [Theory]
    [InlineData("")]
    [InlineData("/private")]
    public void However_the_end_is_written_it_is_the_same_folder(string prefix) =>
        Assert.All(
            ["/", "/*"],
            end =>
            {
                Assert.Equal(
                    Grants.Of(AwsService.S3, AccessLevel.ReadWrite, Bucket + prefix),
                    Grants.Of(AwsService.S3, AccessLevel.ReadWrite, Bucket + prefix + end)
                );
                Assert.Equal(
                    Grants.PerIdentity(AwsService.S3, AccessLevel.ReadWrite, Bucket + prefix),
                    Grants.PerIdentity(AwsService.S3, AccessLevel.ReadWrite, Bucket + prefix + end)
                );
            }
        );

    [Fact]
    public void An_open_prefix_stays_open()
    {
        var statements = Grants.Of(AwsService.S3, AccessLevel.Read, Bucket + "/2024-*");

        Assert.Equal(ReadObjects + $"\"{Bucket}/2024-*\"}}", statements[0]);
        Assert.Contains("""{"s3:prefix":"2024-*"}""", statements[2]);
    }

    [Fact]
    public void Objects_of_many_buckets_lie_below_them() =>
        Assert.Equal(["arn:aws:s3:::logs-*/*"], Grants.Resources(AwsService.S3, AccessLevel.Write, "arn:aws:s3:::logs-*"));

    [Fact]
    public void Everything_is_one_statement() =>
        Assert.Equal(
            ["""{"Effect":"Allow","Action":["s3:GetBucket*","s3:GetObject*","s3:List*","s3:ListMultipartUploadParts"],"Resource":"*"}"""],
            Grants.Of(AwsService.S3, AccessLevel.Read, "*")
        );

    [Fact]
    public void A_bucket_of_the_template_has_folders() =>
        Assert.Equal(
            [WriteOwn + """{"Fn::Sub":"${Uploads.Arn}/${!cognito-identity.amazonaws.com:sub}/*"}}"""],
            Grants.PerIdentity(AwsService.S3, AccessLevel.Write, Grants.Function("""{"Fn::GetAtt":["Uploads","Arn"]}"""))
        );

    [Fact]
    public void A_bucket_of_another_stack_has_folders() =>
        Assert.Equal(
            [WriteOwn + $$$$"""{"Fn::Join":["",[{"Fn::ImportValue":"Arn"},"/{{{{Grants.Identity}}}}/*"]]}}"""],
            Grants.PerIdentity(AwsService.S3, AccessLevel.Write, Grants.Function("""{"Fn::ImportValue":"Arn"}"""))
        );

    [Fact]
    public void The_bucket_of_a_prefix_is_found_in_a_text_with_functions() =>
        Assert.Equal(
            [
                ReadObjects + """{"Fn::Sub":"arn:${AWS::Partition}:s3:::${Uploads}/${Stage}/*"}}""",
                """{"Effect":"Allow","Action":"s3:GetBucket*","Resource":{"Fn::Sub":"arn:${AWS::Partition}:s3:::${Uploads}"}}""",
                """{"Effect":"Allow","Action":"s3:List*","Resource":{"Fn::Sub":"arn:${AWS::Partition}:s3:::${Uploads}"},"Condition":{"StringLike":{"s3:prefix":{"Fn::Sub":"${Stage}/*"}}}}""",
            ],
            Grants.Of(AwsService.S3, AccessLevel.Read, Grants.Function("""{"Fn::Sub":"arn:${AWS::Partition}:s3:::${Uploads}/${Stage}"}"""))
        );

    [Theory]
    [InlineData("s3:GetObjectVersion")]
    [InlineData("s3:GetObjectVersionTagging")]
    [InlineData("s3:GetObjectRetention")]
    [InlineData("s3:GetObjectLegalHold")]
    [InlineData("s3:GetObjectAcl")]
    [InlineData("s3:DeleteObjectVersion")]
    [InlineData("s3:DeleteObjectVersionTagging")]
    [InlineData("s3:PutObjectVersionTagging")]
    [InlineData("s3:PutObjectRetention")]
    [InlineData("s3:PutObjectLegalHold")]
    [InlineData("s3:BypassGovernanceRetention")]
    [InlineData("s3:ListBucketVersions")]
    public void What_keeps_objects_from_their_owner_is_not_the_owners(string action) =>
        Assert.DoesNotContain(
            Grants.Statements(AwsService.S3, AccessLevel.ReadWrite, perIdentity: true, Bucket).SelectMany(statement => statement.TypedActions),
            pattern => Wildcard.Matches(pattern.Literal!, action, ignoreCase: true)
        );

    [Fact]
    public void An_open_end_within_ones_own_folder_stays_open()
    {
        var statements = Grants.PerIdentity(AwsService.S3, AccessLevel.Read, $"{Bucket}/{Grants.Identity}/2024-*");

        Assert.Equal(ReadOwn + $"\"{Bucket}/{Grants.Identity}/2024-*\"}}", statements[0]);
        Assert.Contains($$"""{"s3:prefix":"{{Grants.Identity}}/2024-*"}""", statements[1]);
    }
}
