using Xunit;

namespace IdentityPools.UnitTests.Sandbox;

/// <summary>What AWS answered where somebody recorded it and published the recording: codes, texts and the members of answers.</summary>
public sealed class RecordedAnswerTests : IDisposable
{
    private const string Boundary = "arn:aws:iam::aws:policy/PowerUserAccess";
    private readonly QueryClient iam = QueryClient.Iam();

    public void Dispose() => iam.Dispose();

    private Task<QueryAnswer> CreateRoleAsync(params (string, string)[] more) =>
        iam.CallAsync("CreateRole", [("RoleName", "auth"), ("AssumeRolePolicyDocument", IamPolicyTexts.PoolTrust), .. more]);

    [Fact]
    public async Task A_created_role_is_answered_without_description_and_session_duration_and_read_with_them()
    {
        var created = (await CreateRoleAsync(("Description", "of photos"), ("MaxSessionDuration", "7200"))).Ok();
        Assert.Null(created.Value("CreateRoleResult", "Role", "MaxSessionDuration"));
        Assert.Null(created.Value("CreateRoleResult", "Role", "Description"));
        var read = (await iam.CallAsync("GetRole", ("RoleName", "auth"))).Ok();
        Assert.Equal("7200", read.Value("GetRoleResult", "Role", "MaxSessionDuration"));
        Assert.Equal("of photos", read.Value("GetRoleResult", "Role", "Description"));
    }

    [Fact]
    public async Task A_permissions_boundary_is_of_the_type_Policy()
    {
        await CreateRoleAsync(("PermissionsBoundary", Boundary));
        var read = (await iam.CallAsync("GetRole", ("RoleName", "auth"))).Ok();
        Assert.Equal("Policy", read.Value("GetRoleResult", "Role", "PermissionsBoundary", "PermissionsBoundaryType"));
    }

    [Fact]
    public async Task A_permissions_boundary_has_to_be_the_ARN_of_a_policy()
    {
        const string NoPolicy = "arn:aws:iam::123456789012:role/x";
        (await CreateRoleAsync(("PermissionsBoundary", NoPolicy))).Refused(400, "InvalidInput", $"ARN {NoPolicy} is not valid.");
        await CreateRoleAsync();
        (await iam.CallAsync("PutRolePermissionsBoundary", ("RoleName", "auth"), ("PermissionsBoundary", NoPolicy))).Refused(
            400,
            "InvalidInput",
            $"ARN {NoPolicy} is not valid."
        );
    }

    [Theory]
    [InlineData("AttachRolePolicy")]
    [InlineData("DetachRolePolicy")]
    public async Task What_is_no_ARN_at_all_is_not_attached(string operation)
    {
        await CreateRoleAsync();
        (await iam.CallAsync(operation, ("RoleName", "auth"), ("PolicyArn", "long-enough-but-no-arn"))).Refused(
            400,
            "ValidationError",
            "Invalid ARN:  Could not be parsed!"
        );
    }

    [Fact]
    public async Task A_policy_without_tags_is_answered_without_them()
    {
        (string, string)[] policy = [("PolicyName", "p"), ("PolicyDocument", IamPolicyTexts.Permissions)];
        var created = (await iam.CallAsync("CreatePolicy", policy)).Ok();
        Assert.DoesNotContain("<Tags", created.Body, StringComparison.Ordinal);
        (string, string)[] tagged = [("PolicyName", "q"), policy[1], ("Tags.member.1.Key", "a"), ("Tags.member.1.Value", "1")];
        Assert.Equal("a", (await iam.CallAsync("CreatePolicy", tagged)).Ok().Value("CreatePolicyResult", "Policy", "Tags", "member", "Key"));
    }

    [Fact]
    public async Task A_violation_in_a_list_names_the_list()
    {
        await CreateRoleAsync();
        (await iam.CallAsync("UntagRole", ("RoleName", "auth"), ("TagKeys.member.1", new string('k', 129)))).Refused(
            400,
            "ValidationError",
            "1 validation error detected: Value at 'tagKeys' failed to satisfy constraint: "
                + "Member must satisfy constraint: [Member must have length less than or equal to 128]"
        );
    }

    [Fact]
    public async Task Members_are_named_by_their_letters()
    {
        var answer = await iam.CallAsync(
            "CreateOpenIDConnectProvider",
            ("Url", new string('u', 256)),
            ("ThumbprintList.member.1", "short"),
            ("ClientIDList.member.1", new string('c', 256))
        );
        Assert.Matches("^3 validation errors .*'clientIDList'.*'thumbprintList'.*'url'", answer.Message!);
    }
}
