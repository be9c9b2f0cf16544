namespace IdentityPools.Simulation;

/// <summary>The kinds of providers, as far as they issue different claims.</summary>
[Flags]
internal enum ClaimSource
{
    /// <summary>None whose claims are known.</summary>
    None = 0,

    /// <summary>A Cognito user pool.</summary>
    UserPool = 1,

    /// <summary>Google.</summary>
    Google = 2,

    /// <summary>Sign in with Apple.</summary>
    Apple = 4,

    /// <summary>Facebook and Amazon, whose tokens are no ID tokens.</summary>
    Opaque = 8,

    /// <summary>Any provider of OpenID Connect.</summary>
    OpenIdConnect = 16,

    /// <summary>All of them.</summary>
    Any = UserPool | Google | Apple | Opaque | OpenIdConnect,
}
