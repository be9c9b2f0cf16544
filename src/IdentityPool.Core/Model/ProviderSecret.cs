using IdentityPools.Validation;

namespace IdentityPools;

/// <summary>A secret that reaches AWS and nothing else: it has no property that shows it, and its text is a mask.</summary>
public sealed class ProviderSecret : IEquatable<ProviderSecret>
{
    private const string Hidden = "********";

    private readonly string? value;

    private ProviderSecret(string? value, string? parameterName) => (this.value, ParameterName) = (value, parameterName);

    /// <summary>The name of the template parameter that holds the secret, for a definition that was read from a template; otherwise null.</summary>
    public string? ParameterName { get; }

    /// <summary>Whether the secret itself is known, not only the parameter that will hold it.</summary>
    public bool IsKnown => value is not null;

    /// <summary>A secret whose text is known.</summary>
    /// <param name="value">The text.</param>
    /// <returns>The secret.</returns>
    public static ProviderSecret Of(string value) => new(value, null);

    /// <summary>A secret that a parameter of the template holds.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <returns>The secret.</returns>
    public static ProviderSecret Parameter(string name) => new(null, name);

    /// <summary>The text, for the call that takes it to AWS and for nothing else.</summary>
    internal string Reveal() => value ?? throw Fault.Of(nameof(Messages.SecretUnknown), LoginProviderName.Twitter, ParameterName);

    /// <summary>Text of others, who may repeat what they were given, without the secret.</summary>
    internal string Mask(string text) => string.IsNullOrEmpty(value) ? text : text.Replace(value, Hidden, StringComparison.Ordinal);

    internal void Check(int keyLength)
    {
        if (value is null)
        {
            return;
        }

        // The sentence must not repeat the secret, so the limit of the joined text is looked at here.
        var joinedLength = keyLength + 1 + value.Length;
        if (value.Length == 0 || joinedLength > Limits.LoginAppId.Maximum || !value.EnumerateRunes().All(Limits.LoginAppId.Allowed.Contains))
        {
            throw Fault.Of(
                nameof(Messages.InvalidTwitterSecret),
                LoginProviderName.Twitter,
                Limits.LoginAppId.Maximum - keyLength - 1,
                Limits.LoginAppId.Allowed.Description
            );
        }
    }

    /// <summary>Whether both are the same secret.</summary>
    /// <param name="other">The secret to compare with.</param>
    /// <returns>True when equal.</returns>
    public bool Equals(ProviderSecret? other) => other is not null && value == other.value && ParameterName == other.ParameterName;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ProviderSecret);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(value, ParameterName);

    /// <summary>A mask, or the parameter's name.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ParameterName ?? Hidden;
}
