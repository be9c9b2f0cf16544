using IdentityPools.Arguments;
using IdentityPools.Validation;

namespace IdentityPools.Completion;

/// <summary>What the commands on the line add to a pool that later commands of the line refer to.</summary>
internal static class LineChange
{
    private static readonly Dictionary<string, Func<IdentityPool, CommandArguments, IdentityPool>> Changes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Add-DeveloperProvider"] = (pool, arguments) => Each(pool, arguments, "Name", (known, name) => known.WithDeveloperProvider(Text(name))),
        ["Add-LoginProvider"] = WithLogins,
        ["Add-OpenIdConnectProvider"] = (pool, arguments) =>
            Each(pool, arguments, "Provider", (known, provider) => known.WithOpenIdConnectProvider(new OpenIdConnectProviderArgument(provider).Value)),
        ["Add-SamlProvider"] = (pool, arguments) =>
            Each(pool, arguments, "Provider", (known, provider) => known.WithSamlProvider(new SamlProviderArgument(provider).Value)),
        ["Add-UserPoolAuthentication"] = (pool, arguments) =>
            Each(pool, arguments, "UserPool", (known, userPool) => known.WithUserPool(Authentication(userPool, arguments["UserPoolClient"]))),
    };

    /// <summary>The pool that New-IdentityPool makes, with its name if that is known and valid.</summary>
    public static IdentityPool New(CommandArguments arguments)
    {
        try
        {
            return IdentityPool.Create(new() { Name = arguments["Name"] is { } name ? Text(name) : null });
        }
        catch (DefinitionException)
        {
            return IdentityPool.Create(new());
        }
    }

    /// <summary>The pool with what the command adds; the same pool where that is nothing, or not known or not valid yet.</summary>
    public static IdentityPool Of(IdentityPool pool, string command, CommandArguments arguments)
    {
        try
        {
            return Changes.TryGetValue(command, out var change) ? change(pool, arguments) : pool;
        }
        catch (DefinitionException)
        {
            return pool;
        }
    }

    // Twitter is left out: its argument is a secret.
    private static IdentityPool WithLogins(IdentityPool pool, CommandArguments arguments) =>
        Enum.GetValues<LoginProviderName>()
            .Where(login => login != LoginProviderName.Twitter)
            .Aggregate(
                pool,
                (result, login) => Each(result, arguments, $"{login}", (known, appId) => known.WithLoginProvider(LoginProvider.Create(login, Text(appId))))
            );

    private static IdentityPool Each(IdentityPool pool, CommandArguments arguments, string parameter, Func<IdentityPool, object, IdentityPool> change) =>
        arguments.Items(parameter).Aggregate(pool, change);

    private static UserPoolAuthentication Authentication(object userPool, object? client) =>
        new(
            new UserPoolArgument(userPool).Value,
            client is null ? UserPoolClient.Generated : new UserPoolClientArgument(client).Value,
            serverSideTokenCheck: true
        );

    private static TemplateValue Text(object argument) => new TemplateArgument(argument).Value;
}
