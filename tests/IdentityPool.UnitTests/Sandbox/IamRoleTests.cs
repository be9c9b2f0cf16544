using IdentityPools.Model;
using Xunit;

namespace IdentityPools.UnitTests.Sandbox;

public sealed class IamRoleTests : IDisposable
{
    private const string TooLongTrust = "Cannot exceed quota for ACLSizePerRole: 2048";
    private readonly QueryClient iam = QueryClient.Iam();

    public void Dispose() => iam.Dispose();

    private Task<QueryAnswer> CreateAsync(string name, params (string, string)[] more) =>
        iam.CallAsync("CreateRole", [("RoleName", name), ("AssumeRolePolicyDocument", IamPolicyTexts.PoolTrust), .. more]);

    [Fact]
    public async Task A_role_is_created_with_everything_about_it_and_read_back()
    {
        var created = (
            await CreateAsync(
                "Photos-Auth",
                ("Path", "/app/"),
                ("Description", "of <photos> & more"),
                ("MaxSessionDuration", "7200"),
                ("PermissionsBoundary", "arn:aws:iam::aws:policy/PowerUserAccess"),
                ("Tags.member.1.Key", "Team"),
                ("Tags.member.1.Value", "Photos")
            )
        ).Ok();
        Assert.Equal("https://iam.amazonaws.com/doc/2010-05-08/", created.Xml.Name.NamespaceName);
        Assert.Equal("CreateRoleResponse", created.Xml.Name.LocalName);

        var role = (await iam.CallAsync("GetRole", ("RoleName", "Photos-Auth"))).Ok();
        Assert.Equal("arn:aws:iam::123456789012:role/app/Photos-Auth", role.Value("GetRoleResult", "Role", "Arn"));
        Assert.Equal("/app/", role.Value("GetRoleResult", "Role", "Path"));
        Assert.Equal("of <photos> & more", role.Value("GetRoleResult", "Role", "Description"));
        Assert.Equal("7200", role.Value("GetRoleResult", "Role", "MaxSessionDuration"));
        Assert.Equal("arn:aws:iam::aws:policy/PowerUserAccess", role.Value("GetRoleResult", "Role", "PermissionsBoundary", "PermissionsBoundaryArn"));
        Assert.Equal("Photos", role.Value("GetRoleResult", "Role", "Tags", "member", "Value"));
        Assert.Matches("^AROA[A-Z2-7]{17}$", role.Value("GetRoleResult", "Role", "RoleId"));
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", role.Value("GetRoleResult", "Role", "CreateDate"));
    }

    [Fact]
    public async Task Documents_come_back_URL_encoded()
    {
        await CreateAsync("auth");
        var document = (await iam.CallAsync("GetRole", ("RoleName", "auth"))).Value("GetRoleResult", "Role", "AssumeRolePolicyDocument")!;
        Assert.StartsWith("%7B%22Version%22%3A%222012-10-17%22%2C", document, StringComparison.Ordinal);
        Assert.Equal(IamPolicyTexts.PoolTrust, Uri.UnescapeDataString(document));
    }

    [Fact]
    public async Task Names_that_differ_in_case_only_clash()
    {
        (await CreateAsync("Auth")).Ok();
        (await CreateAsync("auth")).Refused(409, "EntityAlreadyExists", "Role with name auth already exists.");
    }

