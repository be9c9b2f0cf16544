using IdentityPools.Model;
using Xunit;

namespace IdentityPools.UnitTests.Sandbox;

public sealed class IamRolePolicyTests : IAsyncLifetime
{
    private readonly QueryClient iam = QueryClient.Iam();

    public async ValueTask InitializeAsync() =>
        (await iam.CallAsync("CreateRole", ("RoleName", "auth"), ("AssumeRolePolicyDocument", IamPolicyTexts.PoolTrust))).Ok();

    public ValueTask DisposeAsync()
    {
        iam.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task<QueryAnswer> PutAsync(string name, string document) =>
        iam.CallAsync("PutRolePolicy", ("RoleName", "auth"), ("PolicyName", name), ("PolicyDocument", document));

    private Task<QueryAnswer> AttachAsync(string arn) => iam.CallAsync("AttachRolePolicy", ("RoleName", "auth"), ("PolicyArn", arn));

    [Fact]
    public async Task An_inline_policy_is_put_read_replaced_and_deleted()
    {
        (await PutAsync("read", IamPolicyTexts.Permissions)).Ok();
        var policy = (await iam.CallAsync("GetRolePolicy", ("RoleName", "auth"), ("PolicyName", "read"))).Ok();
        Assert.Equal("auth", policy.Value("GetRolePolicyResult", "RoleName"));
        Assert.Equal("read", policy.Value("GetRolePolicyResult", "PolicyName"));
        Assert.Equal(IamPolicyTexts.Permissions, Uri.UnescapeDataString(policy.Value("GetRolePolicyResult", "PolicyDocument")!));
        Assert.DoesNotContain("{", policy.Value("GetRolePolicyResult", "PolicyDocument"), StringComparison.Ordinal);

        (await PutAsync("read", IamPolicyTexts.PermissionsOfSize(500))).Ok();
        (await PutAsync("also", IamPolicyTexts.Permissions)).Ok();
        var names = (await iam.CallAsync("ListRolePolicies", ("RoleName", "auth"), ("MaxItems", "1"))).Ok();
        Assert.Equal(["also"], names.Values("ListRolePoliciesResult", "PolicyNames", "member"));
        Assert.Equal("true", names.Value("ListRolePoliciesResult", "IsTruncated"));

        (await iam.CallAsync("DeleteRolePolicy", ("RoleName", "auth"), ("PolicyName", "read"))).Ok();
        (await iam.CallAsync("DeleteRolePolicy", ("RoleName", "auth"), ("PolicyName", "read"))).Refused(
            404,
            "NoSuchEntity",
            "The role policy with name read cannot be found."
        );
        (await iam.CallAsync("GetRolePolicy", ("RoleName", "auth"), ("PolicyName", "read"))).Refused(
            404,
            "NoSuchEntity",
            "The role policy with name read cannot be found."
        );
    }

    [Fact]
    public async Task The_inline_policies_of_a_role_share_one_limit()
    {
        const string Message = "Maximum policy size of 10240 bytes exceeded for role auth";
        (await PutAsync("whole", IamPolicyTexts.PermissionsOfSize(10_241))).Refused(409, "LimitExceeded", Message);
        (await PutAsync("first", IamPolicyTexts.PermissionsOfSize(10_000))).Ok();
        (await PutAsync("second", IamPolicyTexts.PermissionsOfSize(241))).Refused(409, "LimitExceeded", Message);
        (await PutAsync("second", IamPolicyTexts.PermissionsOfSize(240) + new string('\n', 500))).Ok();
        (await PutAsync("FIRST", IamPolicyTexts.PermissionsOfSize(9_999))).Ok();
    }

    [Fact]
    public async Task At_most_ten_managed_policies_are_attached()
    {
        for (var i = 0; i < 10; i++)
        {
            (await AttachAsync($"arn:aws:iam::aws:policy/service-role/P{i}")).Ok();
        }

        (await AttachAsync("arn:aws:iam::aws:policy/service-role/P0")).Ok();
        (await AttachAsync("arn:aws:iam::aws:policy/P10")).Refused(409, "LimitExceeded", "Cannot exceed quota for PoliciesPerRole: 10");
        var page = (await iam.CallAsync("ListAttachedRolePolicies", ("RoleName", "auth"), ("PathPrefix", "/service-role/"), ("MaxItems", "9"))).Ok();
        Assert.Equal("P0", page.Value("ListAttachedRolePoliciesResult", "AttachedPolicies", "member", "PolicyName"));
        Assert.Equal(9, page.Values("ListAttachedRolePoliciesResult", "AttachedPolicies", "member", "PolicyArn").Length);
        Assert.Equal("true", page.Value("ListAttachedRolePoliciesResult", "IsTruncated"));
    }

    [Theory]
    [InlineData("arn:aws:iam::123456789012:policy/none")]
    [InlineData("arn:aws-cn:iam::aws:policy/ReadOnlyAccess")]
    [InlineData("arn:aws:iam::aws:policy/")]
    public async Task Only_policies_that_exist_are_attached(string arn) =>
        (await AttachAsync(arn)).Refused(404, "NoSuchEntity", $"Policy {arn} does not exist or is not attachable.");

    [Fact]
    public async Task Only_ARNs_of_policies_are_attached()
    {
        const string Arn = "arn:aws:iam::123456789012:role/auth";
        (await AttachAsync(Arn)).Refused(400, "InvalidInput", $"ARN {Arn} is not valid.");
        (await AttachAsync("ReadOnlyAccess")).Invalid("policyArn");
    }

    [Fact]
    public async Task Only_attached_policies_are_detached() =>
        (await iam.CallAsync("DetachRolePolicy", ("RoleName", "auth"), ("PolicyArn", "arn:aws:iam::aws:policy/ReadOnlyAccess"))).Refused(
            404,
            "NoSuchEntity",
            "Policy arn:aws:iam::aws:policy/ReadOnlyAccess was not found."
        );
}
