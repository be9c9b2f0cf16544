using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Net;
using System.Security;
using IdentityPools.Simulation;
using IdentityPools.Values;

namespace IdentityPools.Arguments;

/// <summary>A group of a user pool: the name of one that the definition has, <c>@{ Name = 'admins'; Role = '...'; Precedence = 0 }</c>, or an object with GroupName, RoleArn and Precedence as AWS has it.</summary>
public sealed class GroupArgument
{
    private static readonly string[] Keys = ["Name", "GroupName", "Role", "RoleArn", "Precedence"];

    private readonly object argument;

    /// <summary>An argument as the script gave it.</summary>
    /// <param name="argument">A name, a hashtable, or an object with these properties.</param>
    public GroupArgument(object argument) => this.argument = argument;

    /// <summary>The group; one without a name is called by its place.</summary>
    internal TokenGroup Value(int place)
    {
        if (PSValue.Unwrapped(argument) is string { Length: > 0 } name)
        {
            return new(name, null, null) { IsNameOnly = true };
        }

        var members = Members();
        return new(Text("GroupName") ?? Text("Name") ?? $"#{place}", Text("RoleArn") ?? Text("Role"), Precedence(members.GetValueOrDefault("Precedence")));

        string? Text(string key) => members.GetValueOrDefault(key)?.ToString() is { Length: > 0 } text ? text : null;
    }

    /// <inheritdoc/>
    public override string ToString() => argument.ToString() ?? "";

    private Dictionary<string, object?> Members()
    {
        if (PSValue.Unwrapped(argument) is not IDictionary map)
        {
            var properties = PSObject.AsPSObject(argument).Properties.Where(property => Keys.Contains(property.Name, StringComparer.OrdinalIgnoreCase));
            return
                properties.ToDictionary(property => property.Name, property => PSValue.Unwrapped(property.Value), StringComparer.OrdinalIgnoreCase)
                    is { Count: > 0 } members
                ? members
                : throw DefinitionErrors.Create(nameof(Messages.InvalidGroup), argument, argument);
        }

        var given = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in map)
        {
            var key = entry.Key.ToString()!;
            given[key] = Keys.Contains(key, StringComparer.OrdinalIgnoreCase)
                ? entry.Value
                : throw DefinitionErrors.Create(nameof(Messages.UnknownGroupKey), argument, key);
        }

        return given;
    }

    private int? Precedence(object? value) =>
        value is null ? null
        : int.TryParse(Convert.ToString(value, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture, out var rank) && rank >= 0 ? rank
        : throw DefinitionErrors.Create(nameof(Messages.InvalidPrecedence), argument, value);
}

/// <summary>The claims of a token: a hashtable, or an object as ConvertFrom-Json makes it.</summary>
public sealed class ClaimArgument
{
    private readonly object argument;

    /// <summary>An argument as the script gave it.</summary>
    /// <param name="argument">A dictionary or an object with properties.</param>
    public ClaimArgument(object argument) => this.argument = argument;

    /// <summary>The claims. Many sets come through the pipeline, so a plain hashtable is read as it is.</summary>
    internal TokenClaims Value =>
        Map(argument) is { } plain ? TokenClaims.FromDictionary(plain)
        : PSValue.Unwrapped(argument) is IDictionary claims ? TokenClaims.FromDictionary(claims)
        : throw DefinitionErrors.Create(nameof(Messages.ClaimsNotNamed), "Claim", PSValue.Unwrapped(argument)?.GetType().Name);

    /// <inheritdoc/>
    public override string ToString() => argument.ToString() ?? "";

    /// <summary>A dictionary of text; null for what has to be unwrapped first.</summary>
    private static IDictionary? Map(object argument) =>
        (argument is PSObject wrapper ? wrapper.BaseObject : argument) is IDictionary map && map.Values.Cast<object?>().All(value => value is string or bool)
            ? map
            : null;
}

/// <summary>A token, as text or as a secure string. It is shown nowhere.</summary>
public sealed class TokenArgument
{
    private readonly object? argument;

    /// <summary>An argument as the script gave it.</summary>
    /// <param name="argument">Text or a secure string.</param>
    public TokenArgument(object argument) => this.argument = PSValue.Unwrapped(argument);

    internal string Value =>
        argument switch
        {
            string text => text,
            SecureString secure => new NetworkCredential("", secure).Password,
            _ => throw DefinitionErrors.Create(nameof(Messages.TokenNotText), "Token", argument?.GetType().Name),
        };

    /// <summary>Not the token.</summary>
    /// <returns>A word in its place.</returns>
    public override string ToString() => "token";
}
