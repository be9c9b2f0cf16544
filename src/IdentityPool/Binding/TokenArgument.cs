using System.Net;
using System.Security;
using IdentityPools.Values;

namespace IdentityPools.Binding;

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
            _ => throw Fault.Of(nameof(Messages.TokenNotText), "Token", argument?.GetType().Name),
        };

    /// <summary>Not the token.</summary>
    /// <returns>A word in its place.</returns>
    public override string ToString() => "token";
}
