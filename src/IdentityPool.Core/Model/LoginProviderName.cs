namespace IdentityPools;

/// <summary>The public login providers that an identity pool knows by name, in the order in which they are listed.</summary>
public enum LoginProviderName
{
    /// <summary>Login with Amazon, <c>www.amazon.com</c>.</summary>
    Amazon,

    /// <summary>Facebook, <c>graph.facebook.com</c>.</summary>
    Facebook,

    /// <summary>Google, <c>accounts.google.com</c>.</summary>
    Google,

    /// <summary>Sign in with Apple, <c>appleid.apple.com</c>.</summary>
    Apple,

    /// <summary>Twitter, <c>api.twitter.com</c>.</summary>
    Twitter,
}
