using IdentityPools.Model;
using Xunit;

namespace IdentityPools.UnitTests.Sandbox;

public sealed class IamSamlTests : IDisposable
{
    private const string Arn = "arn:aws:iam::123456789012:saml-provider/Corp";
    private static readonly string[] Operations =
    [
        "GetSAMLProvider",
        "UpdateSAMLProvider",
        "DeleteSAMLProvider",
        "TagSAMLProvider",
        "UntagSAMLProvider",
        "ListSAMLProviderTags",
    ];

    private readonly QueryClient iam = QueryClient.Iam();

    public void Dispose() => iam.Dispose();

    private static string Metadata(string attributes = "", string root = "EntityDescriptor") =>
        $"""
            <{root} xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example.com/{new string('x', 1000)}" {attributes}>
            <IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"/></{root}>
            """;

    private Task<QueryAnswer> CreateAsync(string metadata, params (string, string)[] more) =>
        iam.CallAsync("CreateSAMLProvider", [("Name", "Corp"), ("SAMLMetadataDocument", metadata), .. more]);

    [Fact]
    public async Task A_provider_is_created_read_changed_listed_and_deleted()
    {
        var created = await CreateAsync(Metadata("validUntil=\"2030-01-02T03:04:05Z\""), ("Tags.member.1.Key", "a"), ("Tags.member.1.Value", "1"));
        Assert.Equal(Arn, created.Ok().Value("CreateSAMLProviderResult", "SAMLProviderArn"));
        var provider = (await iam.CallAsync("GetSAMLProvider", ("SAMLProviderArn", Arn))).Ok();
        Assert.Equal("2030-01-02T03:04:05Z", provider.Value("GetSAMLProviderResult", "ValidUntil"));
        Assert.StartsWith("<EntityDescriptor", provider.Value("GetSAMLProviderResult", "SAMLMetadataDocument"), StringComparison.Ordinal);
        Assert.Matches("^[A-Z0-9]{22,64}$", provider.Value("GetSAMLProviderResult", "SAMLProviderUUID"));

        (await iam.CallAsync("UpdateSAMLProvider", ("SAMLProviderArn", Arn), ("SAMLMetadataDocument", Metadata("ID=\"_2\"")))).Ok();
        provider = await iam.CallAsync("GetSAMLProvider", ("SAMLProviderArn", Arn));
        Assert.Contains("ID=\"_2\"", provider.Value("GetSAMLProviderResult", "SAMLMetadataDocument"), StringComparison.Ordinal);
        var list = await iam.CallAsync("ListSAMLProviders");
        Assert.Equal([Arn], list.Ok().Values("ListSAMLProvidersResult", "SAMLProviderList", "member", "Arn"));
        (await iam.CallAsync("DeleteSAMLProvider", ("SAMLProviderArn", Arn))).Ok();
        Assert.Empty((await iam.CallAsync("ListSAMLProviders")).Values("ListSAMLProvidersResult", "SAMLProviderList", "member"));
    }

    [Fact]
    public async Task Tags_are_set_listed_and_removed()
    {
        await CreateAsync(Metadata());
        (await iam.CallAsync("TagSAMLProvider", ("SAMLProviderArn", Arn), ("Tags.member.1.Key", "a"), ("Tags.member.1.Value", "1"))).Ok();
        var tags = await iam.CallAsync("ListSAMLProviderTags", ("SAMLProviderArn", Arn));
        Assert.Equal(["1"], tags.Ok().Values("ListSAMLProviderTagsResult", "Tags", "member", "Value"));
        (await iam.CallAsync("UntagSAMLProvider", ("SAMLProviderArn", Arn), ("TagKeys.member.1", "a"))).Ok();
        Assert.Empty((await iam.CallAsync("ListSAMLProviderTags", ("SAMLProviderArn", Arn))).Values("ListSAMLProviderTagsResult", "Tags", "member"));
    }

    [Fact]
    public async Task Encryption_needs_a_key_of_which_there_are_two_at_most()
    {
        const string Message = "A private key is required when the assertion encryption mode is Required.";
        (await CreateAsync(Metadata(), ("AssertionEncryptionMode", "Required"))).Refused(400, "InvalidInput", Message);
        (await CreateAsync(Metadata(), ("AssertionEncryptionMode", "Required"), ("AddPrivateKey", "key"))).Ok();
        (await iam.CallAsync("UpdateSAMLProvider", ("SAMLProviderArn", Arn), ("AddPrivateKey", "key2"))).Ok();
        (await iam.CallAsync("UpdateSAMLProvider", ("SAMLProviderArn", Arn), ("AddPrivateKey", "key3"))).Refused(
            409,
            "LimitExceeded",
            "Cannot exceed quota for PrivateKeysPerSAMLProvider: 2"
        );
        var keys = (await iam.CallAsync("GetSAMLProvider", ("SAMLProviderArn", Arn))).Values("GetSAMLProviderResult", "PrivateKeyList", "member", "KeyId");
        Assert.Equal(2, keys.Length);
        (await iam.CallAsync("UpdateSAMLProvider", ("SAMLProviderArn", Arn), ("RemovePrivateKey", keys[0]))).Ok();
        (await iam.CallAsync("UpdateSAMLProvider", ("SAMLProviderArn", Arn), ("RemovePrivateKey", keys[0]))).Refused(
            404,
            "NoSuchEntity",
            $"The private key with id {keys[0]} cannot be found."
        );
        (await iam.CallAsync("UpdateSAMLProvider", ("SAMLProviderArn", Arn), ("RemovePrivateKey", keys[1]))).Refused(400, "InvalidInput", Message);
    }

    [Fact]
    public async Task Names_clash_without_regard_to_case()
    {
        (await CreateAsync(Metadata())).Ok();
        (await iam.CallAsync("CreateSAMLProvider", ("Name", "CORP"), ("SAMLMetadataDocument", Metadata()))).Refused(
            409,
            "EntityAlreadyExists",
            "SAML provider with name CORP already exists."
        );
    }

    [Fact]
    public async Task Metadata_have_to_be_metadata()
    {
        (await CreateAsync("<EntityDescriptor/>")).Invalid("sAMLMetadataDocument");
        (await CreateAsync(new string('x', 1000))).Refused(400, "InvalidInput", "Could not parse metadata");
        (await CreateAsync(Metadata(root: "Other"))).Refused(400, "InvalidInput", "Could not parse metadata");
        (await CreateAsync("<!DOCTYPE x [<!ENTITY e 'x'>]>" + Metadata())).Refused(400, "InvalidInput", "Could not parse metadata");
    }

    [Fact]
    public async Task A_provider_that_is_not_there_is_named()
    {
        foreach (var operation in Operations)
        {
            var answer = await iam.CallAsync(
                operation,
                ("SAMLProviderArn", Arn),
                ("Tags.member.1.Key", "a"),
                ("Tags.member.1.Value", "b"),
                ("TagKeys.member.1", "a")
            );
            answer.Refused(404, "NoSuchEntity", $"Manifest not found for arn {Arn}");
        }
    }
}
