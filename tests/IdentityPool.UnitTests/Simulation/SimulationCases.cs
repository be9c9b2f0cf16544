using System.Text.Json;
using System.Text.Json.Nodes;
using IdentityPools.Model;
using IdentityPools.Simulation;

namespace IdentityPools.UnitTests.Simulation;

/// <summary>The table of pools and sign-ins that the simulator of the module and the one of the page share.</summary>
internal sealed class SimulationCases
{
    private const string OtherPool = "eu-west-1:99999999-8888-7777-6666-555555555555";

    private readonly Dictionary<string, IdentityPool> pools;

    private SimulationCases(JsonElement table)
    {
        pools = table.GetProperty("pools").EnumerateObject().ToDictionary(pool => pool.Name, pool => PoolOf(pool.Value), StringComparer.Ordinal);
        All = [.. table.GetProperty("cases").EnumerateArray().Select(CaseOf)];
    }

    public static SimulationCases Read()
    {
        using var table = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Simulation", "cases.json")));
        return new(table.RootElement);
    }

    public IReadOnlyDictionary<string, IdentityPool> Pools => pools;

    public IReadOnlyList<SimulationCase> All { get; }

    public RoleDecision Decide(SimulationCase asked)
    {
        var pool = new SimulatedPool(pools[asked.Pool]);
        var request = asked.Provider is { } provider ? pool.RequestOf(ProviderOf(provider)) : pool.RequestOfGuest();
        return new(request with { Claims = TokenClaims.FromJson((JsonObject)JsonNode.Parse(asked.Claims)!), CustomRole = asked.CustomRole });
    }

    public static ProviderReference ProviderOf(string name) =>
        name switch
        {
            "UserPool" => new UserPoolReference(UnitTests.Pools.UserPool, null),
            "Saml" => new SamlProviderReference(SamlProvider.Existing(UnitTests.Pools.SamlArn)),
            "OpenIdConnect" => new OpenIdConnectProviderReference(OpenIdConnectProvider.Existing(UnitTests.Pools.OpenIdConnectArn)),
            "Developer" => new ProviderUrlReference("login.shop.example"),
            _ => new LoginProviderReference(Enum.Parse<LoginProviderName>(name)),
        };

    private static SimulationCase CaseOf(JsonElement row)
    {
        var expected = row.GetProperty("expect");
        return new(
            row.GetProperty("name").GetString()!,
            row.GetProperty("pool").GetString()!,
            row.GetProperty("provider").GetString(),
            // As it is written: a number is its digits.
            row.GetProperty("claims").GetRawText(),
            Text(row, "customRole"),
            Enum.Parse<RoleDecisionOutcome>(expected.GetProperty("outcome").GetString()!),
            Text(expected, "role"),
            Enum.Parse<RoleDecisionStep>(expected.GetProperty("step").GetString()!),
            expected.TryGetProperty("rule", out var rule) ? rule.GetInt32() : null
        );
    }

    private static IdentityPool PoolOf(JsonElement row)
    {
        var pool = IdentityPool.Create(
            new() { Name = "shop", AllowUnauthenticatedIdentities = row.TryGetProperty("guests", out var guests) && guests.GetBoolean() }
        );
        pool = pool.WithDefaultRoles(Default(row, RoleAudience.Authenticated), Default(row, RoleAudience.Unauthenticated));
        pool = Texts(row, "providers").Aggregate(pool, WithProvider);
        pool = Texts(row, "tagged").Aggregate(pool, (known, provider) => known.WithPrincipalTags(PrincipalTagMapping.Defaults(ProviderOf(provider))));
        pool = Rows(row, "mappings").Aggregate(pool, (known, mapping) => known.WithRoleMapping(Mapping(row, mapping)));
        pool = pool.WithUnknownParts(Texts(row, "unknown").Select(Unknown));
        return Text(row, "id") is { } id
            ? pool.Existing(id, $"arn:aws:cognito-identity:eu-west-1:123456789012:identitypool/{id}", ValueMap<string>.Empty)
            : pool;
    }

    /// <summary>A kind, or a kind and the provider that it is about.</summary>
    private static UnknownPart Unknown(string text) =>
        text.Split(':') is [var kind, var provider]
            ? new(Enum.Parse<UnknownPartKind>(kind), $"Attach.{kind}", "A mapping is not known.") { Provider = ProviderOf(provider) }
            : new(Enum.Parse<UnknownPartKind>(text), $"Pool.{text}", $"{text} is not known.");

    private static IdentityPoolRole? Default(JsonElement pool, RoleAudience audience)
    {
        var key = audience == RoleAudience.Authenticated ? "authenticated" : "unauthenticated";
        return !pool.TryGetProperty(key, out var role) ? IdentityPoolRole.Managed(null, audience)
            : role.GetString() is { } name ? Role(pool, name, audience)
            : null;
    }

    private static IdentityPool WithProvider(IdentityPool pool, string name) =>
        ProviderOf(name) switch
        {
            UserPoolReference => pool.WithUserPool(UnitTests.Pools.Client("web")),
            SamlProviderReference saml => pool.WithSamlProvider(saml.Provider),
            OpenIdConnectProviderReference openId => pool.WithOpenIdConnectProvider(openId.Provider),
            LoginProviderReference login => pool.WithLoginProvider(LoginProvider.Create(login.Login, "1234567890")),
            var developer => pool.WithDeveloperProvider(developer.Url!),
        };

    private static RoleMapping Mapping(JsonElement pool, JsonElement row)
    {
        var provider = ProviderOf(Text(row, "provider")!);
        var resolution = Enum.Parse<AmbiguousRoleResolution>(Text(row, "resolution")!);
        return Text(row, "type") == nameof(RoleMappingType.Token)
            ? RoleMapping.FromToken(provider, resolution)
            : RoleMapping.FromRules(provider, Rows(row, "rules").Select(rule => Rule(pool, rule)).ToValueList(), resolution);
    }

    private static RoleMappingRule Rule(JsonElement pool, JsonElement row) =>
        RoleMappingRule.Create(
            Value(row[0]),
            Enum.Parse<ClaimMatchType>(row[1].GetString()!),
            Value(row[2]),
            Role(pool, row[3].GetString()!, RoleAudience.Authenticated)
        );

    private static TemplateValue Value(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : UnitTests.Pools.Ref(value.GetProperty("Ref").GetString()!);

    private static IdentityPoolRole Role(JsonElement pool, string name, RoleAudience audience)
    {
        if (!name.StartsWith("arn:", StringComparison.Ordinal))
        {
            return IdentityPoolRole.Managed(name, audience);
        }

        var role = IdentityPoolRole.Existing(name, audience);
        return Texts(pool, "untrusted").Contains(name) ? role.WithEvidence(Trusting(OtherPool, audience))
            : Texts(pool, "trusted").Contains(name) ? role.WithEvidence(Trusting(Text(pool, "id")!, audience))
            : role;
    }

    private static RoleEvidence Trusting(string poolId, RoleAudience audience) =>
        new() { Trust = TrustPolicy.Create(AwsPartition.Commercial, poolId, audience, allowsSessionTags: false) };

    private static string? Text(JsonElement row, string name) => row.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static List<JsonElement> Rows(JsonElement row, string name) => row.TryGetProperty(name, out var rows) ? [.. rows.EnumerateArray()] : [];

    private static IEnumerable<string> Texts(JsonElement row, string name) => Rows(row, name).Select(text => text.GetString()!);
}
