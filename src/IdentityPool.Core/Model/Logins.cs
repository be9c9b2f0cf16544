using System.Net;
using System.Security;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Model;

/// <summary>The tokens with which somebody logs in to an identity pool, by provider. No fault here shows one.</summary>
internal static class Logins
{
    /// <exception cref="DefinitionException">A key is no provider, a value is no token, or they are too many.</exception>
    public static ValueMap<ProviderSecret> Of(IEnumerable<KeyValuePair<string, object?>> entries)
    {
        var spellings = new Dictionary<string, string>(StringComparer.Ordinal);
        var logins = new List<KeyValuePair<string, ProviderSecret>>();
        foreach (var (text, value) in entries)
        {
            var key = LoginKey.Of(text);
            if (!spellings.TryAdd(key, text))
            {
                throw Fault.Of(nameof(Messages.DuplicateLogin), key, key, spellings[key], text);
            }

            logins.Add(new(key, Token(text, value)));
        }

        return logins.Count <= Limits.Logins
            ? ValueMap<ProviderSecret>.Create(logins)
            : throw Fault.Of(nameof(Messages.TooManyLogins), nameof(Logins), logins.Count, Limits.Logins);
    }

    private static ProviderSecret Token(string provider, object? value)
    {
        var token = value switch
        {
            null => "",
            string text => text,
            SecureString secure => new NetworkCredential("", secure).Password,
            _ => throw Fault.Of(nameof(Messages.InvalidLoginToken), provider, provider, value.GetType().Name),
        };
        if (string.IsNullOrWhiteSpace(token))
        {
            throw Fault.Of(nameof(Messages.EmptyLoginToken), provider, provider);
        }

        var length = TextLimit.Length(token);
        return length <= Limits.LoginTokenLength
            ? ProviderSecret.Of(token)
            : throw Fault.Of(nameof(Messages.LoginTokenTooLarge), provider, provider, length, Limits.LoginTokenLength);
    }
}
