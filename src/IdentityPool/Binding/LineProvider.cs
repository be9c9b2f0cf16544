using IdentityPools.Model;
using IdentityPools.Validation;

namespace IdentityPools.Binding;

/// <summary>The provider that the arguments of a command on the line name.</summary>
internal static class LineProvider
{
    /// <summary>The provider; null where none is named, or not well.</summary>
    public static ProviderReference? Of(CommandArguments arguments)
    {
        try
        {
            return ProviderArguments.Reference(
                Enum.TryParse<LoginProviderName>($"{arguments["Provider"]}", ignoreCase: true, out var login) ? login : null,
                arguments["UserPool"] is { } userPool ? new(userPool) : null,
                arguments["UserPoolClient"] is { } client ? new(client) : null,
                arguments["OpenIdConnectProvider"] is { } openIdConnectProvider ? new(openIdConnectProvider) : null,
                arguments["SamlProvider"] is { } samlProvider ? new(samlProvider) : null,
                arguments["ProviderUrl"] is { } url ? new(url) : null
            );
        }
        catch (DefinitionException)
        {
            // Half a line is often not valid yet.
            return null;
        }
    }
}
