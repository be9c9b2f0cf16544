using System.Text.Json.Nodes;
using IdentityPools.Sandbox.Iam;
using IdentityPools.Sandbox.UserPools;
using IdentityPools.Validation;

namespace IdentityPools.Sandbox.Pools;

/// <summary>What the providers of a pool have to be: known to the service, or there in the account.</summary>
/// <param name="account">The account.</param>
/// <param name="iam">Its IAM.</param>
internal sealed class ProviderRules(SandboxAccount account, IamAccount iam)
{
    private static readonly HashSet<string> LoginProviders = new([.. LoginProvider.Urls, "www.digits.com"], StringComparer.Ordinal);

    public void Check(JsonObject input)
    {
        if (input.Pairs("SupportedLoginProviders").FirstOrDefault(provider => !LoginProviders.Contains(provider.Key)) is { Key: { } unknown })
        {
            throw PoolErrors.Invalid($"{unknown} is not a supported login provider.");
        }

        CheckUserPools([.. (input["CognitoIdentityProviders"] as JsonArray ?? []).Select(provider => (JsonObject)provider!)]);
        CheckArns(input, "OpenIdConnectProviderARNs", "oidc-provider", iam.OpenIdConnectProviders.ContainsKey);
        CheckArns(input, "SamlProviderARNs", "saml-provider", iam.SamlProviders.ContainsKey);
    }

    private void CheckUserPools(JsonObject[] providers)
    {
        if (providers.Length > Limits.DefaultUserPoolProviders)
        {
            throw PoolErrors.LimitExceeded($"An identity pool can have at most {Limits.DefaultUserPoolProviders} user pool providers.");
        }

        var known = new HashSet<(string, string)>();
        foreach (var provider in providers)
        {
            var name = provider.Text("ProviderName") ?? throw PoolErrors.Invalid("A Cognito identity provider needs a ProviderName.");
            var client = provider.Text("ClientId") ?? throw PoolErrors.Invalid("A Cognito identity provider needs a ClientId.");
            if (!UserPoolStore.IsProvider(name))
            {
                throw PoolErrors.Invalid($"Invalid Cognito Identity Provider: {name}");
            }

            // A user pool may be of another account, of which nothing is known here.
            if (account.UserPools.OfProvider(name) is { } pool && pool.Clients.Find(client) is null)
            {
                throw PoolErrors.Invalid($"Invalid Cognito Identity Provider: {name} has no client {client}");
            }

            if (!known.Add((name, client)))
            {
                throw PoolErrors.Invalid($"Duplicate Cognito Identity Provider: {name}:{client}");
            }
        }
    }

    private static void CheckArns(JsonObject input, string member, string kind, Func<string, bool> exists)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var arn in input.Texts(member))
        {
            if (!arn.Contains($":{kind}/", StringComparison.Ordinal) || !exists(arn))
            {
                throw PoolErrors.Invalid($"{arn} is not the ARN of an existing {kind}.");
            }

            if (!known.Add(arn))
            {
                throw PoolErrors.Invalid($"{arn} is given twice.");
            }
        }
    }
}
