using System.Text.Json;
using System.Text.Json.Nodes;
using IdentityPools.Model;
using IdentityPools.Sandbox.Iam;
using IdentityPools.Sandbox.UserPools;
using IdentityPools.Validation;

namespace IdentityPools.Sandbox;

/// <summary>Things that are in an account before anyone calls it.</summary>
/// <param name="account">The account.</param>
internal sealed class SandboxSeeds(SandboxAccount account)
{
    /// <summary>Long enough ago to be known everywhere.</summary>
    private static readonly TimeSpan Age = TimeSpan.FromDays(30);

    private readonly DateTimeOffset created = account.Clock.GetUtcNow() - Age;

    public void AddUserPool(string userPoolId, string[] clientIds)
    {
        ArgumentNullException.ThrowIfNull(userPoolId);
        ArgumentNullException.ThrowIfNull(clientIds);
        var region = UserPoolStore.RegionOf(userPoolId) ?? throw new ArgumentException($"'{userPoolId}' is not the ID of a user pool.", nameof(userPoolId));
        if (clientIds.FirstOrDefault(id => id.Length == 0 || !id.All(char.IsAsciiLetterOrDigit)) is { } malformed)
        {
            throw new ArgumentException($"'{malformed}' is not the ID of a user pool client.", nameof(clientIds));
        }

        RefuseTwice(account.UserPools.In(region).Find(userPoolId), userPoolId);
        var context = new SandboxContext(region, null, created);
        var pool = new UserPoolOperations(account).Create(userPoolId, new() { ["PoolName"] = userPoolId }, context);
        foreach (var clientId in clientIds.Distinct())
        {
            ClientOperations.Seed(pool, clientId, context);
        }
    }

    public void AddRole(string roleArn, string? trustPolicy)
    {
        var arn = Parse(roleArn, "role/");
        var iam = IamOf(arn);
        RefuseTwice(iam.Roles.GetValueOrDefault(arn.Name), roleArn);
        if (trustPolicy is not null)
        {
            CheckDocument(trustPolicy);
        }

        iam.Roles.Add(
            arn.Name,
            new()
            {
                Path = arn.Resource["role".Length..^arn.Name.Length],
                Name = arn.Name,
                Id = RandomText.Id("AROA"),
                Arn = roleArn,
                CreateDate = created,
                TrustPolicy = trustPolicy ?? TrustEveryPool(arn.Partition),
            }
        );
    }

    public void AddOpenIdConnectProvider(string providerArn, string[] clientIds)
    {
        ArgumentNullException.ThrowIfNull(clientIds);
        var arn = Parse(providerArn, IssuerName.Resource);
        var providers = IamOf(arn).OpenIdConnectProviders;
        RefuseTwice(providers.GetValueOrDefault(providerArn), providerArn);
        providers.Add(
            providerArn,
            new()
            {
                Url = IssuerName.OfArn(providerArn)!,
                Arn = providerArn,
                CreateDate = created,
                ClientIds = [.. clientIds],
                Thumbprints = [],
            }
        );
    }

    public void AddSamlProvider(string providerArn)
    {
        var providers = IamOf(Parse(providerArn, "saml-provider/")).SamlProviders;
        RefuseTwice(providers.GetValueOrDefault(providerArn), providerArn);
        providers.Add(
            providerArn,
            new()
            {
                Arn = providerArn,
                Id = RandomText.Id("ASAM"),
                CreateDate = created,
                Metadata = "<EntityDescriptor/>",
                ValidUntil = created.AddYears(10),
            }
        );
    }

    private IamAccount IamOf(Arn arn) => account.IamOf(arn.Partition);

    private Arn Parse(string text, string kind)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            var arn = Arn.Parse(text);
            return arn.Service == "iam" && arn.Account == account.AccountId && arn.Resource.StartsWith(kind, StringComparison.Ordinal) && HasName(arn, kind)
                ? arn
                : throw NotOfThisAccount(text);
        }
        catch (DefinitionException)
        {
            throw NotOfThisAccount(text);
        }
    }

    /// <summary>A slash at the end belongs to the name of an issuer, and to no other.</summary>
    private static bool HasName(Arn arn, string kind) => kind == IssuerName.Resource ? arn.Resource.Length > kind.Length : arn.Name.Length > 0;

    private ArgumentException NotOfThisAccount(string arn) => new($"'{arn}' is not an ARN of the account {account.AccountId} for that kind of resource.");

    private static void CheckDocument(string trustPolicy)
    {
        try
        {
            if (JsonNode.Parse(trustPolicy) is JsonObject)
            {
                return;
            }
        }
        catch (JsonException)
        {
            // The parser's words tell of its own options.
        }

        throw new ArgumentException("The trust policy is not a JSON object.", nameof(trustPolicy));
    }

    private static void RefuseTwice(object? existing, string name)
    {
        if (existing is not null)
        {
            throw new ArgumentException($"The account already has '{name}'.");
        }
    }

    private static string TrustEveryPool(string partition)
    {
        var statements = AwsRegion
            .Known.Select(AwsPartition.OfRegion)
            .Where(other => other.Name == partition)
            .Select(other => other.TrustPrincipal)
            .Distinct()
            .Select(Trust);
        return $$"""{"Version":"2012-10-17","Statement":[{{string.Join(',', statements)}}]}""";
    }

    private static string Trust(string principal) =>
        $$"""
            {"Effect":"Allow","Principal":{"Federated":"{{principal}}"},"Action":["sts:AssumeRoleWithWebIdentity","sts:TagSession"],
            "Condition":{"StringLike":{"{{principal}}:aud":"*"} } }
            """;
}