    [Fact]
    public async Task Tags_are_at_most_fifty_unreserved_and_unique()
    {
        static (string, string)[] Tags(int first, int count) =>
            [.. Enumerable.Range(1, count).SelectMany(i => new[] { ($"Tags.member.{i}.Key", $"k{first + i}"), ($"Tags.member.{i}.Value", string.Empty) })];

        (await CreateAsync("auth", Tags(0, 50))).Ok();
        (await iam.CallAsync("TagRole", [("RoleName", "auth"), .. Tags(10, 40)])).Ok();
        (await iam.CallAsync("TagRole", [("RoleName", "auth"), .. Tags(50, 1)])).Refused(
            409,
            "LimitExceeded",
            "The number of tags has reached the maximum limit."
        );
        (await iam.CallAsync("TagRole", [("RoleName", "auth"), .. Tags(0, 51)])).Invalid("tags");
        (await iam.CallAsync("TagRole", ("RoleName", "auth"), ("Tags.member.1.Key", "aws:x"), ("Tags.member.1.Value", "y"))).Refused(
            400,
            "InvalidInput",
            "aws: prefixed tag key names are not allowed for external use."
        );
        (
            await iam.CallAsync(
                "TagRole",
                ("RoleName", "auth"),
                ("Tags.member.1.Key", "x"),
                ("Tags.member.1.Value", "y"),
                ("Tags.member.2.Key", "X"),
                ("Tags.member.2.Value", "y")
            )
        ).Refused(400, "InvalidInput", "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
    }

    [Fact]
    public async Task Tags_are_listed_in_pages_and_taken_away()
    {
        await CreateAsync("auth", ("Tags.member.1.Key", "a"), ("Tags.member.1.Value", "1"), ("Tags.member.2.Key", "b"), ("Tags.member.2.Value", "2"));
        var first = (await iam.CallAsync("ListRoleTags", ("RoleName", "auth"), ("MaxItems", "1"))).Ok();
        Assert.Equal(["a"], first.Values("ListRoleTagsResult", "Tags", "member", "Key"));
        Assert.Equal("true", first.Value("ListRoleTagsResult", "IsTruncated"));
        var marker = first.Value("ListRoleTagsResult", "Marker")!;
        var second = (await iam.CallAsync("ListRoleTags", ("RoleName", "auth"), ("Marker", marker))).Ok();
        Assert.Equal(["b"], second.Values("ListRoleTagsResult", "Tags", "member", "Key"));
        Assert.Equal("false", second.Value("ListRoleTagsResult", "IsTruncated"));
        (await iam.CallAsync("ListRoleTags", ("RoleName", "auth"), ("Marker", "nonsense"))).Refused(400, "ValidationError", "Invalid Marker.");

        var untagged = (await iam.CallAsync("UntagRole", ("RoleName", "auth"), ("TagKeys.member.1", "a"), ("TagKeys.member.2", "unknown"))).Ok();
        Assert.Equal(["ResponseMetadata"], untagged.Xml.Elements().Select(element => element.Name.LocalName));
        Assert.Equal(["b"], (await iam.CallAsync("ListRoleTags", ("RoleName", "auth"))).Values("ListRoleTagsResult", "Tags", "member", "Key"));
    }

    [Fact]
    public async Task Roles_are_listed_by_path_in_pages_without_tags_and_boundary()
    {
        await CreateAsync("b", ("Path", "/app/"), ("Tags.member.1.Key", "a"), ("Tags.member.1.Value", "1"));
        await CreateAsync("C", ("Path", "/app/"), ("PermissionsBoundary", "arn:aws:iam::aws:policy/PowerUserAccess"));
        await CreateAsync("a", ("Path", "/app/x/"));
        await CreateAsync("other");
        var first = (await iam.CallAsync("ListRoles", ("PathPrefix", "/app/"), ("MaxItems", "2"))).Ok();
        Assert.Equal(["a", "b"], first.Values("ListRolesResult", "Roles", "member", "RoleName"));
        var marker = first.Value("ListRolesResult", "Marker")!;
        var second = (await iam.CallAsync("ListRoles", ("PathPrefix", "/app/"), ("Marker", marker))).Ok();
        Assert.Equal(["C"], second.Values("ListRolesResult", "Roles", "member", "RoleName"));
        Assert.Empty(first.Values("ListRolesResult", "Roles", "member", "Tags"));
        Assert.Empty(second.Values("ListRolesResult", "Roles", "member", "PermissionsBoundary"));
        (await iam.CallAsync("ListRoles", ("MaxItems", "0"))).Invalid("maxItems");
        (await iam.CallAsync("ListRoles", ("MaxItems", "many"))).Refused(400, "MalformedInput", "Invalid Argument");
    }

    [Fact]
    public async Task Description_duration_and_trust_can_be_changed()
    {
        await CreateAsync("auth");
        var updated = (await iam.CallAsync("UpdateRole", ("RoleName", "AUTH"), ("Description", "new"), ("MaxSessionDuration", "3601"))).Ok();
        Assert.Contains(updated.Xml.Elements(), element => element.Name.LocalName == "UpdateRoleResult");
        var trust = IamPolicyTexts.Policy("'Effect':'Allow','Principal':{'Service':'lambda.amazonaws.com'},'Action':'sts:AssumeRole'");
        (await iam.CallAsync("UpdateAssumeRolePolicy", ("RoleName", "auth"), ("PolicyDocument", trust))).Ok();
        var role = await iam.CallAsync("GetRole", ("RoleName", "auth"));
        Assert.Equal("new", role.Value("GetRoleResult", "Role", "Description"));
        Assert.Equal("3601", role.Value("GetRoleResult", "Role", "MaxSessionDuration"));
        Assert.Equal(trust, Uri.UnescapeDataString(role.Value("GetRoleResult", "Role", "AssumeRolePolicyDocument")!));
    }

    [Fact]
    public async Task A_role_with_policies_is_not_deleted()
    {
        const string Arn = "arn:aws:iam::aws:policy/ReadOnlyAccess";
        await CreateAsync("auth");
        (await iam.CallAsync("AttachRolePolicy", ("RoleName", "auth"), ("PolicyArn", Arn))).Ok();
        (await iam.CallAsync("PutRolePolicy", ("RoleName", "auth"), ("PolicyName", "p"), ("PolicyDocument", IamPolicyTexts.Permissions))).Ok();
        (await iam.CallAsync("DeleteRole", ("RoleName", "auth"))).Refused(409, "DeleteConflict", "Cannot delete entity, must detach all policies first.");
        (await iam.CallAsync("DetachRolePolicy", ("RoleName", "auth"), ("PolicyArn", Arn))).Ok();
        (await iam.CallAsync("DeleteRole", ("RoleName", "auth"))).Refused(409, "DeleteConflict", "Cannot delete entity, must delete policies first.");
        (await iam.CallAsync("DeleteRolePolicy", ("RoleName", "auth"), ("PolicyName", "p"))).Ok();
        (await iam.CallAsync("DeleteRole", ("RoleName", "auth"))).Ok();
        (await iam.CallAsync("DeleteRole", ("RoleName", "auth"))).Refused(404, "NoSuchEntity", "The role with name auth cannot be found.");
    }

    [Fact]
    public async Task A_boundary_is_an_existing_policy()
    {
        const string Unknown = "arn:aws:iam::123456789012:policy/none";
        await CreateAsync("auth");
        (await CreateAsync("other", ("PermissionsBoundary", Unknown))).Refused(
            404,
            "NoSuchEntity",
            $"Scope ARN: {Unknown} does not exist or is not attachable."
        );
        (await iam.CallAsync("DeleteRolePermissionsBoundary", ("RoleName", "auth"))).Refused(
            404,
            "NoSuchEntity",
            "Role auth does not have a permissions boundary."
        );
        (await iam.CallAsync("PutRolePermissionsBoundary", ("RoleName", "auth"), ("PermissionsBoundary", "arn:aws:iam::aws:policy/PowerUserAccess"))).Ok();
        (await iam.CallAsync("DeleteRolePermissionsBoundary", ("RoleName", "auth"))).Ok();
        Assert.Null((await iam.CallAsync("GetRole", ("RoleName", "auth"))).Value("GetRoleResult", "Role", "PermissionsBoundary"));
    }

    [Fact]
    public async Task A_role_is_in_no_instance_profile()
    {
        await CreateAsync("auth");
        var profiles = (await iam.CallAsync("ListInstanceProfilesForRole", ("RoleName", "auth"))).Ok();
        Assert.Empty(profiles.Values("ListInstanceProfilesForRoleResult", "InstanceProfiles", "member"));
        Assert.Equal("false", profiles.Value("ListInstanceProfilesForRoleResult", "IsTruncated"));
    }

    [Theory]
    [InlineData("GetRole")]
    [InlineData("UpdateRole")]
    [InlineData("DeleteRole")]
    [InlineData("ListRolePolicies")]
    [InlineData("ListAttachedRolePolicies")]
    [InlineData("ListRoleTags")]
    [InlineData("ListInstanceProfilesForRole")]
    [InlineData("DeleteRolePermissionsBoundary")]
    public async Task A_role_that_is_not_there_is_named(string operation) =>
        (await iam.CallAsync(operation, ("RoleName", "nobody"))).Refused(404, "NoSuchEntity", "The role with name nobody cannot be found.");

    [Theory]
    [InlineData("RoleName", "with space")]
    [InlineData("RoleName", "x2345678901234567890123456789012345678901234567890123456789012345")]
    [InlineData("Path", "nope")]
    [InlineData("MaxSessionDuration", "3599")]
    [InlineData("MaxSessionDuration", "43201")]
    [InlineData("Description", "\u0001")]
    [InlineData("AssumeRolePolicyDocument", "")]
    public async Task Values_outside_of_the_model_are_refused(string member, string value)
    {
        var values = new Dictionary<string, string>
        {
            ["RoleName"] = "auth",
            ["AssumeRolePolicyDocument"] = IamPolicyTexts.PoolTrust,
            [member] = value,
        };
        (await iam.CallAsync("CreateRole", [.. values.Select(pair => (pair.Key, pair.Value))])).Invalid(member);
    }

    [Fact]
    public async Task A_description_has_at_most_a_thousand_characters()
    {
        (await CreateAsync("one", ("Description", new string('d', 1000)))).Ok();
        (await CreateAsync("two", ("Description", new string('d', 1001)))).Invalid("description");
    }

    [Fact]
    public async Task Required_members_are_required() => (await iam.CallAsync("CreateRole", ("RoleName", "auth"))).Invalid("assumeRolePolicyDocument");

    [Fact]
    public async Task White_space_does_not_count_against_the_size_of_a_trust_policy()
    {
        var padded = IamPolicyTexts.PoolTrust.Replace(",", new string(' ', 1000) + ",", StringComparison.Ordinal);
        (await iam.CallAsync("CreateRole", ("RoleName", "padded"), ("AssumeRolePolicyDocument", padded))).Ok();
        var long1 = IamPolicyTexts.PoolTrust.Replace("us-east-1:", new string('x', 2048), StringComparison.Ordinal);
        (await iam.CallAsync("CreateRole", ("RoleName", "long"), ("AssumeRolePolicyDocument", long1))).Refused(409, "LimitExceeded", TooLongTrust);
        (await iam.CallAsync("UpdateAssumeRolePolicy", ("RoleName", "padded"), ("PolicyDocument", long1))).Refused(409, "LimitExceeded", TooLongTrust);
    }

    [Fact]
    public async Task An_operation_that_IAM_does_not_have_is_named() =>
        (await iam.CallAsync("CreateRoles")).Refused(400, "InvalidAction", "Could not find operation CreateRoles for version 2010-05-08");

    [Fact]
    public async Task A_request_without_an_action_is_refused() => Assert.Equal("MissingAction", (await iam.SendAsync("Version=2010-05-08")).Code);
}
