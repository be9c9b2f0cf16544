using System.Text.Json.Nodes;
using Xunit;

namespace IdentityPools.ModuleTests.ForeignClients;

/// <summary>What the AWS CLI does with roles and providers.</summary>
internal sealed class AwsCliIam(AwsCli cli)
{
    private const string ReadOnly = "arn:aws:iam::aws:policy/ReadOnlyAccess";
    private const string Grant = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}""";

    /// <summary>A trust policy for one identity pool.</summary>
    public static string Trust(string pool) =>
        $$$$"""
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Federated":"cognito-identity.amazonaws.com"},
            "Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringEquals":{"cognito-identity.amazonaws.com:aud":"{{{{pool}}}}"}}}]}
            """;

    public async Task RolesAsync()
    {
        string[] trust = [Trust("us-east-1:00000000-0000-0000-0000-000000000001")];
        string[] named = ["--role-name", "Members"];
        await CallAsync("create-role", [.. named, "--assume-role-policy-document", .. trust, "--path", "/app/", "--tags", "Key=a,Value=1"]);
        await CallAsync("update-role", [.. named, "--description", "d", "--max-session-duration", "7200"]);
        await CallAsync("update-assume-role-policy", [.. named, "--policy-document", .. trust]);
        await CallAsync("tag-role", [.. named, "--tags", "Key=b,Value=2"]);
        await CallAsync("untag-role", [.. named, "--tag-keys", "a"]);
        Assert.Equal("""[{"Key":"b","Value":"2"}]""", (await CallAsync("list-role-tags", named))["Tags"]!.ToJsonString());
        await CallAsync("put-role-permissions-boundary", [.. named, "--permissions-boundary", ReadOnly]);
        var role = (await CallAsync("get-role", named))["Role"]!;
        Assert.Equal(7200, (int)role["MaxSessionDuration"]!);
        Assert.Equal("""[{"Key":"b","Value":"2"}]""", role["Tags"]!.ToJsonString());
        Assert.Equal(ReadOnly, (string?)role["PermissionsBoundary"]!["PermissionsBoundaryArn"]);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(trust[0]), role["AssumeRolePolicyDocument"]));
        Assert.Single((await CallAsync("list-roles", "--path-prefix", "/app/"))["Roles"]!.AsArray());
        await CallAsync("delete-role-permissions-boundary", named);
        await CallAsync("delete-role", named);
    }

    public async Task RolePoliciesAsync()
    {
        string[] named = ["--role-name", "Readers"];
        await CallAsync("create-role", [.. named, "--assume-role-policy-document", Trust("us-east-1:00000000-0000-0000-0000-000000000002")]);
        string[] inline = [.. named, "--policy-name", "read"];
        await CallAsync("put-role-policy", [.. inline, "--policy-document", Grant]);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Grant), (await CallAsync("get-role-policy", inline))["PolicyDocument"]));
        Assert.Equal("""["read"]""", (await CallAsync("list-role-policies", named))["PolicyNames"]!.ToJsonString());
        string[] managed = [.. named, "--policy-arn", ReadOnly];
        await CallAsync("attach-role-policy", managed);
        Assert.Equal(ReadOnly, (string?)(await CallAsync("list-attached-role-policies", named))["AttachedPolicies"]![0]!["PolicyArn"]);
        var version = (string)(await CallAsync("get-policy", "--policy-arn", ReadOnly))["Policy"]!["DefaultVersionId"]!;
        Assert.NotNull((await CallAsync("get-policy-version", "--policy-arn", ReadOnly, "--version-id", version))["PolicyVersion"]!["Document"]);
        Assert.Empty((await CallAsync("list-instance-profiles-for-role", named))["InstanceProfiles"]!.AsArray());
        await CallAsync("detach-role-policy", managed);
        await CallAsync("delete-role-policy", inline);
        await CallAsync("delete-role", named);
    }

    public async Task OpenIdConnectProvidersAsync()
    {
        var made = await CallAsync("create-open-id-connect-provider", "--url", "https://login.example.com", "--client-id-list", "app");
        var arn = (string)made["OpenIDConnectProviderArn"]!;
        string[] named = ["--open-id-connect-provider-arn", arn];
        await CallAsync("add-client-id-to-open-id-connect-provider", [.. named, "--client-id", "more"]);
        await CallAsync("remove-client-id-from-open-id-connect-provider", [.. named, "--client-id", "app"]);
        await CallAsync("update-open-id-connect-provider-thumbprint", [.. named, "--thumbprint-list", new string('b', 40)]);
        await CallAsync("tag-open-id-connect-provider", [.. named, "--tags", "Key=a,Value=1", "Key=b,Value=2"]);
        await CallAsync("untag-open-id-connect-provider", [.. named, "--tag-keys", "a"]);
        var provider = await CallAsync("get-open-id-connect-provider", named);
        Assert.Equal("""["more"]""", provider["ClientIDList"]!.ToJsonString());
        Assert.Equal("""[{"Key":"b","Value":"2"}]""", provider["Tags"]!.ToJsonString());
        Assert.Equal(arn, (string?)(await CallAsync("list-open-id-connect-providers"))["OpenIDConnectProviderList"]![0]!["Arn"]);
        await CallAsync("delete-open-id-connect-provider", named);
    }

    public async Task SamlProvidersAsync()
    {
        string[] metadata = ["--saml-metadata-document", Metadata()];
        var arn = (string)(await CallAsync("create-saml-provider", ["--name", "Corp", .. metadata]))["SAMLProviderArn"]!;
        string[] named = ["--saml-provider-arn", arn];
        await CallAsync("update-saml-provider", [.. named, .. metadata]);
        await CallAsync("tag-saml-provider", [.. named, "--tags", "Key=a,Value=1", "Key=b,Value=2"]);
        await CallAsync("untag-saml-provider", [.. named, "--tag-keys", "a"]);
        var provider = await CallAsync("get-saml-provider", named);
        Assert.Equal(metadata[1], (string?)provider["SAMLMetadataDocument"]);
        Assert.Equal("""[{"Key":"b","Value":"2"}]""", provider["Tags"]!.ToJsonString());
        Assert.Equal(arn, (string?)(await CallAsync("list-saml-providers"))["SAMLProviderList"]![0]!["Arn"]);
        await CallAsync("delete-saml-provider", named);
    }

    private static string Metadata() =>
        $"""
            <EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example.com/{new string('x', 1000)}">
            <IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"/></EntityDescriptor>
            """;

    private Task<JsonObject> CallAsync(string command, params IEnumerable<string> arguments) => cli.CallAsync("iam", command, arguments);
}
