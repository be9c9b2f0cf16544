using IdentityPools.Validation;

namespace IdentityPools.Model;

/// <summary>What is asked of the issuer of an OpenID Connect provider that a user writes, beyond its form.</summary>
/// <remarks>https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html: no port, no query; tokens name it in <c>iss</c>.</remarks>
internal static class WrittenIssuer
{
    private const string Scheme = "https://";
    private const string ArnMark = ":oidc-provider/";

    /// <exception cref="DefinitionException">IAM takes no such issuer.</exception>
    public static TemplateValue Check(TemplateValue value) => Fault(value) is { } fault ? throw fault : value;

    /// <summary>Why IAM takes no such issuer, given as a URL or within the ARN of its provider; null where nothing speaks against it.</summary>
    public static DefinitionException? Fault(TemplateValue value)
    {
        if (value.Literal is not { } text)
        {
            return null;
        }

        var issuer =
            text.IndexOf(ArnMark, StringComparison.Ordinal) is >= 0 and var mark ? text[(mark + ArnMark.Length)..]
            : text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? text[Scheme.Length..]
            : "";
        var host = issuer.Split('/', '?', '#')[0];
        return host.Contains(':', StringComparison.Ordinal) && !host.Contains('@', StringComparison.Ordinal)
                ? Values.Fault.Of(nameof(Messages.OpenIdConnectPort), text, text, host[..host.IndexOf(':', StringComparison.Ordinal)])
            : host.Contains('@', StringComparison.Ordinal) || issuer.Contains('#', StringComparison.Ordinal)
                ? Values.Fault.Of(nameof(Messages.InvalidOpenIdConnectUrl), text, text)
            : null;
    }
}
