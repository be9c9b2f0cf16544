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

        if (IssuerName.IsOfUserPool(text))
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

/// <summary>A user pool with one of its clients.</summary>
/// <param name="UserPool">The user pool.</param>
/// <param name="Client">The client; null while it is the pool's only one and that one is not known.</param>
/// <param name="IsClientImplied">Whether the user left the client out, so that it follows what the identity pool holds.</param>
internal sealed record UserPoolReference(UserPool UserPool, UserPoolClient? Client, bool IsClientImplied = false) : ProviderReference
{
    public override TemplateValue? Name => UserPool.ProviderName;

    public override TemplateValue? Url =>
        UserPool.ProviderName is not { } name ? null
        : Client?.TypedClientId?.Literal is { } clientId ? $"{name}:{clientId}"
        : name;

    public override string LogicalPart => UserPool.LogicalPart + (Client?.LogicalPart ?? "");

    public override string? DefaultKey => Client?.TypedClientId is { IsLiteral: true } && UserPool.ProviderName is not null ? Url!.Literal : LogicalPart;

    public override ProviderReference WithoutClient => new UserPoolReference(UserPool, null);

    /// <summary>How the client came to be known is not part of the value.</summary>
    public bool Equals(UserPoolReference? other) => other is not null && UserPool == other.UserPool && Client == other.Client;

    public override int GetHashCode() => HashCode.Combine(UserPool, Client);

    protected override string Describe() => Client is null ? $"user pool {UserPool}" : $"user pool {UserPool}, client {Client}";
}

/// <summary>A public login provider.</summary>
internal sealed record LoginProviderReference(LoginProviderName Login) : ProviderReference
{
    public override TemplateValue Url => LoginProvider.UrlOf(Login);

    public override string LogicalPart => Login.ToString();

    protected override string Describe() => Login.ToString();
}

/// <summary>An OpenID Connect provider of IAM.</summary>
internal sealed record OpenIdConnectProviderReference(OpenIdConnectProvider Provider) : ProviderReference
{
    public override TemplateValue? Url => Provider.TypedArn;

    public override string LogicalPart => Provider.LogicalPart;

    protected override string Describe() => $"OpenID Connect provider {Provider}";
}

/// <summary>A SAML provider of IAM.</summary>
internal sealed record SamlProviderReference(SamlProvider Provider) : ProviderReference
{
    public override TemplateValue? Url => Provider.TypedArn;

    public override string LogicalPart => Provider.LogicalPart.Length > 0 ? Provider.LogicalPart : Provider.ResourceId;

    protected override string Describe() => $"SAML provider {Provider}";
}

/// <summary>A provider that is named only by the text or function that the API will know it by.</summary>
internal sealed record ProviderUrlReference(TemplateValue Value) : ProviderReference
{
    public override TemplateValue Url => Value;

    public override string LogicalPart => LogicalName.From(Value);

    public override string? DefaultKey => Value.Literal;

    protected override string Describe() => Value.ToString();
}
