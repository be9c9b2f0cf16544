using System.Globalization;
using System.Text.Json.Nodes;
using IdentityPools.Model;
using IdentityPools.Simulation;
using IdentityPools.Values;

namespace IdentityPools.Diagrams;

/// <summary>What the simulator of a page has to know: the rules, the verdicts on trust policies, and the sentences.</summary>
internal static class SimulatorData
{
    private static readonly string[] Sentences =
    [
        nameof(Messages.ByRule),
        nameof(Messages.DecisionDenied),
        nameof(Messages.DecisionRole),
        nameof(Messages.DecisionUndetermined),
        nameof(Messages.NoClaim),
        nameof(Messages.NoRole),
        nameof(Messages.NoteAssertion),
        nameof(Messages.NoteCase),
        nameof(Messages.NoteCustomRoleOfGuest),
        nameof(Messages.NoteCustomRoleOfRules),
        nameof(Messages.NoteCustomRoleWithoutMapping),
        nameof(Messages.NoteListClaim),
        nameof(Messages.NoteNoRole),
        nameof(Messages.NoteNoRoleClaims),
        nameof(Messages.NoteObjectClaim),
        nameof(Messages.NoteSingleRole),
        nameof(Messages.NoteTagCharacters),
        nameof(Messages.NoteTagClaimMissing),
        nameof(Messages.NoteTagNotText),
        nameof(Messages.NoteTagTooLong),
        nameof(Messages.NoteTagUnknown),
        nameof(Messages.NoteTagsTooLong),
        nameof(Messages.NoteTokenWithoutRoles),
        nameof(Messages.NoteTrust),
        nameof(Messages.NoteTrustOfToken),
        nameof(Messages.NoteUnknownPart),
        nameof(Messages.ReadingTagLeftOut),
        nameof(Messages.ReadingTagRejected),
        nameof(Messages.TraceAssertion),
        nameof(Messages.TraceClaimMissing),
        nameof(Messages.TraceClaimOfOtherCase),
        nameof(Messages.TraceCustomRole),
        nameof(Messages.TraceGuest),
        nameof(Messages.TraceMatch),
        nameof(Messages.TraceNoMapping),
        nameof(Messages.TraceNoMatch),
        nameof(Messages.TraceOtherRole),
        nameof(Messages.TracePreferredRole),
        nameof(Messages.TraceRoles),
        nameof(Messages.TraceTooLate),
        nameof(Messages.TraceUndetermined),
        nameof(Messages.TraceUnknownPart),
    ];

    /// <summary>The data as JSON in which nothing can end a script element.</summary>
    public static string Serialize(PoolPicture picture)
    {
        var pool = picture.Pool;
        var simulated = new SimulatedPool(pool);
        var data = new JsonObject
        {
            ["text"] = pool.ToString(),
            ["allowsGuests"] = pool.MayHaveGuests,
            ["isGuestUnknown"] = pool.IsUnknown(UnknownPartKind.Guests) || pool.IsUnknown(UnknownPartKind.UnauthenticatedRole),
            ["unknownParts"] = Parts(simulated.RequestOfGuest()),
            ["isDefaultUnknown"] = pool.IsUnknown(UnknownPartKind.AuthenticatedRole),
            ["authenticatedRole"] = pool.AuthenticatedRole?.ToString(),
            ["unauthenticatedRole"] = pool.UnauthenticatedRole?.ToString(),
            ["roles"] = List(pool.Roles.Select(role => Role(picture, simulated, role))),
            ["providers"] = List(picture.Open.Select(signIn => Provider(picture, simulated, signIn))),
            ["messages"] = new JsonObject(
                Sentences.Select(name => KeyValuePair.Create(name, (JsonNode?)Messages.ResourceManager.GetString(name, CultureInfo.InvariantCulture)))
            ),
            ["service"] = new JsonObject
            {
                ["guestsNotAllowed"] = ServiceMessages.GuestsNotAllowed,
                ["ambiguousRole"] = ServiceMessages.AmbiguousRole,
                ["invalidConfiguration"] = ServiceMessages.InvalidConfiguration,
            },
        };
        return ShownText.Escaped(data.ToJsonString());
    }

    private static JsonObject Role(PoolPicture picture, SimulatedPool simulated, IdentityPoolRole role)
    {
        var name = role.TypedArn?.Literal ?? role.ToString();
        return new()
        {
            ["text"] = role.ToString(),
            ["arn"] = role.TypedArn?.Literal,
            ["isManaged"] = role.IsManaged,
            ["trust"] = new JsonObject
            {
                ["guest"] = simulated.IsTrusted(name, isGuest: true, provider: null),
                ["user"] = simulated.IsTrusted(name, isGuest: false, provider: null),
                ["tagged"] = simulated.IsTrusted(name, isGuest: false, picture.Open.FirstOrDefault(HasTags)?.Provider),
            },
        };
    }

    private static JsonArray Parts(RoleRequest request) =>
        List(request.UnknownParts.Select(part => new JsonObject { ["place"] = part.Place, ["reason"] = part.Reason }));

    private static JsonObject Provider(PoolPicture picture, SimulatedPool simulated, PictureSignIn signIn) =>
        new()
        {
            ["text"] = signIn.Provider!.ToString(),
            ["isSaml"] = signIn.Provider is SamlProviderReference,
            ["hasTags"] = HasTags(signIn),
            ["tags"] = List(
                (signIn.Tags is { IsOn: true } tags ? IssuedTags.MapOf(tags) : []).Select(tag => new JsonObject { ["name"] = tag.Key, ["claim"] = tag.Value })
            ),
            ["isUnknown"] = picture.Pool.UnknownMappingsOf(signIn.Provider).Any(),
            ["unknownParts"] = Parts(new() { Pool = simulated, Provider = signIn.Provider }),
            ["mapping"] = signIn.Mapping is { } mapping
                ? new JsonObject
                {
                    ["type"] = mapping.Type.ToString(),
                    ["resolution"] = mapping.AmbiguousRoleResolution.ToString(),
                    ["isTokenWithoutRoles"] = mapping.IsTokenWithoutRoles,
                    ["rules"] = List(mapping.Rules.Select(rule => Rule(picture, rule))),
                }
                : null,
        };

    private static JsonObject Rule(PoolPicture picture, RoleMappingRule rule) =>
        new()
        {
            ["claim"] = Value(rule.TypedClaim),
            ["matchType"] = rule.MatchType.ToString(),
            ["value"] = Value(rule.TypedClaimValue),
            ["role"] = picture.IndexOf(rule.MappedRole),
        };

    private static JsonObject Value(TemplateValue value) => new() { ["text"] = value.ToString(), ["isLiteral"] = value.IsLiteral };

    private static JsonArray List(IEnumerable<JsonObject> items) => [.. items];

    private static bool HasTags(PictureSignIn signIn) => signIn.Tags is { IsOn: true };
}
