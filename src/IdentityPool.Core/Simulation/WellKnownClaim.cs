using IdentityPools.Model;

namespace IdentityPools.Simulation;

/// <summary>A claim that tokens of some providers commonly carry.</summary>
/// <param name="Name">The claim.</param>
/// <param name="Meaning">What it says.</param>
/// <param name="Sources">Whose tokens carry it.</param>
/// <remarks>
/// https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-id-token.html,
/// https://developers.google.com/identity/openid-connect/openid-connect,
/// https://developer.apple.com/documentation/signinwithapple/authenticating-users-with-sign-in-with-apple,
/// https://openid.net/specs/openid-connect-core-1_0.html#StandardClaims
/// </remarks>
internal sealed record WellKnownClaim(string Name, string Meaning, ClaimSource Sources)
{
    private const ClaimSource Named = ClaimSource.UserPool | ClaimSource.Google | ClaimSource.OpenIdConnect;
    private const ClaimSource Addressed = Named | ClaimSource.Apple;
    private const ClaimSource Standard = ClaimSource.UserPool | ClaimSource.OpenIdConnect;

    /// <summary>The claims, those first that rules look at most.</summary>
    public static readonly ValueList<WellKnownClaim> All =
    [
        new("sub", "The user's ID at the provider", ClaimSource.Any),
        new("aud", "The client that the token is for", ClaimSource.Any),
        new("iss", "The provider that issued the token", ClaimSource.Any),
        new("email", "The user's email address; trust it only if email_verified is true", Addressed),
        new("email_verified", "Whether the provider verified the address", Addressed),
        new("cognito:groups", "The user's groups in the user pool", ClaimSource.UserPool),
        new("cognito:username", "The user's name in the user pool", ClaimSource.UserPool),
        new("cognito:preferred_role", "The role of the user's first group", ClaimSource.UserPool),
        new("cognito:roles", "The roles of the user's groups", ClaimSource.UserPool),
        new("custom:", "A custom attribute of the user pool; its name follows", ClaimSource.UserPool),
        new("identities", "The provider through which the user signed in to the user pool", ClaimSource.UserPool),
        new("token_use", "The purpose of the token: id", ClaimSource.UserPool),
        new("name", "The user's full name", Named),
        new("given_name", "The user's first name", Named),
        new("family_name", "The user's last name", Named),
        new("preferred_username", "The user's preferred name", Standard),
        new("phone_number", "The user's phone number; trust it only if phone_number_verified is true", Standard),
        new("phone_number_verified", "Whether the provider verified the number", Standard),
        new("hd", "The user's Google Workspace domain", ClaimSource.Google),
        new("azp", "The client that requested the token", ClaimSource.Google | ClaimSource.OpenIdConnect),
        new("is_private_email", "Whether it is an address of Apple's private email relay", ClaimSource.Apple),
        new("real_user_status", "Whether Apple considers the user a real person", ClaimSource.Apple),
        new("amr", "How the user signed in", ClaimSource.OpenIdConnect),
        new("acr", "The assurance level of the sign-in", ClaimSource.OpenIdConnect),
    ];

    /// <summary>The kind of a provider.</summary>
    public static ClaimSource SourceOf(ProviderReference provider) =>
        provider switch
        {
            UserPoolReference => ClaimSource.UserPool,
            LoginProviderReference { Login: LoginProviderName.Google } => ClaimSource.Google,
            LoginProviderReference { Login: LoginProviderName.Apple } => ClaimSource.Apple,
            LoginProviderReference { Login: LoginProviderName.Amazon or LoginProviderName.Facebook } => ClaimSource.Opaque,
            OpenIdConnectProviderReference => ClaimSource.OpenIdConnect,
            _ => ClaimSource.None,
        };
}

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
