using IdentityPools.Model;

namespace IdentityPools.Simulation;

/// <summary>What is known of the claims that a provider's tokens carry.</summary>
/// <remarks>https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html</remarks>
internal sealed class IssuedClaims
{
    private static readonly string[] OfOpaqueTokens = ["iss", "aud", "sub"];

    private IssuedClaims(IReadOnlyList<string> names, ValueMap<string> known) => (Names, Fixed) = (names, known);

    /// <summary>The only claims that there are; empty where there may be any.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Claims that have one value in every token.</summary>
    public ValueMap<string> Fixed { get; }

    public static IssuedClaims For(IdentityPool pool, ProviderReference provider) =>
        provider switch
        {
            LoginProviderReference { Login: LoginProviderName.Facebook or LoginProviderName.Amazon } => new(OfOpaqueTokens, ValueMap<string>.Empty),
            // A user pool may name itself by either of its hosts, so that its issuer is not one value.
            UserPoolReference { Client.TypedClientId.Literal: { } client } => new([], ValueMap<string>.Create([new("aud", client)])),
            LoginProviderReference { Login: var login }
                when login is LoginProviderName.Google or LoginProviderName.Apple
                    && pool.LoginProviders.FirstOrDefault(known => known.Provider == login) is { TypedAppId.Literal: { } application } => new(
                [],
                ValueMap<string>.Create([new("aud", application)])
            ),
            _ => new([], ValueMap<string>.Empty),
        };

    public bool MayHave(string claim) => Names.Count == 0 || Names.Contains(claim);

    /// <summary>The one value of a claim; null where it may have several.</summary>
    public string? ValueOf(string claim) => Fixed.GetValueOrDefault(claim);
}
