using IdentityPools.Model;
using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>Reads the providers of an identity pool, and what speaks of them.</summary>
internal sealed class ProviderImporter(ResourceSource pool)
{
    private const string UserPools = "CognitoIdentityProviders";
    private const string Logins = "SupportedLoginProviders";
    private const string OpenIdConnect = "OpenIdConnectProviderARNs";
    private const string Saml = "SamlProviderARNs";

    private readonly HashSet<ResourceSource> used = [];
    private ProviderNames? names;

    /// <summary>The resources of the providers.</summary>
    public IEnumerable<ResourceSource> Used => used;

    private TemplateSource Template => pool.Template;

    public IdentityPool AddTo(IdentityPool definition)
    {
        var userPools = pool.Items(UserPools).Select(UserPoolProvider).OfType<UserPoolAuthentication>().ToList();
        definition = definition.WithUserPools([.. pool.Once(UserPools, userPools, entry => (entry.UserPool.Identity, entry.UserPoolClient.Identity))]);

        foreach (var login in LoginProviders())
        {
            definition = definition.WithLoginProvider(login);
        }

        definition = definition
            .WithOpenIdConnectProviders(Providers(OpenIdConnect, OpenIdConnectProviderOf))
            .WithSamlProviders(Providers(Saml, SamlProviderOf));
        definition = pool.Value(nameof(IdentityPool.DeveloperProviderName)) is { } name ? definition.WithDeveloperProvider(name) : definition;
        names = new(definition);
        return definition;
    }

    /// <summary>The provider that a role mapping or principal tags speak of; null when it cannot be imported.</summary>
    public ProviderReference? Reference(ResourceSource part, TemplateNode node, string place)
    {
        node = Intrinsic.Settled(node);
        if (names!.Find(node) is { } named)
        {
            return named;
        }

        if (Template.Resource(node, ResourceTypes.OpenIdConnectProvider) is not null)
        {
            return new OpenIdConnectProviderReference(OpenIdConnectProviderOf(part, node, place)!);
        }

        if (Template.Resource(node, ResourceTypes.SamlProvider) is not null)
        {
            return new SamlProviderReference(SamlProviderOf(part, node, place)!);
        }

        var parts = TextParts.TopLevel(node);
        if (parts is [TemplateScalar { Text: var text }])
        {
            return ProviderReference.OfUrl(text);
        }

        if (ProviderNames.IsOfIam(node))
        {
            return part.AsValue(node, place) is not { } arn ? null
                : ProviderNames.IsSaml(node) ? new SamlProviderReference(SamlProvider.Existing(arn))
                : new OpenIdConnectProviderReference(OpenIdConnectProvider.Existing(arn));
        }

        if ((UserPoolWithClient(parts) ?? UserPoolWithClient(TextParts.Split(node))) is var (providerName, client))
        {
            var userPool = UserPoolOf(part, TextParts.Compose(providerName), place);
            return userPool is null ? null : new UserPoolReference(userPool, ClientOf(part, userPool, client, place));
        }

        if (NamesUserPool(parts))
        {
            return UserPoolOf(part, node, place) is { } userPool ? new UserPoolReference(userPool, null) : null;
        }

        return part.AsValue(node, place) is { } value ? ProviderReference.OfUrl(value) : null;
    }

    private List<T> Providers<T>(string place, Func<ResourceSource, TemplateNode, string, T?> provider)
        where T : class => [.. pool.Once(place, pool.Items(place).Select(arn => provider(pool, arn, place)).OfType<T>().ToList(), known => known)];

    /// <summary>The login providers; where a condition chooses between two ids of one, the first.</summary>
    private IEnumerable<LoginProvider> LoginProviders()
    {
        foreach (var (url, written) in pool.Map(Logins))
        {
            if (pool.PossibleValues(written, Logins).Select(appId => LoginProviderOf(url, appId)).FirstOrDefault(login => login is not null) is { } login)
            {
                yield return login;
            }
        }
    }

    private UserPoolAuthentication? UserPoolProvider(TemplateNode node)
    {
        const string Place = UserPools;
        if (
            node is TemplateMapping entry
            && entry["ProviderName"] is { } providerName
            && entry["ClientId"] is { } clientId
            && UserPoolOf(pool, providerName, Place) is { } userPool
            && ClientOf(pool, userPool, clientId, Place) is { } client
        )
        {
            foreach (var (name, _) in entry.Where(member => member.Key is not ("ProviderName" or "ClientId" or "ServerSideTokenCheck")))
            {
                Template.Warn(nameof(Messages.ImportProperty), $"{Place}.{name}", pool.Id, pool.Type);
            }

            return new(userPool, client, ServerSideTokenCheck(entry["ServerSideTokenCheck"]));
        }

        pool.WarnOf(node, Place, nameof(Messages.ImportShape), pool.Id, Place, node);
        return null;
    }

    /// <summary>Where it is not said, AWS does not ask the user pool.</summary>
    private bool ServerSideTokenCheck(TemplateNode? node) =>
        node is not null && !Intrinsic.IsNoValue(node) && pool.AsFlag(Intrinsic.Settled(node), UserPools + ".ServerSideTokenCheck", whenUnknown: true);

