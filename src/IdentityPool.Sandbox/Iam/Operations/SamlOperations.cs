using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;

namespace IdentityPools.Sandbox.Iam;

/// <summary>SAML providers.</summary>
internal sealed class SamlOperations(IamAccount account, TimeProvider clock)
{
    private const int Providers = 100;
    private const int PrivateKeys = 2;
    private const int YearsOfMetadata = 100;

    public JsonObject? CreateSAMLProvider(JsonObject input)
    {
        var name = (string)input["Name"]!;
        var arn = account.Arn($"saml-provider/{name}");
        if (account.SamlProviders.ContainsKey(arn))
        {
            throw IamErrors.EntityAlreadyExists($"SAML provider with name {name} already exists.");
        }

        if (account.SamlProviders.Count >= Providers)
        {
            throw IamErrors.LimitExceeded($"Cannot exceed quota for SAMLProvidersPerAccount: {Providers}");
        }

        var metadata = (string)input["SAMLMetadataDocument"]!;
        var provider = new IamSamlProvider
        {
            Arn = arn,
            Id = RandomText.Id("ASPRV"),
            CreateDate = clock.GetUtcNow(),
            Metadata = metadata,
            ValidUntil = ValidUntil(metadata),
            EncryptionMode = (string?)input["AssertionEncryptionMode"],
        };
        AddPrivateKey(provider, input);
        CheckEncryption(provider.EncryptionMode, provider.PrivateKeys.Count);
        provider.Tags.Set(input["Tags"]);
        account.SamlProviders.Add(arn, provider);
        return new() { ["SAMLProviderArn"] = arn, ["Tags"] = provider.Tags.ToJson() };
    }

    public JsonObject? GetSAMLProvider(JsonObject input)
    {
        var provider = Find(input);
        var keys = provider.PrivateKeys.Select(key => new JsonObject { ["KeyId"] = key.Key, ["Timestamp"] = IamAnswers.Time(key.Value) });
        var answer = new JsonObject
        {
            ["SAMLProviderUUID"] = provider.Id,
            ["SAMLMetadataDocument"] = provider.Metadata,
            ["CreateDate"] = IamAnswers.Time(provider.CreateDate),
            ["ValidUntil"] = IamAnswers.Time(provider.ValidUntil),
            ["Tags"] = provider.Tags.ToJson(),
            ["PrivateKeyList"] = new JsonArray([.. keys]),
        };
        if (provider.EncryptionMode is { } mode)
        {
            answer["AssertionEncryptionMode"] = mode;
        }

        return answer;
    }

    public JsonObject? UpdateSAMLProvider(JsonObject input)
    {
        var provider = Find(input);
        var metadata = (string?)input["SAMLMetadataDocument"] ?? provider.Metadata;
        var validUntil = ValidUntil(metadata);
        var mode = (string?)input["AssertionEncryptionMode"] ?? provider.EncryptionMode;
        var removed = (string?)input["RemovePrivateKey"];
        if (removed is not null && !provider.PrivateKeys.ContainsKey(removed))
        {
            throw IamErrors.NoSuchEntity($"The private key with id {removed} cannot be found.");
        }

        CheckEncryption(mode, provider.PrivateKeys.Count - (removed is null ? 0 : 1) + (input["AddPrivateKey"] is null ? 0 : 1));
        if (removed is not null)
        {
            provider.PrivateKeys.Remove(removed);
        }

        AddPrivateKey(provider, input);
        (provider.Metadata, provider.ValidUntil, provider.EncryptionMode) = (metadata, validUntil, mode);
        return new() { ["SAMLProviderArn"] = provider.Arn };
    }

    public JsonObject? ListSAMLProviders()
    {
        var list = account.SamlProviders.Values.Select(provider => new JsonObject
        {
            ["Arn"] = provider.Arn,
            ["ValidUntil"] = IamAnswers.Time(provider.ValidUntil),
            ["CreateDate"] = IamAnswers.Time(provider.CreateDate),
        });
        return new() { ["SAMLProviderList"] = new JsonArray([.. list]) };
    }

    public JsonObject? DeleteSAMLProvider(JsonObject input)
    {
        account.SamlProviders.Remove(Find(input).Arn);
        return null;
    }

    public JsonObject? TagSAMLProvider(JsonObject input)
    {
        Find(input).Tags.Set(input["Tags"]);
        return null;
    }

    public JsonObject? UntagSAMLProvider(JsonObject input)
    {
        Find(input).Tags.Remove(input["TagKeys"]);
        return null;
    }

    public JsonObject? ListSAMLProviderTags(JsonObject input) => IamPage.Create(input, "Tags", Find(input).Tags.Items);

    private IamSamlProvider Find(JsonObject input)
    {
        var arn = (string)input["SAMLProviderArn"]!;
        return account.SamlProviders.GetValueOrDefault(arn) ?? throw IamErrors.NoSuchEntity($"Manifest not found for arn {arn}");
    }

    private void AddPrivateKey(IamSamlProvider provider, JsonObject input)
    {
        if (input["AddPrivateKey"] is null)
        {
            return;
        }

        if (provider.PrivateKeys.Count >= PrivateKeys)
        {
            throw IamErrors.LimitExceeded($"Cannot exceed quota for PrivateKeysPerSAMLProvider: {PrivateKeys}");
        }

        provider.PrivateKeys.Add(RandomText.Id("ASPKY"), clock.GetUtcNow());
    }

    private static void CheckEncryption(string? mode, int keys)
    {
        if (mode == "Required" && keys == 0)
        {
            throw IamErrors.InvalidInput("A private key is required when the assertion encryption mode is Required.");
        }
    }

    /// <summary>Until when the metadata say that they are good; without a word about it IAM takes a hundred years.</summary>
    private DateTimeOffset ValidUntil(string metadata)
    {
        var root = Parse(metadata);
        return root.Name.LocalName == "EntityDescriptor" && root.Elements().Any(element => element.Name.LocalName == "IDPSSODescriptor")
            ? DateTimeOffset.TryParse((string?)root.Attribute("validUntil"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
                ? date
                : clock.GetUtcNow().AddYears(YearsOfMetadata)
            : throw Unparsable();
    }

    private static XElement Parse(string metadata)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(metadata), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XElement.Load(reader);
        }
        catch (XmlException)
        {
            throw Unparsable();
        }
    }

    private static SandboxServiceException Unparsable() => IamErrors.InvalidInput("Could not parse metadata");
}
