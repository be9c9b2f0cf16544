using System.Text.Json.Nodes;

namespace IdentityPools.ModuleTests.Parity;

/// <summary>Every difference from the CDK's templates that is made on purpose; there is no other.</summary>
internal static class IntendedDifferences
{
    public static IReadOnlyList<IntendedDifference> All { get; } =
    [
        new(
            "no bootstrap version",
            "The parameter and the rule serve the CDK's deployment tool; these templates are deployed by any.",
            ParityScope.Always,
            meaning =>
            {
                meaning.Remove("Parameters");
                meaning.Remove("Rules");
            }
        ),
        new(
            "provider name by Fn::GetAtt",
            "The user pool tells it itself; the CDK composes it of the stack's region and domain suffix, which are not the user pool's everywhere.",
            ParityScope.Definitions,
            meaning => MeaningTree.Replace(meaning, "ProviderName", Composed)
        ),
        new(
            "Twitter's secret is a NoEcho parameter",
            "The CDK writes it into the template in plain text, for everyone to read who may read the stack.",
            ParityScope.Always,
            TwitterSecret
        ),
        new(
            "outputs",
            "Id, ARN and roles are what a client's configuration needs next; the CDK leaves outputs to its user.",
            ParityScope.WholeTemplates,
            Outputs
        ),
        new(
            "default roles have no description",
            "It repeats what the role's logical id says.",
            ParityScope.Definitions,
            meaning => MeaningTree.Replace(meaning, "Description", text => IsDefaultDescription(text) ? null : text)
        ),
        new(
            "the classic flow is forbidden",
            "Where nothing is said AWS lets it pass; the CDK says nothing unless it is told to.",
            ParityScope.Definitions,
            meaning =>
            {
                var properties = meaning["IdentityPool"]!["Properties"]!.AsObject();
                properties["AllowClassicFlow"] ??= false;
            }
        ),
        new(
            "generated client without hosted pages",
            "The CDK's client allows the implicit flow, which OAuth 2.1 drops, and calls back to example.com, which nobody here owns.",
            ParityScope.Definitions,
            meaning => MeaningTree.Change(meaning, "AWS::Cognito::UserPoolClient", GeneratedClient)
        ),
        new(
            "user pool says only what it decides",
            "The CDK repeats Cognito's own texts of messages and its own order of account recovery.",
            ParityScope.Definitions,
            meaning => MeaningTree.Change(meaning, "AWS::Cognito::UserPool", UserPool)
        ),
        new(
            "DynamoDB grants cover indexes, not streams",
            "A query by an index is a read of the table too. GetRecords and GetShardIterator work on a stream's ARN only, and never on a table's.",
            ParityScope.Definitions,
            meaning => MeaningTree.Change(meaning, "AWS::IAM::Role", TableGrants)
        ),
    ];

    /// <summary>What the CDK's template would mean with these differences.</summary>
    public static JsonObject Apply(IEnumerable<IntendedDifference> differences, JsonObject meaning)
    {
        var result = meaning.DeepClone().AsObject();
        foreach (var difference in differences)
        {
            difference.Apply(result);
        }

        return Canonical.InOrder(result).AsObject();
    }

    private static JsonNode? Composed(JsonNode name) =>
        (name["Text"] as JsonArray) is [JsonValue, JsonObject, JsonValue, JsonObject, JsonValue, JsonObject userPool]
        && userPool["Ref"]?["Type"]?.ToString() == "AWS::Cognito::UserPool"
            ? new JsonObject { ["GetAtt"] = new JsonArray(userPool["Ref"]!.DeepClone(), "ProviderName") }
            : name;

    private static void TwitterSecret(JsonObject meaning)
    {
        if (meaning["IdentityPool"]!["Properties"]!["SupportedLoginProviders"] is not JsonObject logins || logins["api.twitter.com"] is not JsonValue plain)
        {
            return;
        }

        var parameter = new JsonObject
        {
            ["Parameter"] = new JsonObject { ["NoEcho"] = true, ["Type"] = "String" },
        };
        var key = plain.ToString().Split(';')[0];
        logins["api.twitter.com"] = new JsonObject { ["Text"] = new JsonArray(key + ";", new JsonObject { ["Ref"] = parameter.DeepClone() }) };
        meaning["Parameters"] = new JsonArray(parameter);
    }

    private static void Outputs(JsonObject meaning)
    {
        JsonNode pool = new JsonObject { ["Ref"] = TemplateMeaning.ThePool };
        var arn = new JsonArray(
            "arn:",
            new JsonObject { ["Ref"] = "AWS::Partition" },
            ":cognito-identity:",
            new JsonObject { ["Ref"] = "AWS::Region" },
            ":",
            new JsonObject { ["Ref"] = "AWS::AccountId" },
            ":identitypool/",
            pool.DeepClone()
        );
        var roles = Canonical.List(meaning["RoleAttachments"]).SelectMany(part => part["Properties"]!["Roles"]!.AsObject()).Select(role => role.Value);
        var clients = Canonical
            .List(meaning["IdentityPool"]!["Properties"]!["CognitoIdentityProviders"])
            .Select(provider => provider["ClientId"])
            .Where(client => client?["Ref"] is JsonObject);
        meaning["Outputs"] = new JsonArray([pool, new JsonObject { ["Text"] = arn }, .. roles.Concat(clients).Select(value => value!.DeepClone())]);
    }

    private static bool IsDefaultDescription(JsonNode description) =>
        (description["Text"] as JsonArray) is [JsonValue text, ..]
        && text.ToString() is "Default Authenticated Role for Identity Pool " or "Default Unauthenticated Role for Identity Pool ";

    private static void GeneratedClient(JsonObject client)
    {
        var properties = client["Properties"]!.AsObject();
        foreach (var name in new[] { "AllowedOAuthFlows", "AllowedOAuthFlowsUserPoolClient", "AllowedOAuthScopes", "CallbackURLs" })
        {
            properties.Remove(name);
        }

        properties["ExplicitAuthFlows"] = new JsonArray("ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH");
        properties["PreventUserExistenceErrors"] = "ENABLED";
    }

    private static void UserPool(JsonObject userPool)
    {
        var properties = userPool["Properties"]!.AsObject();
        foreach (
            var name in new[]
            {
                "AccountRecoverySetting",
                "EmailVerificationMessage",
                "EmailVerificationSubject",
                "SmsVerificationMessage",
                "VerificationMessageTemplate",
            }
        )
        {
            properties.Remove(name);
        }
    }

    private static void TableGrants(JsonObject role)
    {
        foreach (var grant in Canonical.List(role["Permissions"]).Where(IsOfOneTable).ToList())
        {
            var actions = Canonical.List(grant["Action"]).Select(action => action.ToString()).Where(IsOfTables);
            grant["Action"] = new JsonArray([.. actions.Select(action => JsonValue.Create(action))]);
            var indexes = grant.DeepClone();
            indexes["Resource"] = new JsonObject { ["Text"] = new JsonArray(grant["Resource"]!.DeepClone(), "/index/*") };
            role["Permissions"]!.AsArray().Add(indexes);
        }
    }

    private static bool IsOfOneTable(JsonNode permission) => permission["Resource"] is JsonObject resource && resource["GetAtt"] is not null;

    private static bool IsOfTables(string action) => action is not ("dynamodb:GetRecords" or "dynamodb:GetShardIterator");
}
