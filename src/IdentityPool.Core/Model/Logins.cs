using System.Net;
using System.Security;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Model;

/// <summary>The tokens with which someone logs in to an identity pool, by provider. No fault here shows one.</summary>
internal static class Logins
{
    /// <exception cref="DefinitionException">A key is not a provider, a value is not a token, or they are too many.</exception>
    public static ValueMap<ProviderSecret> From(IEnumerable<KeyValuePair<string, object?>> entries)
    {
        var spellings = new Dictionary<string, string>(StringComparer.Ordinal);
        var logins = new List<KeyValuePair<string, ProviderSecret>>();
        foreach (var (text, value) in entries)
        {
            var key = LoginKey.From(text);
            if (!spellings.TryAdd(key, text))
            {
                throw DefinitionErrors.Create(nameof(Messages.DuplicateLogin), key, key, spellings[key], text);
            }

            logins.Add(new(key, Token(text, value)));
        }

        return logins.Count <= Limits.Logins
            ? ValueMap<ProviderSecret>.Create(logins)
            : throw DefinitionErrors.Create(nameof(Messages.TooManyLogins), nameof(Logins), logins.Count, Limits.Logins);
    }

    private static ProviderSecret Token(string provider, object? value)
    {
        var token = value switch
        {
            null => "",
            string text => text,
            SecureString secure => new NetworkCredential("", secure).Password,
            _ => throw DefinitionErrors.Create(nameof(Messages.InvalidLoginToken), provider, provider, value.GetType().Name),
        };
        if (string.IsNullOrWhiteSpace(token))
        {
            throw DefinitionErrors.Create(nameof(Messages.EmptyLoginToken), provider, provider);
        }

        var length = TextLimit.Length(token);
        return length <= Limits.LoginTokenLength
            ? ProviderSecret.From(token)
            : throw DefinitionErrors.Create(nameof(Messages.LoginTokenTooLarge), provider, provider, length, Limits.LoginTokenLength);
    }
}

/// <summary>The name of a provider as the map of logins takes it, out of the many in which people have it at hand.</summary>
internal static class LoginKey
{
    /// <summary>What a token begins with: <c>{"</c> in Base64.</summary>
    private const string TokenStart = "eyJ";

    /// <summary>No host that is known by name is as long; what is, may be a secret.</summary>
    private const int LongestShown = 64;

    /// <exception cref="DefinitionException">The text names no provider.</exception>
    public static string From(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw DefinitionErrors.Create(nameof(Messages.EmptyLoginProvider), text);
        }

        var key = Arn.LooksLike(text) ? OfArn(text) : OfName(text);
        return TextLimit.Length(key) <= Limits.ProviderKey.Maximum ? key : throw IsToken(text);
    }

    private static string OfArn(string text)
    {
        var (service, resource) = (Arn.Parse(text).Service, Arn.Parse(text).Resource);
        return service == "cognito-idp" ? OfUserPool(text)
            : resource.StartsWith(IssuerName.Resource, StringComparison.Ordinal) ? OfOpenIdConnect(text)
            : SamlProvider.Existing(text).TypedArn!.Literal!;
    }

    private static string OfOpenIdConnect(string text) => IssuerName.Of(OpenIdConnectProvider.Existing(text))!;

    private static string OfUserPool(string text) => UserPool.Existing(text).ProviderName!;

    private static string OfName(string text)
    {
        if (Array.Find(Enum.GetNames<LoginProviderName>(), name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } login)
        {
            return LoginProvider.UrlOf(Enum.Parse<LoginProviderName>(login));
        }

        if (text.StartsWith(IssuerName.Scheme, StringComparison.OrdinalIgnoreCase))
        {
            throw DefinitionErrors.Create(nameof(Messages.LoginProviderIsUrl), text, text, IssuerName.OfUrl(text));
        }

        if (IsUserPool(text))
        {
            // Role mappings name a client too; logins do not.
            return OfUserPool(text.Split(':')[0]);
        }

        return IsHost(text) ? text
            : IsSecret(text) ? throw IsToken(text)
            : throw DefinitionErrors.Create(nameof(Messages.UnknownLoginProvider), text, text);
    }

    private static bool IsUserPool(string text) => IssuerName.IsOfUserPool(text) || (text.Split('_') is [var region, _, ..] && AwsRegion.IsWellFormed(region));

    private static bool IsHost(string text)
    {
        var host = text.Split('/')[0];
        return !text.StartsWith(TokenStart, StringComparison.Ordinal)
            && host.Contains('.', StringComparison.Ordinal)
            && host.Split('.').All(label => label.Length is > 0 and <= 63 && label.All(character => char.IsAsciiLetterOrDigit(character) || character == '-'));
    }

    // A token in the place of a provider is a mistake easily made, and no reason to show it.
    private static bool IsSecret(string text) =>
        text.Length > LongestShown || text.StartsWith(TokenStart, StringComparison.Ordinal) || text.Contains(';', StringComparison.Ordinal);

    private static DefinitionException IsToken(string text) => DefinitionErrors.Create(nameof(Messages.LoginProviderIsToken), "Login", text.Length);
}
