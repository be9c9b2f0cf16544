using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools;

/// <summary>A public login provider of an identity pool.</summary>
public sealed record LoginProvider
{
    internal static readonly ValueList<string> Urls = ["www.amazon.com", "graph.facebook.com", "accounts.google.com", "appleid.apple.com", "api.twitter.com"];

    private LoginProvider(LoginProviderName provider, TemplateValue appId)
    {
        Provider = provider;
        TypedAppId = Limits.LoginAppId.Check(appId);
    }

    /// <summary>Which provider.</summary>
    public LoginProviderName Provider { get; }

    /// <summary>The app id, client id or services id; for Twitter the consumer key.</summary>
    public object AppId => TypedAppId.Plain;

    internal TemplateValue TypedAppId { get; }

    /// <summary>Twitter's consumer secret; null for the others.</summary>
    public ProviderSecret? Secret { get; private init; }

    /// <summary>The name that the identity pool knows the provider by, <c>graph.facebook.com</c> for example.</summary>
    public string ProviderUrl => UrlOf(Provider);

    /// <summary>A provider with its app id.</summary>
    /// <param name="provider">Which provider, but Twitter.</param>
    /// <param name="appId">The app id, client id or services id.</param>
    /// <returns>The provider.</returns>
    /// <exception cref="DefinitionException">The id has characters that AWS does not take.</exception>
    public static LoginProvider Create(LoginProviderName provider, TemplateValue appId) => new(provider, appId);

    /// <summary>Twitter with its key and secret.</summary>
    /// <param name="consumerKey">The consumer key.</param>
    /// <param name="secret">The consumer secret.</param>
    /// <returns>The provider.</returns>
    /// <exception cref="DefinitionException">Key and secret together have more than 127 characters or ones that AWS does not take.</exception>
    public static LoginProvider Twitter(TemplateValue consumerKey, ProviderSecret secret)
    {
        ArgumentNullException.ThrowIfNull(consumerKey);
        ArgumentNullException.ThrowIfNull(secret);
        if (consumerKey.Literal?.Contains(';', StringComparison.Ordinal) == true)
        {
            throw DefinitionErrors.Create(nameof(Messages.TwitterKeyHasSemicolon), LoginProviderName.Twitter);
        }

        secret.Check(consumerKey.Literal?.Length ?? 1);
        return new(LoginProviderName.Twitter, consumerKey) { Secret = secret };
    }

    internal static string UrlOf(LoginProviderName provider) => Urls[(int)provider];

    internal static LoginProviderName? OfUrl(string url) => Urls.IndexOf(url) is >= 0 and var index ? (LoginProviderName)index : null;

    /// <summary>The provider and its app id, never the secret.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Provider} {TypedAppId}";
}

/// <summary>The public login providers that an identity pool knows by name, in the order in which they are listed.</summary>
public enum LoginProviderName
{
    /// <summary>Login with Amazon, <c>www.amazon.com</c>.</summary>
    Amazon,

    /// <summary>Facebook, <c>graph.facebook.com</c>.</summary>
    Facebook,

    /// <summary>Google, <c>accounts.google.com</c>.</summary>
    Google,

    /// <summary>Sign in with Apple, <c>appleid.apple.com</c>.</summary>
    Apple,

    /// <summary>Twitter, <c>api.twitter.com</c>.</summary>
    Twitter,
}
