using IdentityPools.Model;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Arguments;

/// <summary>The provider that a command's arguments name.</summary>
internal static class ProviderArguments
{
    /// <summary>The provider; null when none is named.</summary>
    public static ProviderReference? Reference(
        LoginProviderName? login,
        UserPoolArgument? userPool,
        UserPoolClientArgument? client,
        OpenIdConnectProviderArgument? openIdConnectProvider,
        SamlProviderArgument? samlProvider,
        TemplateArgument? url
    ) =>
        userPool is not null ? UserPoolReference(userPool.Value, client)
        : openIdConnectProvider is not null ? new OpenIdConnectProviderReference(openIdConnectProvider.Value)
        : samlProvider is not null ? new SamlProviderReference(samlProvider.Value)
        : url is not null ? ProviderReference.OfUrl(WrittenIssuer.Check(WrittenArn.CheckEntity(url.Value)))
        : login is { } name ? new LoginProviderReference(name)
        : null;

    /// <summary>The only provider that is named; null when none is.</summary>
    /// <exception cref="DefinitionException">Several are.</exception>
    public static ProviderReference? Single(
        LoginProviderName? login,
        UserPoolArgument? userPool,
        UserPoolClientArgument? client,
        OpenIdConnectProviderArgument? openIdConnectProvider,
        SamlProviderArgument? samlProvider,
        TemplateArgument? url
    )
    {
        var named = new object?[] { login, userPool, openIdConnectProvider, samlProvider, url }
            .OfType<object>()
            .ToArray();
        return named.Length > 1 ? throw DefinitionErrors.Create(nameof(Messages.SeveralProvidersNamed), named[0], string.Join(", ", named))
            : client is not null && userPool is null ? throw DefinitionErrors.Create(nameof(Messages.ClientWithoutUserPool), client, client)
            : Reference(login, userPool, client, openIdConnectProvider, samlProvider, url);
    }

    /// <summary>A user pool with the client that is named; without one, the only client that a pool has of it.</summary>
    public static UserPoolReference UserPoolReference(UserPool userPool, UserPoolClientArgument? client) =>
        new(userPool, client?.Value.WithUserPool(userPool), IsClientImplied: client is null);
}

/// <summary>A user pool: a definition, an id, an ARN, a provider name, or a function that gives one.</summary>
public sealed class UserPoolArgument
{
    private readonly object? argument;

    /// <summary>An argument as the script gave it.</summary>
    /// <param name="argument">A definition, text or a hashtable.</param>
    public UserPoolArgument(object argument) => this.argument = PSValue.Unwrapped(argument);

    internal UserPool Value => argument as UserPool ?? WrittenUserPool.Check(TemplateValue.FromObject(argument));

    /// <inheritdoc/>
    public override string ToString() => argument?.ToString() ?? "";
}

/// <summary>An app client: a definition, an id, or a function that gives one.</summary>
public sealed class UserPoolClientArgument
{
    private readonly object? argument;

    /// <summary>An argument as the script gave it.</summary>
    /// <param name="argument">A definition, text or a hashtable.</param>
    public UserPoolClientArgument(object argument) => this.argument = PSValue.Unwrapped(argument);

    internal UserPoolClient Value => argument as UserPoolClient ?? UserPoolClient.Existing(TemplateValue.FromObject(argument));

    /// <inheritdoc/>
    public override string ToString() => argument?.ToString() ?? "";
}

/// <summary>An OpenID Connect provider: a definition, an ARN, or a function that gives one.</summary>
public sealed class OpenIdConnectProviderArgument
{
    private readonly object? argument;

    /// <summary>An argument as the script gave it.</summary>
    /// <param name="argument">A definition, text or a hashtable.</param>
    public OpenIdConnectProviderArgument(object argument) => this.argument = PSValue.Unwrapped(argument);

    internal OpenIdConnectProvider Value =>
        argument as OpenIdConnectProvider ?? OpenIdConnectProvider.Existing(WrittenIssuer.Check(WrittenArn.CheckEntity(TemplateValue.FromObject(argument))));

    /// <inheritdoc/>
    public override string ToString() => argument?.ToString() ?? "";
}

/// <summary>A SAML provider: a definition, an ARN, or a function that gives one.</summary>
public sealed class SamlProviderArgument
{
    private readonly object? argument;

    /// <summary>An argument as the script gave it.</summary>
    /// <param name="argument">A definition, text or a hashtable.</param>
    public SamlProviderArgument(object argument) => this.argument = PSValue.Unwrapped(argument);

    internal SamlProvider Value => argument as SamlProvider ?? SamlProvider.Existing(WrittenArn.CheckEntity(TemplateValue.FromObject(argument)));

    /// <inheritdoc/>
    public override string ToString() => argument?.ToString() ?? "";
}
