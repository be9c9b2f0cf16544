namespace IdentityPools.Model;

/// <summary>A provider of the pool, as role mappings and principal tags name it.</summary>
internal abstract record ProviderReference
{
    /// <summary>The name that role mappings use, as far as it is known now: with the client id, for user pools.</summary>
    public abstract TemplateValue? Url { get; }

    /// <summary>The name that principal tags use: without the client id.</summary>
    public virtual TemplateValue? Name => Url;

    /// <summary>The part of a logical id or mapping key that stands for the provider.</summary>
    public abstract string LogicalPart { get; }

    /// <summary>The mapping key when the user gives none; null where one must be given.</summary>
    public virtual string? DefaultKey => Url?.Literal ?? LogicalPart;

    /// <summary>The provider without its client, for parts that are per user pool.</summary>
    public virtual ProviderReference WithoutClient => this;

    /// <summary>The provider that a URL names.</summary>
    /// <param name="url">A provider's name as the API knows it, or a function.</param>
    public static ProviderReference OfUrl(TemplateValue url)
    {
        if (url.Literal is not { } text)
        {
            UserPool.RefuseUrl(url);
            return new ProviderUrlReference(url);
        }

        if (LoginProvider.OfUrl(text) is { } login)
        {
            return new LoginProviderReference(login);
        }

        if (text.StartsWith("cognito-idp.", StringComparison.Ordinal))
        {
            var colon = text.LastIndexOf(':');
            return colon < 0
                ? new UserPoolReference(UserPool.Existing(text), null)
                : new UserPoolReference(UserPool.Existing(text[..colon]), UserPoolClient.Existing(text[(colon + 1)..]));
        }

        return !Arn.LooksLike(text) ? new ProviderUrlReference(url)
            : Arn.Parse(text).Resource.StartsWith("saml-provider/", StringComparison.Ordinal) ? new SamlProviderReference(SamlProvider.Existing(text))
            : new OpenIdConnectProviderReference(OpenIdConnectProvider.Existing(text));
    }

    /// <summary>The provider's name for people.</summary>
    public sealed override string ToString() => Describe();

    /// <summary>The provider's name for people.</summary>
    protected abstract string Describe();
}
