using System.Collections;
using System.Management.Automation;
using IdentityPools.Simulation;
using IdentityPools.Values;

namespace IdentityPools.Binding;

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
        : throw Fault.Of(nameof(Messages.ClaimsNotNamed), "Claim", PSValue.Unwrapped(argument)?.GetType().Name);

    /// <inheritdoc/>
    public override string ToString() => argument.ToString() ?? "";

    /// <summary>A dictionary of text; null for what has to be unwrapped first.</summary>
    private static IDictionary? Map(object argument) =>
        (argument is PSObject wrapper ? wrapper.BaseObject : argument) is IDictionary map && map.Values.Cast<object?>().All(value => value is string or bool)
            ? map
            : null;
}
