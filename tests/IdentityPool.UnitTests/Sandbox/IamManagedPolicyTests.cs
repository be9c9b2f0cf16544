using IdentityPools.Model;
using Xunit;

namespace IdentityPools.UnitTests.Sandbox;

public sealed class IamManagedPolicyTests : IDisposable
{
    private const string Arn = "arn:aws:iam::123456789012:policy/app/read";
    private readonly QueryClient iam = QueryClient.Iam();

    public void Dispose() => iam.Dispose();

    private Task<QueryAnswer> CreateAsync(string name, string document) =>
        iam.CallAsync("CreatePolicy", ("PolicyName", name), ("Path", "/app/"), ("PolicyDocument", document), ("Description", "reads"));

    [Fact]
    public async Task A_policy_is_created_read_and_deleted()
    {
        Assert.Equal(Arn, (await CreateAsync("read", IamPolicyTexts.Permissions)).Ok().Value("CreatePolicyResult", "Policy", "Arn"));
        (await iam.CallAsync("CreateRole", ("RoleName", "auth"), ("AssumeRolePolicyDocument", IamPolicyTexts.PoolTrust))).Ok();
        (await iam.CallAsync("AttachRolePolicy", ("RoleName", "auth"), ("PolicyArn", Arn))).Ok();

        var policy = (await iam.CallAsync("GetPolicy", ("PolicyArn", Arn))).Ok();
        Assert.Equal("1", policy.Value("GetPolicyResult", "Policy", "AttachmentCount"));
        Assert.Equal("true", policy.Value("GetPolicyResult", "Policy", "IsAttachable"));
        Assert.Equal("reads", policy.Value("GetPolicyResult", "Policy", "Description"));
        var version = (await iam.CallAsync("GetPolicyVersion", ("PolicyArn", Arn), ("VersionId", "v1"))).Ok();
        Assert.Equal(IamPolicyTexts.Permissions, Uri.UnescapeDataString(version.Value("GetPolicyVersionResult", "PolicyVersion", "Document")!));

        (await iam.CallAsync("DeletePolicy", ("PolicyArn", Arn))).Refused(409, "DeleteConflict", "Cannot delete a policy attached to entities.");
        (await iam.CallAsync("DetachRolePolicy", ("RoleName", "auth"), ("PolicyArn", Arn))).Ok();
        (await iam.CallAsync("DeletePolicy", ("PolicyArn", Arn))).Ok();
        (await iam.CallAsync("GetPolicy", ("PolicyArn", Arn))).Refused(404, "NoSuchEntity", $"Policy {Arn} was not found.");
    }

    [Fact]
    public async Task Names_clash_without_regard_to_case()
    {
        (await CreateAsync("read", IamPolicyTexts.Permissions)).Ok();
        (await CreateAsync("READ", IamPolicyTexts.Permissions)).Refused(
            409,
            "EntityAlreadyExists",
            "A policy called READ already exists. Duplicate names are not allowed."
        );
    }

    [Fact]
    public async Task A_policy_has_at_most_6144_characters()
    {
        (await CreateAsync("fits", IamPolicyTexts.PermissionsOfSize(6144))).Ok();
        (await CreateAsync("long", IamPolicyTexts.PermissionsOfSize(6145))).Refused(409, "LimitExceeded", "Cannot exceed quota for PolicySize: 6144");
    }

    [Fact]
    public async Task A_managed_policy_names_the_version_of_the_language() =>
        (await CreateAsync("old", IamPolicyTexts.Permissions.Replace("2012", "2008", StringComparison.Ordinal))).Refused(
            400,
            "MalformedPolicyDocument",
            "Policy document must be version 2012-10-17 or greater."
        );

    [Fact]
    public async Task Policies_of_AWS_exist_and_cannot_be_deleted()
    {
        const string Managed = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";
        var policy = (await iam.CallAsync("GetPolicy", ("PolicyArn", Managed))).Ok();
        Assert.Equal("AWSLambdaBasicExecutionRole", policy.Value("GetPolicyResult", "Policy", "PolicyName"));
        Assert.Equal("/service-role/", policy.Value("GetPolicyResult", "Policy", "Path"));
        (await iam.CallAsync("GetPolicyVersion", ("PolicyArn", Managed), ("VersionId", "v1"))).Ok();
        (await iam.CallAsync("DeletePolicy", ("PolicyArn", Managed))).Refused(404, "NoSuchEntity", $"Policy {Managed} does not exist or is not attachable.");
    }

    [Fact]
    public async Task A_version_that_is_not_there_is_named()
    {
        await CreateAsync("read", IamPolicyTexts.Permissions);
        (await iam.CallAsync("GetPolicyVersion", ("PolicyArn", Arn), ("VersionId", "v2"))).Refused(
            404,
            "NoSuchEntity",
            $"Policy {Arn} version v2 does not exist or is not attachable."
        );
        (await iam.CallAsync("GetPolicyVersion", ("PolicyArn", Arn), ("VersionId", "2"))).Invalid("versionId");
    }
}
