using System.Collections.ObjectModel;
using IdentityPools.Template;
using IdentityPools.Values;

namespace IdentityPools;

/// <summary>
/// An intrinsic function as a dictionary with one entry, as a hashtable writes it in PowerShell: <c>@{ 'Fn::ImportValue' = 'UserPoolId' }</c>. It cannot be
/// changed. Two are equal when they call the same function with the same arguments.
/// </summary>
public sealed class FunctionDictionary : ReadOnlyDictionary<string, object>, IEquatable<FunctionDictionary>
{
    private readonly TemplateMapping call;

    internal FunctionDictionary(TemplateMapping call)
        : base(call.ToDictionary(entry => entry.Key, entry => PlainValues.Plain(entry.Value), StringComparer.Ordinal)) => this.call = call;

    /// <summary>Whether both call the same function with the same arguments.</summary>
    /// <param name="other">The function to compare with.</param>
    /// <returns>True when equal.</returns>
    public bool Equals(FunctionDictionary? other) => other is not null && call.Equals(other.call);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FunctionDictionary);

    /// <inheritdoc/>
    public override int GetHashCode() => call.GetHashCode();

    /// <summary>The function as JSON.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => call.ToString();
}
