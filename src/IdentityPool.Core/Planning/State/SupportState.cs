using IdentityPools.Template;

namespace IdentityPools.Planning;

/// <summary>A user pool that was or will be made with an identity pool.</summary>
/// <param name="Id">The id; pending before it exists.</param>
/// <param name="Name">The name.</param>
/// <param name="Properties">The settings, by CloudFormation's names.</param>
/// <param name="Tags">All tags, those of the bookkeeping too.</param>
internal sealed record UserPoolState(string Id, string Name, TemplateMapping Properties, ValueMap<string> Tags)
{
    /// <summary>For a user pool that a definition asks for: the part of the definition that tells it from the others. No call says it, so that no hash needs it.</summary>
    internal string? Owner { get; init; }
}

/// <summary>A client of a user pool that was or will be made with an identity pool.</summary>
/// <param name="UserPoolId">The user pool; pending before it exists.</param>
/// <param name="ClientId">The id; pending before it exists.</param>
/// <param name="Name">The name.</param>
/// <param name="Properties">The settings, by CloudFormation's names, which are those of the API.</param>
/// <param name="HasSecret">Whether it has a secret, which only creation decides.</param>
internal sealed record ClientState(string UserPoolId, string ClientId, string Name, TemplateMapping Properties, bool HasSecret)
{
    /// <summary>For a client that a definition asks for: its user pool and the part of the definition that tells it from the others there.</summary>
    public string? Owner { get; init; }

    public ClientState Map(Func<string, string> map) => this with { UserPoolId = map(UserPoolId), ClientId = map(ClientId) };
}

/// <summary>An OpenID Connect provider of IAM that was or will be made with an identity pool.</summary>
internal sealed record OpenIdConnectProviderState(string Arn, string Url, ValueList<string> ClientIds, ValueList<string> Thumbprints, ValueMap<string> Tags)
{
    public OpenIdConnectProviderState Map(Func<string, string> map) => this with { ClientIds = ClientIds.Select(map).ToValueList() };

    /// <summary>Whether it takes whatever another one takes.</summary>
    public bool Has(OpenIdConnectProviderState other) =>
        !other.ClientIds.Except(ClientIds).Any() && !other.Thumbprints.Except(Thumbprints, StringComparer.OrdinalIgnoreCase).Any();
}

/// <summary>A SAML provider of IAM that was or will be made with an identity pool.</summary>
internal sealed record SamlProviderState(string Arn, string Name, string MetadataDocument, ValueMap<string> Tags)
{
    /// <summary>Whether both have the same metadata; line ends and what stands around the document do not matter.</summary>
    public bool HasMetadataOf(SamlProviderState other) => Normal(MetadataDocument) == Normal(other.MetadataDocument);

    private static string Normal(string document) => document.ReplaceLineEndings("\n").Trim();
}
