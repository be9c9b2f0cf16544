using System.Text.Json.Nodes;

namespace IdentityPools.Sandbox.UserPools;

/// <summary>What a user pool has where a request says nothing.</summary>
/// <remarks>https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html</remarks>
internal static class UserPoolDefaults
{
    /// <summary>The members that an update replaces, each with its default; null where it is then absent.</summary>
    private static readonly Dictionary<string, string?> Replaced = new(StringComparer.Ordinal)
    {
        ["Policies"] = """{"PasswordPolicy":{},"SignInPolicy":{"AllowedFirstAuthFactors":["PASSWORD"]}}""",
        ["DeletionProtection"] = "\"INACTIVE\"",
        ["LambdaConfig"] = "{}",
        ["AutoVerifiedAttributes"] = null,
        ["SmsVerificationMessage"] = null,
        ["EmailVerificationMessage"] = null,
        ["EmailVerificationSubject"] = null,
        ["VerificationMessageTemplate"] = """{"DefaultEmailOption":"CONFIRM_WITH_CODE"}""",
        ["SmsAuthenticationMessage"] = null,
        ["UserAttributeUpdateSettings"] = null,
        ["MfaConfiguration"] = "\"OFF\"",
        ["DeviceConfiguration"] = null,
        ["EmailConfiguration"] = """{"EmailSendingAccount":"COGNITO_DEFAULT"}""",
        ["SmsConfiguration"] = null,
        ["AdminCreateUserConfig"] = """{"AllowAdminCreateUserOnly":false,"UnusedAccountValidityDays":7}""",
        ["UserPoolAddOns"] = null,
        ["AccountRecoverySetting"] = """{"RecoveryMechanisms":[{"Priority":1,"Name":"verified_email"},{"Priority":2,"Name":"verified_phone_number"}]}""",
        ["UserPoolTier"] = "\"ESSENTIALS\"",
    };

    private static readonly string[] Strict = ["RequireUppercase", "RequireLowercase", "RequireNumbers", "RequireSymbols"];

    private static readonly string[] StandardAttributes =
    [
        "sub",
        "name",
        "given_name",
        "family_name",
        "middle_name",
        "nickname",
        "preferred_username",
        "profile",
        "picture",
        "website",
        "email",
        "gender",
        "birthdate",
        "zoneinfo",
        "locale",
        "phone_number",
        "address",
    ];

    /// <summary>The members that an update replaces, as a request leaves them.</summary>
    public static JsonObject Replace(JsonObject input)
    {
        var settings = new JsonObject();
        foreach (var (name, value) in Replaced)
        {
            var member = input[name]?.DeepClone() ?? (value is null ? null : JsonNode.Parse(value));
            if (member is not null)
            {
                settings[name] = member;
            }
        }

        FillPasswordPolicy((JsonObject)settings["Policies"]!, isGiven: input["Policies"]?["PasswordPolicy"] is not null);
        return settings;
    }

    /// <summary>The attributes of a new pool: the standard ones, as far as the request does not define them, and its own.</summary>
    public static JsonArray Schema(JsonArray? requested)
    {
        var given = (requested ?? []).Select(attribute => (JsonObject)attribute!.DeepClone()).ToList();
        var standard = StandardAttributes
            .Where(name => given.All(attribute => (string?)attribute["Name"] != name))
            .Select(name => new JsonObject
            {
                ["Name"] = name,
                ["AttributeDataType"] = "String",
                ["Mutable"] = name != "sub",
                ["Required"] = name == "sub",
            });
        foreach (var custom in given.Where(attribute => !StandardAttributes.Contains((string?)attribute["Name"])))
        {
            if ((bool?)custom["Required"] == true)
            {
                throw new SandboxServiceException("InvalidParameterException", "Required custom attributes are not supported currently.");
            }

            custom["Name"] = $"custom:{(string?)custom["Name"]}";
        }

        return [.. standard, .. given];
    }

    private static void FillPasswordPolicy(JsonObject policies, bool isGiven)
    {
        if (policies["PasswordPolicy"] is not JsonObject policy)
        {
            policies["PasswordPolicy"] = policy = [];
        }

        policy["MinimumLength"] ??= 8;
        policy["TemporaryPasswordValidityDays"] ??= 7;
        // Whoever writes a policy and leaves a requirement out does not have it.
        foreach (var requirement in Strict)
        {
            policy[requirement] ??= !isGiven;
        }
    }
}
