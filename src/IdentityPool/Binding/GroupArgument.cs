using System.Collections;
using System.Globalization;
using System.Management.Automation;
using IdentityPools.Simulation;
using IdentityPools.Values;

namespace IdentityPools.Binding;

/// <summary>A group of a user pool: <c>@{ Name = 'admins'; Role = '...'; Precedence = 0 }</c>, or an object with GroupName, RoleArn and Precedence as AWS has it.</summary>
public sealed class GroupArgument
{
    private static readonly string[] Keys = ["Name", "GroupName", "Role", "RoleArn", "Precedence"];

    private readonly object argument;

    /// <summary>An argument as the script gave it.</summary>
    /// <param name="argument">A hashtable, or an object with these properties.</param>
    public GroupArgument(object argument) => this.argument = argument;

    /// <summary>The group; one without a name is called by its place.</summary>
    internal UserPoolGroup Value(int place)
    {
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
                : throw Fault.Of(nameof(Messages.InvalidGroup), argument, argument);
        }

        var given = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in map)
        {
            var key = entry.Key.ToString()!;
            given[key] = Keys.Contains(key, StringComparer.OrdinalIgnoreCase) ? entry.Value : throw Fault.Of(nameof(Messages.UnknownGroupKey), argument, key);
        }

        return given;
    }

    private int? Precedence(object? value) =>
        value is null ? null
        : int.TryParse(Convert.ToString(value, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture, out var rank) && rank >= 0 ? rank
        : throw Fault.Of(nameof(Messages.InvalidPrecedence), argument, value);
}
