using System.Text.Json.Nodes;
using IdentityPools.Model;
using IdentityPools.Sandbox.Pools;

namespace IdentityPools.UnitTests.Sandbox;

/// <summary>Tokens that providers would give.</summary>
internal static class Tokens
{
    public const string UserPool = "us-east-1_Ab1Cd2Ef3";
    public const string UserPoolName = $"cognito-idp.us-east-1.amazonaws.com/{UserPool}";
    public const string Client = "1h57kf5cpq17m0eml12example";

    public static string OfUserPool(string more = "", string subject = "ann") =>
        Create($$"""{"iss":"https://{{UserPoolName}}","aud":"{{Client}}","sub":"{{subject}}"{{(more.Length > 0 ? "," + more : "")}}}""");

    public static string Create(string claims) => JsonWebToken.Write((JsonObject)JsonNode.Parse(claims)!);

    /// <summary>Logins of one provider.</summary>
    public static string Logins(string provider, string token) => $$"""{"{{provider}}":"{{token}}"}""";
}
