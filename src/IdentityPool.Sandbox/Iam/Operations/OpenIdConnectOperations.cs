using System.Text.Json.Nodes;
using IdentityPools.Model;

namespace IdentityPools.Sandbox.Iam;

/// <summary>OpenID Connect providers.</summary>
internal sealed class OpenIdConnectOperations(IamAccount account, TimeProvider clock)
{
    private const int Providers = 100;
    private const int ClientIds = 100;
    private const int Thumbprints = 5;

    public JsonObject? CreateOpenIDConnectProvider(JsonObject input)
    {
        var url = (string)input["Url"]!;
        var issuer = Issuer(url);
        var arn = account.Arn(IssuerName.Resource + issuer);
        if (account.OpenIdConnectProviders.ContainsKey(arn))
        {
            throw IamErrors.EntityAlreadyExists($"Provider with url {url} already exists.");
        }

        if (account.OpenIdConnectProviders.Count >= Providers)
        {
            throw IamErrors.LimitExceeded($"Cannot exceed quota for OpenIdConnectProvidersPerAccount: {Providers}");
        }

        var provider = new IamOpenIdConnectProvider
        {
            Url = issuer,
            Arn = arn,
            CreateDate = clock.GetUtcNow(),
            ClientIds = Texts(input["ClientIDList"]),
            Thumbprints = CheckThumbprints(input["ThumbprintList"]),
        };
        CheckClientIds(provider.ClientIds.Count);
        provider.Tags.Set(input["Tags"]);
        account.OpenIdConnectProviders.Add(arn, provider);
        return new() { ["OpenIDConnectProviderArn"] = arn, ["Tags"] = provider.Tags.ToJson() };
    }

    public JsonObject? GetOpenIDConnectProvider(JsonObject input)
    {
        var provider = Find(input);
        return new()
        {
            ["Url"] = provider.Url,
            ["ClientIDList"] = Json(provider.ClientIds),
            ["ThumbprintList"] = Json(provider.Thumbprints),
            ["CreateDate"] = IamAnswers.Time(provider.CreateDate),
            ["Tags"] = provider.Tags.ToJson(),
        };
    }

    public JsonObject? ListOpenIDConnectProviders() =>
        new() { ["OpenIDConnectProviderList"] = new JsonArray([.. account.OpenIdConnectProviders.Keys.Select(arn => new JsonObject { ["Arn"] = arn })]) };

    public JsonObject? DeleteOpenIDConnectProvider(JsonObject input)
    {
        var arn = (string)input["OpenIDConnectProviderArn"]!;
        return account.OpenIdConnectProviders.Remove(arn) ? null : throw IamErrors.NoSuchEntity($"OpenId connect Provider {arn} cannot be found.");
    }

    /// <summary>Adding an id twice is not an error: the operation is documented as idempotent.</summary>
    public JsonObject? AddClientIDToOpenIDConnectProvider(JsonObject input)
    {
        var ids = Find(input).ClientIds;
        var id = (string)input["ClientID"]!;
        if (!ids.Contains(id, StringComparer.Ordinal))
        {
            CheckClientIds(ids.Count + 1);
            ids.Add(id);
        }

        return null;
    }

    /// <summary>Removing an id that is not there is no error: the operation is documented as idempotent.</summary>
    public JsonObject? RemoveClientIDFromOpenIDConnectProvider(JsonObject input)
    {
        Find(input).ClientIds.Remove((string)input["ClientID"]!);
        return null;
    }

    public JsonObject? UpdateOpenIDConnectProviderThumbprint(JsonObject input)
    {
        var thumbprints = CheckThumbprints(input["ThumbprintList"]);
        Find(input).Thumbprints = thumbprints;
        return null;
    }

    public JsonObject? TagOpenIDConnectProvider(JsonObject input)
    {
        Find(input).Tags.Set(input["Tags"]);
        return null;
    }

    public JsonObject? UntagOpenIDConnectProvider(JsonObject input)
    {
        Find(input).Tags.Remove(input["TagKeys"]);
        return null;
    }

    public JsonObject? ListOpenIDConnectProviderTags(JsonObject input) => IamPage.Create(input, "Tags", Find(input).Tags.Items);

    private IamOpenIdConnectProvider Find(JsonObject input)
    {
        var arn = (string)input["OpenIDConnectProviderArn"]!;
        return account.OpenIdConnectProviders.GetValueOrDefault(arn) ?? throw IamErrors.NoSuchEntity($"OpenIDConnect Provider not found for arn {arn}");
    }

    /// <summary>The issuer's URL without scheme, which is how IAM keeps and shows it.</summary>
    private static string Issuer(string url) =>
        url.StartsWith(IssuerName.Scheme, StringComparison.Ordinal)
        && Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && uri is { Host.Length: > 0, IsDefaultPort: true, Query: "", Fragment: "" }
            ? IssuerName.OfUrl(url)
            : throw IamErrors.ValidationError("Invalid Open ID Connect Provider URL");

    private static List<string> CheckThumbprints(JsonNode? list)
    {
        var thumbprints = Texts(list);
        if (thumbprints.Count > Thumbprints)
        {
            throw IamErrors.InvalidInput($"Thumbprint list must contain fewer than {Thumbprints} entries.");
        }

        return thumbprints.All(thumbprint => thumbprint.All(char.IsAsciiHexDigit)) ? thumbprints : throw IamErrors.InvalidInput("Invalid thumbprint.");
    }

    private static void CheckClientIds(int count)
    {
        if (count > ClientIds)
        {
            throw IamErrors.LimitExceeded($"Cannot exceed quota for ClientIdsPerOpenIdConnectProvider: {ClientIds}");
        }
    }

    private static List<string> Texts(JsonNode? list) => [.. (list as JsonArray ?? []).Select(item => (string)item!)];

    private static JsonArray Json(List<string> texts) => [.. texts.Select(text => (JsonNode)text!)];
}
