using System.Text;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools;

/// <summary>A secret that reaches AWS and nothing else: it has no property that shows it, and its text is a mask.</summary>
public sealed class ProviderSecret : IEquatable<ProviderSecret>
{
    /// <summary>A secret of which neither the text nor a parameter is known: a definition that was stored leaves it out.</summary>
    internal static readonly ProviderSecret Unknown = new(null, null);

    private const string Hidden = "********";

    /// <summary>How the parameter ends for which a template asks when none has been named.</summary>
    internal const string DefaultParameterName = "TwitterConsumerSecret";

    /// <summary>From here on a secret is not a word of a sentence.</summary>
    private const int UnmistakableLength = 8;

    private readonly string? value;

    private ProviderSecret(string? value, string? parameterName) => (this.value, ParameterName) = (value, parameterName);

    /// <summary>The name of the template parameter that holds the secret, for a definition that was read from a template; otherwise null.</summary>
    public string? ParameterName { get; }

    /// <summary>Whether the secret itself is known, not only the parameter that will hold it.</summary>
    public bool IsKnown => value is not null;

    /// <summary>A secret whose text is known.</summary>
    /// <param name="value">The text.</param>
    /// <returns>The secret.</returns>
    public static ProviderSecret From(string value) => new(value, null);

    /// <summary>A secret that a parameter of the template holds.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <returns>The secret.</returns>
    public static ProviderSecret Parameter(string name) => new(null, name);

    /// <summary>The text, for the call that takes it to AWS and for nothing else.</summary>
    internal string Reveal() => value ?? throw DefinitionErrors.Create(nameof(Messages.SecretUnknown), LoginProviderName.Twitter);

    /// <summary>
    /// The words of others, who may repeat what they were given, as they got it or escaped, without the secret. A short one is looked for only where a value
    /// stands, as between quotes or at the end behind a colon: anywhere else it is a part of a word, and masking it would garble the sentence and tell the
    /// secret by it.
    /// </summary>
    internal string Mask(string text)
    {
        if (string.IsNullOrEmpty(value))
        {
            return text;
        }

        var masked = new StringBuilder(text.Length);
        var kept = 0;
        for (var at = 0; at < text.Length; )
        {
            if (
                EscapedText.EndOf(value, text, at) is { } end
                && (value.Length >= UnmistakableLength || (Opens(text.AsSpan(0, at)) && Closes(text.AsSpan(end))))
            )
            {
                masked.Append(text, kept, at - kept).Append(Hidden);
                kept = at = end;
            }
            else
            {
                at++;
            }
        }

        return masked.Append(text, kept, text.Length - kept).ToString();
    }

    private static bool Opens(ReadOnlySpan<char> before) =>
        before.TrimEnd() is [] or [.., '\'' or '"' or '`' or '[' or '(' or '{' or '<' or '=' or ':' or ',' or ';'];

    private static bool Closes(ReadOnlySpan<char> after) =>
        after.TrimStart() is [] or ['\'' or '"' or '`' or ']' or ')' or '}' or '>' or ',' or ';' or '.', ..];

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
            throw DefinitionErrors.Create(
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