    /// <summary>Provider name and client of <c>name:client</c>, or null.</summary>
    private static (List<TemplateNode> ProviderName, TemplateNode Client)? UserPoolWithClient(List<TemplateNode> parts)
    {
        switch (parts)
        {
            case [TemplateScalar { Text: var text }]
                when text.StartsWith("cognito-idp.", StringComparison.Ordinal) && text.LastIndexOf(':') is > 0 and var colon:
                return ([text[..colon]], text[(colon + 1)..]);
            case [.., TemplateScalar { Text: var text }] when parts.Count > 1 && text.LastIndexOf(':') is >= 0 and var colon:
                return ([.. parts[..^1], .. Literal(text[..colon])], text[(colon + 1)..]);
            case [.., TemplateScalar { Text: var text }, var client] when text.EndsWith(':'):
                return ([.. parts[..^2], .. Literal(text[..^1])], client);
            default:
                return null;
        }

        static IEnumerable<TemplateNode> Literal(string text) => text.Length == 0 ? [] : [text];
    }

    private static bool NamesUserPool(List<TemplateNode> parts) =>
        parts is [TemplateScalar { Text: var text }, ..] && text.StartsWith("cognito-idp.", StringComparison.Ordinal)
        || (parts is [var only] && Intrinsic.Attribute(only) is { Attribute: "ProviderName" });

    private UserPool? UserPoolOf(ResourceSource part, TemplateNode providerName, string place) =>
        UserPoolOf(part, TextParts.TopLevel(providerName), place)
        ?? UserPoolOf(part, TextParts.Split(providerName), place)
        ?? (part.AsValue(providerName, place) is { } name ? UserPool.OfProviderName(name) : null);

    /// <summary>The user pool whose id stands at the end of its provider name, or that the template creates; null for other shapes.</summary>
    private UserPool? UserPoolOf(ResourceSource part, List<TemplateNode> providerName, string place)
    {
        switch (providerName)
        {
            case [TemplateScalar { Text: var text }]:
                return UserPool.Existing(text);
            case [TemplateScalar { Text: var start }, .., TemplateScalar { Text: var end }]
                when IsProviderName(start) && end.LastIndexOf('/') is >= 0 and var slash:
                return UserPool.Existing(end[(slash + 1)..]);
            case [TemplateScalar { Text: var start }, .., var id]
                when IsProviderName(start) && providerName[^2] is TemplateScalar { Text: var end } && end.EndsWith('/'):
                return DefinedUserPool(id) ?? (part.AsValue(id, place) is { } value ? UserPool.Existing(value) : null);
            case [var function] when Intrinsic.Argument(function, Intrinsic.GetAtt) is not null:
                return DefinedUserPool(function);
            default:
                return null;
        }

        static bool IsProviderName(string text) => text.StartsWith("cognito-idp.", StringComparison.Ordinal);
    }

    private UserPool? DefinedUserPool(TemplateNode reference) =>
        Template.Resource(reference, ResourceTypes.UserPool) is { } resource ? Template.UserPool(Use(resource)) : null;

    private ResourceSource Use(ResourceSource resource)
    {
        used.Add(resource);
        return resource;
    }

    private UserPoolClient? ClientOf(ResourceSource part, UserPool userPool, TemplateNode clientId, string place)
    {
        if (Template.Resource(clientId, ResourceTypes.UserPoolClient) is not { } resource)
        {
            return part.AsValue(clientId, place) is { } value ? UserPoolClient.Existing(value).WithUserPool(userPool) : null;
        }

        var client = SupportImporter.UserPoolClient(Use(resource)).WithUserPool(userPool);
        return client with { LogicalId = resource.Id == PoolNames.DefaultClient(pool.Id, userPool, client) ? null : resource.Id };
    }

    private LoginProvider? LoginProviderOf(string url, TemplateNode node)
    {
        if (LoginProvider.OfUrl(url) is not { } name)
        {
            Template.Warn(nameof(Messages.ImportLoginProvider), url, pool.Id);
            return null;
        }

        if (name == LoginProviderName.Twitter)
        {
            return Twitter(node);
        }

        return pool.AsValue(node, Logins) is { } appId ? LoginProvider.Create(name, appId) : null;
    }

    /// <summary><c>key;secret</c>: the secret in a parameter, as it should be, or in plain text, as the CDK has it.</summary>
    private LoginProvider? Twitter(TemplateNode node)
    {
        var parts = TextParts.TopLevel(node);
        if (parts is [TemplateScalar { Text: var plain }] && plain.Split(';', 2) is [var key, var secret])
        {
            return LoginProvider.Twitter(key, ProviderSecret.From(secret));
        }

        if (parts is [.. var keyParts, TemplateScalar { Text: var end }, var parameter] && end.EndsWith(';') && Template.ParameterName(parameter) is { } name)
        {
            var keyNode = TextParts.Compose([.. keyParts, end[..^1]]);
            return pool.AsValue(keyNode, Logins) is { } keyValue ? LoginProvider.Twitter(keyValue, Template.Secret(name)) : null;
        }

        // The value may hold a secret, so the warning does not repeat it.
        pool.WarnOf(node, Logins, nameof(Messages.ImportTwitter), pool.Id);
        return null;
    }

    private OpenIdConnectProvider? OpenIdConnectProviderOf(ResourceSource part, TemplateNode arn, string place) =>
        Template.Resource(arn, ResourceTypes.OpenIdConnectProvider) is { } resource ? SupportImporter.OpenIdConnectProvider(Use(resource))
        : part.AsValue(arn, place) is { } value ? OpenIdConnectProvider.Existing(value)
        : null;

    private SamlProvider? SamlProviderOf(ResourceSource part, TemplateNode arn, string place) =>
        Template.Resource(arn, ResourceTypes.SamlProvider) is { } resource ? SupportImporter.SamlProvider(Use(resource))
        : part.AsValue(arn, place) is { } value ? SamlProvider.Existing(value)
        : null;
}
